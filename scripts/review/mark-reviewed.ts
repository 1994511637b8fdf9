import {isCancel, select} from '@clack/prompts';
import {checkReview, checkScope, type GivenReview} from '../../src/editorial/reviews/check-review.ts';
import {findReviewable, type ReviewablePage} from '../../src/editorial/reviews/find-reviewable.ts';
import {renderReviewSummary, reviewQuestion} from '../../src/editorial/reviews/render-review.ts';
import {ExitError, toExitError} from '../../src/fs/exit-error.ts';
import {type Io, type Terminal, terminalOf} from '../../src/fs/io.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import {commit, type Transaction} from '../../src/fs/transaction/commit.ts';
import {lastReviewText} from '../../src/model/reviews/review-labels.ts';
import {renderReview, reviewFile} from '../../src/model/reviews/review-record.ts';
import {REVIEW_SCOPES, type Scope} from '../../src/model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {nothingDone, requireAgreement} from '../cli/require-agreement.ts';
import type {OptionsOf} from '../commands.ts';

/** A review with all its answers. */
interface NewReview {
  on: string;
  by: string;
  scope: Scope;
}

type Reviewed = readonly [ReviewablePage, NewReview];

/** Records reviews of pages: all of them, or none. */
export async function markReviewed(
  {as: by, scope, on}: OptionsOf<'review'>,
  io: Io,
  words: readonly string[],
): Promise<number> {
  const {toolkit} = await readTree(io.cwd);
  const given = {on: on ?? io.today, by, scope};
  const pages = findPages(toolkit, words);
  const faults = pages.flatMap((page) => checkReview(toolkit, page, given, io.today));
  if (faults.length > 0) throw toExitError(faults);
  const terminal = terminalOf(io);
  const reviewed: Reviewed[] = [];
  for (const page of pages) {
    io.stdout.write(renderReviewSummary(toolkit, page, io.today));
    const review = terminal ? await askReview(toolkit, page, given, terminal, io.today) : requireAll(given, page);
    if (terminal) await requireAgreement(terminal, reviewQuestion(toolkit, review));
    reviewed.push([page, review]);
  }
  await commit(io.cwd, plan(toolkit, reviewed));
  for (const [{page}, review] of reviewed) {
    const roleOf = (id: string) => toolkit.config.owners.find((owner) => owner.id === id)?.label ?? id;
    const label = lastReviewText({review: {...review, fingerprint: page.fingerprint()}, lapses: []}, roleOf);
    io.stdout.write(`wrote ${reviewFile(page.id)}: readers will see "${label}"\n`);
  }
  io.stdout.write('Next: run `npm run check`, and send this like a change to a page. It needs no change note.\n');
  return 0;
}

/** Plans the records of reviews. */
export function plan(toolkit: Toolkit, reviewed: readonly Reviewed[]): Transaction {
  const changes = reviewed.map(([{page}, review]) => {
    const path = reviewFile(page.id);
    const content = renderReview(page.id, {...review, fingerprint: page.fingerprint()}, toolkit.fingerprintOf);
    return {kind: 'write' as const, path, content, found: toolkit.files.find((file) => file.path === path)?.bytes};
  });
  return {command: 'review --done', changes};
}

/**
 * The pages that the arguments name.
 *
 * @throws {ExitError} if one does not exist, or cannot be reviewed.
 */
export function findPages(toolkit: Toolkit, words: readonly string[]): ReviewablePage[] {
  if (words.length === 0) {
    const fix = 'Write `npm run review -- --done <page>`; `npm run review` lists the pages that are due.';
    throw new ExitError('no page given, expected those that you reviewed', fix);
  }
  const found = [...new Set(words)].map((word) => findReviewable(toolkit, word));
  const faults = found.filter((one) => 'problem' in one);
  if (faults.length > 0) throw toExitError(faults);
  return found.filter((one) => 'page' in one);
}

/** Asks at a terminal for what was not given. */
async function askReview(
  toolkit: Toolkit,
  reviewable: ReviewablePage,
  {on, by, scope}: GivenReview,
  terminal: Terminal,
  today: string,
): Promise<NewReview> {
  const role =
    by ??
    (await ask(terminal, 'In which role did you review the page?', {
      options: toolkit.config.owners.map(({id, label}) => ({value: id, label})),
      initialValue: reviewable.page.data.owner,
    }));
  const open = Object.entries(REVIEW_SCOPES).filter(([id]) => checkScope(toolkit, reviewable, id, today).length === 0);
  const options = open.map(([value, label]) => ({value, label}));
  const done = scope ?? (await ask(terminal, 'What did you check? Readers will see this.', {options}));
  return {on, by: role, scope: done as Scope};
}

function requireAll({on, by, scope}: GivenReview, {page}: ReviewablePage): NewReview {
  if (by !== undefined && scope !== undefined) return {on, by, scope: scope as Scope};
  const example = `npm run review -- --done ${page.id} --as ${by ?? page.data.owner} --scope ${scope ?? 'sources-read'}`;
  const fix = `Run the command at a terminal, or give all answers: \`${example}\`.`;
  throw toExitError([
    ...(by === undefined ? [{problem: '`--as` is missing, expected the role that reviewed the page', fix}] : []),
    ...(scope === undefined ? [{problem: '`--scope` is missing, expected what was checked', fix}] : []),
  ]);
}

async function ask(
  terminal: Terminal,
  message: string,
  choice: {options: {value: string; label: string}[]; initialValue?: string},
): Promise<string> {
  const answer = await select({message, ...choice, ...terminal});
  if (isCancel(answer)) throw nothingDone();
  return String(answer);
}
