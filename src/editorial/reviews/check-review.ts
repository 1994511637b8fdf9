import {listWords, nearest} from '../../format/nearest.ts';
import {ENGLISH} from '../../language/text.ts';
import type {Fault} from '../../model/problem.ts';
import {freshnessByPage} from '../../model/reviews/freshness-by-page.ts';
import {coversFacts} from '../../model/reviews/review-policy.ts';
import {daySchema} from '../../model/schemas/day-schema.ts';
import {REVIEW_SCOPES, type Scope} from '../../model/schemas/records/review-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {ReviewablePage} from './find-reviewable.ts';

/** The scopes that cover what a page says. */
const FACT_SCOPES = Object.keys(REVIEW_SCOPES).filter((scope) => coversFacts(scope as Scope));

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
  const isCurrent = review && lapses.length === 0 && !overdue && coversFacts(review.scope);
  if (!isCurrent || coversFacts(scope as Scope)) return [];
  return [
    {
      problem: `the review of ${ENGLISH.format.day(review.on)} (${REVIEW_SCOPES[review.scope]}) is current and covers more, expected a scope that covers as much: readers see only one review`,
      fix: `Keep that review, or replace it by one with ${listWords(FACT_SCOPES)}.`,
    },
  ];
}

/** A review cannot be in the future, or older than the text of the page or the recorded review. */
function checkReviewDay(toolkit: Toolkit, {page, text}: ReviewablePage, on: string, today: string): Fault[] {
  const published = toolkit.updates.find(({data}) => data.slug === text.slug)?.data.published.latest ?? '';
  const [first = ''] = [published, toolkit.reviews.get(page.id)?.on ?? ''].sort().reverse();
  if (daySchema.safeParse(on).success && first <= on && on <= today) return [];
  const since = first === '' ? '' : `, or a day since ${first}, when this text was published or last reviewed`;
  const problem = `\`--on\` is \`${on}\`, expected today, ${today}${since}`;
  return [{problem, fix: 'Write the day like that, or leave `--on` out for a review today.'}];
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
