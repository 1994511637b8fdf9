import {formatDay} from '../../format/format-date.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import type {Fault} from '../../model/problem.ts';
import {freshnessByPage} from '../../model/reviews/freshness-by-page.ts';
import {SCOPE_POLICY} from '../../model/reviews/review-policy.ts';
import {daySchema} from '../../model/schemas/day-schema.ts';
import type {Scope} from '../../model/schemas/records/review-schema.ts';
import {REVIEW_SCOPES} from '../../model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {ReviewablePage} from './find-reviewable.ts';

/** The scopes that cover what a page says. */
const FACT_SCOPES = Object.keys(REVIEW_SCOPES).filter((scope) => SCOPE_POLICY[scope as Scope].coversFacts);

/** What somebody says of a check: the day, the role and the scope; what is left out is still to be asked for. */
export interface GivenReview {
  on: string;
  by?: string | undefined;
  scope?: string | undefined;
}

/** What is wrong with what somebody says of a check; `today` is the day of the run. */
export function checkReview(
  toolkit: Toolkit,
  reviewable: ReviewablePage,
  {on, by, scope}: GivenReview,
  today: string,
): Fault[] {
  const roles = toolkit.config.owners.map(({id}) => id);
  return [
    ...(by === undefined ? [] : judgeWord('--as', by, roles, 'the role that checked the page')),
    ...(scope === undefined ? [] : judgeScope(toolkit, reviewable, scope, today)),
    ...judgeDay(toolkit, reviewable, on, today),
  ];
}

/** What is wrong with a scope, for this page and beside the check that is on record. */
export function judgeScope(toolkit: Toolkit, {page}: ReviewablePage, scope: string, today: string): Fault[] {
  const faults = judgeWord('--scope', scope, Object.keys(REVIEW_SCOPES), 'what was checked');
  if (faults.length > 0) return faults;
  if (scope === 'sources-read' && (page.data.sources ?? []).length === 0) {
    const problem = `\`--scope\` holds \`sources-read\`, and \`${page.id}\` names no sources, expected another scope`;
    return [{problem, fix: 'Write `--scope facts`, or what else you checked.'}];
  }
  const {review, lapses = [], overdue = false} = freshnessByPage(toolkit, today).get(page.id) ?? {};
  const stands = review && lapses.length === 0 && !overdue && SCOPE_POLICY[review.scope].coversFacts;
  if (!stands || SCOPE_POLICY[scope as Scope].coversFacts) return [];
  return [
    {
      problem: `a check of ${formatDay(review.on)} (${REVIEW_SCOPES[review.scope]}) still holds, expected none that reaches further: readers are told of one`,
      fix: `Leave that on record. A check with ${listWords(FACT_SCOPES)} takes its place.`,
    },
  ];
}

/** Nobody checked the text of today before it was the text, or will have done so tomorrow. */
function judgeDay(toolkit: Toolkit, {page, text}: ReviewablePage, on: string, today: string): Fault[] {
  if (!daySchema.safeParse(on).success) {
    const problem = `\`--on\` holds \`${on}\`, expected a day that exists, written \`${today}\``;
    return [{problem, fix: 'Write the day so, or leave `--on` out for today.'}];
  }
  if (on > today) {
    const problem = `\`--on\` holds \`${on}\`, expected today, ${today}, or a day before it`;
    return [{problem, fix: 'Leave `--on` out, or run the command again once you have checked the page.'}];
  }
  const since = toolkit.updates.find(({data}) => data.slug === text.slug)?.data.published.latest ?? '';
  if (on < since) {
    const problem = `\`--on\` holds \`${on}\`, expected ${since}, the day on which readers got this text, or a later one`;
    return [{problem, fix: 'Read what has changed since then; without `--on` the check is of today.'}];
  }
  const last = toolkit.reviews.get(page.id)?.on ?? '';
  if (on >= last) return [];
  const problem = `\`--on\` holds \`${on}\`, expected ${last}, the day of the check on record, or a later one`;
  return [{problem, fix: 'Leave that on record: it is newer.'}];
}

function judgeWord(option: string, word: string, valid: readonly string[], what: string): Fault[] {
  if (valid.includes(word)) return [];
  const near = nearest(word, valid);
  return [
    {
      problem: `\`${option}\` holds \`${word}\`, expected ${what}: ${listWords(valid)}`,
      fix: near ? `Write \`${option} ${near}\`, the nearest of these.` : `Write one of them after \`${option}\`.`,
    },
  ];
}
