import type {Problem} from '../../src/content/problem.ts';
import {renderText} from '../../src/content/report/render-text.ts';
import {count, renderCount} from '../../src/content/report/sections.ts';
import {loadSources} from '../../src/store/load-sources.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {checkOutside} from './external/check-outside.ts';
import {judgeInside} from './judge-inside.ts';
import {mendLinks} from './mend-links.ts';
import {putOnRecord} from './put-on-record.ts';

/**
 * `toolkit links`: checks every link and every published address of the built site, fixes links or writes the records;
 * with `--external`, checks links to other sites and records the results.
 */
export const run: Run = async (options, io) => {
  refuseStray(options);
  if (options.external === true) {
    const {problems, closing} = await checkOutside(io, options.since === undefined ? undefined : String(options.since));
    return report(problems, closing.join('\n'), io);
  }
  const toolkit = await loadSources(io.cwd);
  if (options.record === true) return putOnRecord(toolkit, io);
  const {problems, pages} = judgeInside(toolkit, io.cwd);
  const left = options.fix === true ? await mendLinks(toolkit, problems, io) : problems;
  const isClean = left.length === 0;
  return report(left, isClean ? `no broken links in ${count(pages, 'page')}` : renderCount(left, pages), io);
};

/** An option without effect is a mistake. */
function refuseStray({external, record, fix, since}: Parameters<Run>[0]): void {
  if ([external, record, fix].filter((option) => option === true).length > 1) {
    throw new ExitError('more than one of `--external`, `--record` and `--fix` given, expected one', HELP);
  }
  if (since !== undefined && external !== true) {
    throw new ExitError('`--since` given alone, expected it with `--external`', HELP);
  }
}

const HELP = 'Run `npm run toolkit -- links --help` to see what each does.';

function report(problems: readonly Problem[], closing: string, {stdout, stderr}: Io): number {
  if (problems.length > 0) stdout.write(`${renderText(problems)}\n`);
  stderr.write(`${closing}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
}
