import {listWords, nearest} from '../../format/nearest.ts';
import {ENGLISH} from '../../language/text.ts';
import type {Fault} from '../../model/problem.ts';
import {freshnessByPage} from '../../model/reviews/freshness-by-page.ts';
import {SCOPE_POLICY} from '../../model/reviews/review-policy.ts';
import {daySchema} from '../../model/schemas/day-schema.ts';
import {REVIEW_SCOPES, type Scope} from '../../model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {ReviewablePage} from './find-reviewable.ts';

/** The scopes that cover what a page says. */
const FACT_SCOPES = Object.keys(REVIEW_SCOPES).filter((scope) => SCOPE_POLICY[scope as Scope].coversFacts);

/** The given parts of a review: the day, the role and the scope. The command asks for missing ones. */
export interface GivenReview {
  on: string;
  by?: string | undefined;
  scope?: string | undefined;
}

/** Checks the given parts of a review. */
export function checkReview(
  toolkit: Toolkit,
  reviewable: ReviewablePage,
  {on, by, scope}: GivenReview,
  today: string,
): Fault[] {
  const roles = toolkit.config.owners.map(({id}) => id);
  return [
    ...(by === undefined ? [] : checkChoice('--as', by, roles, 'the role that reviewed the page')),
    ...(scope === undefined ? [] : checkScope(toolkit, reviewable, scope, today)),
    ...checkReviewDay(toolkit, reviewable, on, today),
  ];
}

/** Checks a scope against the page and its recorded review. */
export function checkScope(toolkit: Toolkit, {page}: ReviewablePage, scope: string, today: string): Fault[] {
  const faults = checkChoice('--scope', scope, Object.keys(REVIEW_SCOPES), 'what was checked');
  if (faults.length > 0) return faults;
  if (scope === 'sources-read' && (page.data.sources ?? []).length === 0) {
    const problem = `\`--scope\` is \`sources-read\`, and \`${page.id}\` names no sources, expected another scope`;
    return [{problem, fix: 'Write `--scope facts`, or what else you checked.'}];
  }
  const {review, lapses = [], overdue = false} = freshnessByPage(toolkit, today).get(page.id) ?? {};
  const isCurrent = review && lapses.length === 0 && !overdue && SCOPE_POLICY[review.scope].coversFacts;
  if (!isCurrent || SCOPE_POLICY[scope as Scope].coversFacts) return [];
  return [
    {
      problem: `the review of ${ENGLISH.format.day(review.on)} (${REVIEW_SCOPES[review.scope]}) is current and covers more, expected a scope that covers as much: readers see only one review`,
      fix: `Keep that review, or replace it by one with ${listWords(FACT_SCOPES)}.`,
    },
  ];
}

/** A review cannot be in the future, or older than the text of the page. */
function checkReviewDay(toolkit: Toolkit, {page, text}: ReviewablePage, on: string, today: string): Fault[] {
  if (!daySchema.safeParse(on).success) {
    const problem = `\`--on\` is \`${on}\`, expected an existing day such as \`${today}\``;
    return [{problem, fix: 'Write the day like that, or leave `--on` out for today.'}];
  }
  if (on > today) {
    const problem = `\`--on\` is \`${on}\`, expected today, ${today}, or an earlier day`;
    return [{problem, fix: 'Leave `--on` out, or run the command again once you have reviewed the page.'}];
  }
  const since = toolkit.updates.find(({data}) => data.slug === text.slug)?.data.published.latest ?? '';
  if (on < since) {
    const problem = `\`--on\` is \`${on}\`, expected ${since}, the day when this text was published, or later`;
    return [{problem, fix: 'Read what has changed since then, and leave `--on` out for a review today.'}];
  }
  const last = toolkit.reviews.get(page.id)?.on ?? '';
  if (on >= last) return [];
  const problem = `\`--on\` is \`${on}\`, expected ${last}, the day of the recorded review, or later`;
  return [{problem, fix: 'Keep that review: it is newer.'}];
}

function checkChoice(option: string, word: string, valid: readonly string[], what: string): Fault[] {
  if (valid.includes(word)) return [];
  const near = nearest(word, valid);
  return [
    {
      problem: `\`${option}\` is \`${word}\`, expected ${what}: ${listWords(valid)}`,
      fix: near ? `Write \`${option} ${near}\`, the nearest of these.` : `Write one of these after \`${option}\`.`,
    },
  ];
}
