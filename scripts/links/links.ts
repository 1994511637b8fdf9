import {loadSources} from '../../src/store/load-sources.ts';
import {loadConfig} from '../../src/store/load-toolkit.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {checkOutside} from './external/check-outside.ts';
import {renderOutside} from './external/render-outside.ts';
import {judgeInside} from './judge-inside.ts';
import {mendLinks} from './mend-links.ts';
import {putOnRecord} from './put-on-record.ts';
import {reportLinks} from './report-links.ts';

/**
 * `toolkit links`: judges every link and every published address of the built site, mends links or fills the record; with
 * `--external`, judges links to other sites and remembers what they met.
 */
export const run: Run = async (options, io) => {
  refuseStray(options);
  if (options.external === true)
    return judgeOutside(io, options.since === undefined ? undefined : String(options.since));
  const toolkit = await loadSources(io.cwd);
  if (options.record === true) return putOnRecord(toolkit, io);
  const {problems, pages} = await judgeInside(toolkit, io.cwd);
  const left = options.fix === true ? await mendLinks(toolkit, problems, io) : problems;
  return reportLinks(left, pages, io);
};

/** What would have no effect was meant to have one. */
function refuseStray({external, record, fix, since}: Parameters<Run>[0]): void {
  const told = [
    ...(since !== undefined && external !== true ? ['`--since` given alone, expected it with `--external`'] : []),
    ...(external === true && (record === true || fix === true)
      ? [`\`--external\` given with \`--${fix === true ? 'fix' : 'record'}\`, expected one of them`]
      : []),
    ...(external !== true && record === true && fix === true
      ? ['`--record` given with `--fix`, expected one of them: each does its own work']
      : []),
  ];
  const [problem] = told;
  if (problem !== undefined)
    throw new ExitError(problem, 'Run `npm run toolkit -- links --help` to see what each does.');
}

async function judgeOutside(io: Io, since: string | undefined): Promise<number> {
  const {problems, closing} = await checkOutside(io, {since});
  if (problems.length > 0) io.stdout.write(`${renderOutside(problems, loadConfig(io.cwd))}\n`);
  io.stderr.write(`${closing.join('\n')}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
}
