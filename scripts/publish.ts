import {explainError} from '../src/app/explain-error.ts';
import {publish} from '../src/app/publish/publish.ts';
import {undo} from '../src/app/undo/undo.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {OptionsOf, Run} from './commands.ts';

/** Options for a new update only. */
const OF_UPDATES = ['date', 'title', 'edition', 'now', 'launch'] as const;

/** `toolkit publish`: publishes the waiting notes as an update, freezes an edition, or undoes the newest update. */
export const run: Run<'publish'> = async (options, io) => {
  try {
    refuseStray(options);
    if (options.undo) await undo(io, {isDry: options['dry-run'] === true, isForced: options.force === true});
    else await publish(options, io);
    return 0;
  } catch (thrown) {
    const error = explainError(thrown);
    if (!(error instanceof ExitError)) throw error;
    const outcome = options.undo ? 'Nothing was undone.' : 'Nothing was published.';
    throw new ExitError(error.message, error.fix, {code: error.code, outcome});
  }
};

function refuseStray(options: OptionsOf<'publish'>): void {
  const stray = options.undo
    ? OF_UPDATES.filter((name) => options[name] !== undefined)
    : options.force
      ? ['force']
      : [];
  if (stray.length === 0) return;
  const other = options.undo ? 'no other option with `--undo`' : '`--undo` with it';
  const problem = `${stray.map((name) => `\`--${name}\``).join(', ')} given, expected ${other}`;
  throw new ExitError(problem, options.undo ? 'Leave it out.' : 'Leave it out, or add `--undo`.');
}
