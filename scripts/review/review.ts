import {checkModel, checkPages} from '../../src/checks/rule-set.ts';
import {hindrances, type ReviewReport, summarise} from '../../src/editorial/change-report/review-report.ts';
import {baseTexts} from '../../src/fs/git/texts-at-base.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadCheckContext} from '../../src/fs/load-check-context.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {isBeforeLaunch} from '../../src/model/updates/launch.ts';
import type {Run} from '../commands.ts';
import {renderReview} from './render-review.ts';
import {toReviewReport} from './to-review-report.ts';

/** `toolkit review`: shows editors what waits to be published; ends with 1 if something stops it. */
export const run: Run<'review'> = async ({since}, io) => {
  const report = await gather(io, since);
  io.stdout.write(renderReview(report));
  // Standard output contains only the report, for the summary of a run.
  io.stderr.write(`${summarise(report)}\n`);
  return hindrances(report).length > 0 ? 1 : 0;
};

async function gather(io: Io, ref: string | undefined): Promise<ReviewReport> {
  const toolkit = await loadToolkit(io.cwd);
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
