import {count, nextStep, renderCount} from '../../src/content/report/sections.ts';
import {formatNamed} from '../format-named.ts';
import type {Io, Run} from '../io.ts';
import {writeFiles} from '../write-files.ts';
import type {Found} from './find-problems.ts';
import {findProblems} from './find-problems.ts';
import {fixProblems, recordBaseline} from './fix.ts';
import type {Format} from './formats.ts';
import {FORMAT_NAMES, FORMATS, reportFiles} from './formats.ts';
import {onlyFiles} from './only-files.ts';

/** `toolkit check`: the model and, unless `--model` asks for it alone, the safety, structure and prose of each page. */
export const run: Run = async (options, io, words) => {
  const format = formatNamed(options.format, FORMAT_NAMES);
  const since = options.since === undefined ? undefined : String(options.since);
  const find = () => findProblems(io, {model: options.model === true, release: options.release === true, since});
  const found = onlyFiles(await firstFound(options, find, io), io.cwd, words);
  const output = FORMATS[format](found, io);
  if (output !== '') io.stdout.write(`${output.trimEnd()}\n`);
  if (typeof options.write === 'string') await writeFiles(io.cwd, options.write, reportFiles(found, io));
  io.stderr.write(closing(found, format));
  return found.problems.some(({severity}) => severity === 'error') ? 1 : 0;
};

async function firstFound(options: Parameters<Run>[0], find: () => Promise<Found>, io: Io): Promise<Found> {
  if (options.baseline === true) return recordBaseline(io, find);
  if (options.fix !== true) return find();
  const {found, changed} = await fixProblems(io.cwd, find);
  for (const [path, places] of changed) io.stderr.write(`mended ${path} in ${count(places, 'place')}\n`);
  if (changed.size === 0) io.stderr.write('nothing to mend by itself\n');
  return found;
}

/** How the report ends, for people: how much was found, what was left out, what to do next. */
function closing({problems, checked, unchanged}: Found, format: Format): string {
  const lines = [renderCount(problems, checked)];
  if (unchanged > 0) {
    lines.push(`${count(unchanged, 'problem')} on lines that did not change left out; \`npm run check\` shows all.`);
  }
  if (format === 'text' && problems.length > 0) lines.push(nextStep(problems));
  return `${lines.join('\n')}\n`;
}
