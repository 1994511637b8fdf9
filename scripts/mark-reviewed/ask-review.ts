import {isCancel, select} from '@clack/prompts';
import {checkScope, type GivenReview} from '../../src/editorial/reviews/check-review.ts';
import type {ReviewablePage} from '../../src/editorial/reviews/find-reviewable.ts';
import {ExitError, toExitError} from '../../src/fs/exit-error.ts';
import type {Terminal} from '../../src/fs/io.ts';
import {REVIEW_SCOPES, type Scope} from '../../src/model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {nothingDone} from '../cli/require-agreement.ts';

/** A review with all its answers. */
export interface NewReview {
  on: string;
  by: string;
  scope: Scope;
}

/**
 * Completes a review: at a terminal it asks for what was not given.
 *
 * @throws {ExitError} without a terminal for a missing answer, or if a question is cancelled.
 */
export async function askReview(
  toolkit: Toolkit,
  reviewable: ReviewablePage,
  {on, by, scope}: GivenReview,
  {terminal, today}: {terminal: Terminal | undefined; today: string},
): Promise<NewReview> {
  const {owners} = toolkit.config;
  if (!terminal) return {on, ...requireAll({by, scope}, reviewable)};
  const role =
    by ??
    (await ask(terminal, 'In which role did you review the page?', {
      options: owners.map(({id, label}) => ({value: id, label})),
      initialValue: reviewable.page.data.owner,
    }));
  const open = Object.entries(REVIEW_SCOPES).filter(([id]) => checkScope(toolkit, reviewable, id, today).length === 0);
  const done =
    scope ??
    (await ask(terminal, 'What did you check? Readers will see this.', {
      options: open.map(([value, label]) => ({value, label})),
    }));
  return {on, by: role, scope: done as Scope};
}

function requireAll({by, scope}: Omit<GivenReview, 'on'>, {page}: ReviewablePage): Omit<NewReview, 'on'> {
  if (by !== undefined && scope !== undefined) return {by, scope: scope as Scope};
  const example = `npm run mark-reviewed -- ${page.id} --as ${by ?? page.data.owner} --scope ${scope ?? 'sources-read'}`;
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
  if (typeof answer !== 'string')
    throw new ExitError('nothing was chosen, expected one of these', 'Run the command again.');
  return answer;
}
