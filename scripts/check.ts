import {findProblems} from '../src/app/check/find-problems.ts';
import {fixProblems, recordBaseline} from '../src/app/check/fix.ts';
import {closingOf, FORMATS, writeReport} from '../src/app/check/formats.ts';
import {namedFiles} from '../src/app/check/only-files.ts';
import {listWords} from '../src/format/nearest.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {OptionsOf, Run} from './commands.ts';

/** `toolkit check`: checks the model and, without `--model`, the safety, structure and prose of each page. */
export const run: Run<'check'> = async (options, io, words) => {
  const {format, since, model = false, release = false, fix, baseline} = options;
  judgeOptions(options, words);
  const named = namedFiles(io, words);
  const find = async () => named.narrow(await findProblems(io, {model, release, since}));
  const found = await (baseline ? recordBaseline(io, find) : fix ? fixProblems(io, find, named) : find());
  const output = FORMATS[format](found, io);
  if (output !== '') io.stdout.write(`${output.trimEnd()}\n`);
  if (options.write !== undefined) await writeReport(found, options.write, io);
  io.stderr.write(closingOf(found, format));
  return found.problems.some(({severity}) => severity === 'error') ? 1 : 0;
};

/** Refuses combinations of options that would have no effect, or a surprising one. */
function judgeOptions(options: OptionsOf<'check'>, names: readonly string[]): void {
  const second = options.model && (['since', 'fix', 'baseline'] as const).find((name) => options[name] !== undefined);
  if (second) {
    throw new ExitError(
      `\`--model\` and \`--${second}\` are given, expected one of them, because \`--model\` leaves out prose and structure`,
      `Remove \`--model\` or \`--${second}\`.`,
    );
  }
  if (!options.baseline) return;
  if (options.fix) {
    throw new ExitError(
      '`--baseline` and `--fix` are given, expected one of them',
      'Run `npm run check -- --fix` first, so that the baseline does not include problems it can fix.',
    );
  }
  if (names.length === 0) return;
  throw new ExitError(
    `\`--baseline\` is given with ${listWords(names)}, expected no names, because a baseline covers the whole toolkit`,
    'Run `npm run check -- --baseline` without names.',
  );
}
