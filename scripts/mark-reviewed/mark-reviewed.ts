import {checkReview} from '../../src/editorial/reviews/check-review.ts';
import {findReviewable, type ReviewablePage} from '../../src/editorial/reviews/find-reviewable.ts';
import {renderReviewSummary, reviewQuestion} from '../../src/editorial/reviews/render-review.ts';
import {ExitError, toExitError} from '../../src/fs/exit-error.ts';
import {terminalOf} from '../../src/fs/io.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import {commit, type Transaction} from '../../src/fs/transaction/commit.ts';
import {lastReviewText} from '../../src/model/reviews/review-labels.ts';
import {renderReview, reviewFile} from '../../src/model/reviews/review-record.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {requireAgreement} from '../cli/require-agreement.ts';
import type {Run} from '../commands.ts';
import {askReview, type NewReview} from './ask-review.ts';

/** `toolkit mark-reviewed`: records a review of a page. */
export const run: Run<'mark-reviewed'> = async (options, io, words) => {
  const {as: by, scope, on = io.today} = options;
  const {toolkit} = await readTree(io.cwd);
  const reviewable = findPage(toolkit, words);
  const faults = checkReview(toolkit, reviewable, {on, by, scope}, io.today);
  if (faults.length > 0) throw toExitError(faults);
  const terminal = terminalOf(io);
  if (terminal) io.stdout.write(renderReviewSummary(toolkit, reviewable, io.today));
  const review = await askReview(toolkit, reviewable, {on, by, scope}, {terminal, today: io.today});
  if (terminal) await requireAgreement(terminal, reviewQuestion(toolkit, review));
  else io.stdout.write(renderReviewSummary(toolkit, reviewable, io.today));
  await commit(io.cwd, plan(toolkit, reviewable, review));
  io.stdout.write(`${describeResult(toolkit, reviewable, review)}\n`);
  return 0;
};

/** Plans the record of a review. */
export function plan(toolkit: Toolkit, {page}: ReviewablePage, review: NewReview): Transaction {
  const path = reviewFile(page.id);
  const content = renderReview(page.id, {...review, fingerprint: page.fingerprint()}, toolkit.fingerprintOf);
  const found = toolkit.files.find((file) => file.path === path)?.bytes;
  return {command: 'mark-reviewed', changes: [{kind: 'write', path, content, found}]};
}

/**
 * The page that the argument names.
 *
 * @throws {ExitError} if there is none, or it cannot be reviewed.
 */
export function findPage(toolkit: Toolkit, words: readonly string[]): ReviewablePage {
  const [word] = words;
  if (word === undefined || words.length > 1) {
    throw new ExitError(
      `${word === undefined ? 'no page' : `${words.length} pages`} given, expected one: pages are reviewed one by one`,
      'Write `npm run mark-reviewed -- <page>` for each page that you reviewed; `npm run status` lists those that are due.',
    );
  }
  const found = findReviewable(toolkit, word);
  if ('problem' in found) throw toExitError([found]);
  return found;
}

function describeResult({config}: Toolkit, {page}: ReviewablePage, {on, by, scope}: NewReview): string {
  const roleOf = (id: string) => config.owners.find((owner) => owner.id === id)?.label ?? id;
  const review = {on, by, scope, fingerprint: page.fingerprint()};
  const label = lastReviewText({review, lapses: []}, roleOf);
  return `wrote ${reviewFile(page.id)}: readers will see "${label}"
Next: run \`npm run check\`, and send the file like a change to a page. It needs no change note.`;
}
