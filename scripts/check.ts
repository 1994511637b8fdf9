import {type Found, findProblems} from '../src/app/check/find-problems.ts';
import {fixProblems, recordBaseline} from '../src/app/check/fix.ts';
import {FORMATS, type Format, reportFiles} from '../src/app/check/formats.ts';
import {type NamedFiles, namedFiles} from '../src/app/check/only-files.ts';
import {listWords} from '../src/format/nearest.ts';
import {count} from '../src/format/text.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {Io} from '../src/io/cli/io.ts';
import {writeFiles} from '../src/io/write-files.ts';
import {nextStep, renderCount} from '../src/rules/report/sections.ts';
import type {OptionsOf, Run} from './commands.ts';

/** `toolkit check`: checks the model and, without `--model`, the safety, structure and prose of each page. */
export const run: Run<'check'> = async (options, io, words) => {
  const {format, since, model = false, release = false} = options;
  judgeOptions(options, words);
  const named = namedFiles(io, words);
  const find = async () => named.narrow(await findProblems(io, {model, release, since}));
  const found = await firstFound(options, find, named, io);
  const output = FORMATS[format](found, io);
  if (output !== '') io.stdout.write(`${output.trimEnd()}\n`);
  if (options.write !== undefined) await writeFiles(io.cwd, options.write, reportFiles(found, io));
  io.stderr.write(closing(found, format));
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

async function firstFound(
  options: OptionsOf<'check'>,
  find: () => Promise<Found>,
  named: NamedFiles,
  io: Io,
): Promise<Found> {
  if (options.baseline) return recordBaseline(io, find);
  if (!options.fix) return find();
  const {found, changed} = await fixProblems(io.cwd, find, named);
  for (const [path, places] of changed) io.stderr.write(`fixed ${path} in ${count(places, 'place')}\n`);
  if (changed.size === 0) io.stderr.write('nothing to fix automatically\n');
  return found;
}

/** The end of the report: how many problems there are, what was left out, and what to do next. */
function closing({problems, checked, unchanged}: Found, format: Format): string {
  const lines = [renderCount(problems, checked)];
  if (unchanged > 0) {
    lines.push(`${count(unchanged, 'problem')} on lines that did not change left out; \`npm run check\` shows all.`);
  }
  if (format === 'text' && problems.length > 0) lines.push(nextStep(problems));
  return `${lines.join('\n')}\n`;
}
