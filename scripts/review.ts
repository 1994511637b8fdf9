import {markReviewed} from '../src/app/review/mark-reviewed.ts';
import {renderReview} from '../src/app/review/render-review.ts';
import {toReviewReport} from '../src/app/review/to-review-report.ts';
import {issueSections, waitingSections} from '../src/app/review/waiting-sections.ts';
import {hindrances, type ReviewReport, summarise} from '../src/changes/report/review-report.ts';
import type {Toolkit} from '../src/content/toolkit.ts';
import {isBeforeLaunch} from '../src/content/updates/launch.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {Io} from '../src/io/cli/io.ts';
import {baseTexts} from '../src/io/git/texts-at-base.ts';
import {loadCheckContext} from '../src/io/load-check-context.ts';
import {loadToolkit} from '../src/io/load-toolkit.ts';
import {checkModel, checkPages} from '../src/rules/rule-set.ts';
import type {OptionsOf, Run} from './commands.ts';

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
