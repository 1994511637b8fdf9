import {checkModel, checkPages} from '../../src/checks/rule-set.ts';
import {hindrances, type ReviewReport, summarise} from '../../src/editorial/change-report/review-report.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import {baseTexts} from '../../src/fs/git/texts-at-base.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadCheckContext} from '../../src/fs/load-check-context.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {isBeforeLaunch} from '../../src/model/updates/launch.ts';
import type {OptionsOf, Run} from '../commands.ts';
import {markReviewed} from './mark-reviewed.ts';
import {renderReview} from './render-review.ts';
import {toReviewReport} from './to-review-report.ts';
import {issueSections, waitingSections} from './waiting-sections.ts';

/**
 * `toolkit review`: shows editors what waits for them and what would be published next, and ends with 1 if something
 * stops publishing. With `--done`, records that pages were reviewed.
 */
export const run: Run<'review'> = async (options, io, words) => {
  refuseStray(options, words);
  if (options.done) return markReviewed(options, io, words);
  const {since, live = false} = options;
  const toolkit = await loadToolkit(io.cwd);
  const report = await gather(toolkit, io, since);
  // The work of a branch is judged by itself.
  const waiting = since === undefined ? waitingSections(toolkit, io.today) : [];
  io.stdout.write(renderReview(report, [...waiting, ...(live ? await issueSections(toolkit, io) : [])]));
  // Standard output contains only the report, for the summary of a run.
  io.stderr.write(`${summarise(report)}\n`);
  return hindrances(report).length > 0 ? 1 : 0;
};

/** An option without effect is a mistake. */
function refuseStray(options: OptionsOf<'review'>, [page]: readonly string[]): void {
  const ofReport = ['since', 'live'] as const;
  const stray = (options.done ? ofReport : (['as', 'scope', 'on'] as const)).find((name) => options[name]);
  if (stray !== undefined) {
    const problem = `\`--${stray}\` given ${options.done ? 'with' : 'without'} \`--done\`, expected it ${options.done ? 'alone' : 'with that'}`;
    throw new ExitError(problem, 'Run `npm run toolkit -- review --help` to see what each option does.');
  }
  if (page === undefined || options.done) return;
  throw new ExitError(
    `\`${page}\` given, expected no page: the report is about all of them`,
    `Write \`npm run review\`, or \`npm run review -- --done ${page}\` if you reviewed the page.`,
  );
}

async function gather(toolkit: Toolkit, io: Io, ref: string | undefined): Promise<ReviewReport> {
  const context = await loadCheckContext(io.cwd, toolkit.config);
  const problems = [...checkModel(toolkit, io.today), ...checkPages(toolkit.documents, context)];
  // Decided before the texts on record give way to those of a commit.
  const common = {problems, today: io.today, isLaunched: !isBeforeLaunch(toolkit)};
  if (ref === undefined) {
    return toReviewReport({...common, toolkit, base: {kind: 'record'}, earlierNotes: new Set()});
  }
  const {published, earlierNotes} = await baseTexts(io.cwd, ref, toolkit);
  const compared = {...toolkit, published};
  return toReviewReport({...common, toolkit: compared, base: {kind: 'ref', ref}, earlierNotes});
}
