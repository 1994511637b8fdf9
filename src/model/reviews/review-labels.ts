import {formatDay} from '../../format/format-date.ts';
import {capitalise, numberWord} from '../../format/text.ts';
import {REVIEW_SCOPES} from '../schemas/records/review-schema.ts';
import type {Freshness} from './freshness.ts';
import type {Lapse} from './lapse.ts';
import {SCOPE_POLICY} from './review-policy.ts';

type Checked = Pick<Freshness, 'review' | 'changedSince' | 'lapses'>;

/** When somebody last checked a page, in words; each part stands apart, for pages lead from the second to the difference. */
export interface CheckWords {
  checked: string;
  /** To follow a semicolon: `the page has changed since`. */
  changed?: string;
  /** A sentence of its own. */
  ended?: string;
}

/** What readers are told of the last check of a page; `roleOf` names the role of an id. */
export function checkWords({review, changedSince, lapses}: Checked, roleOf: (id: string) => string): CheckWords {
  if (!review) return {checked: 'Not checked since it was published'};
  const by = `${REVIEW_SCOPES[review.scope]}, by the role ${roleOf(review.by)}`;
  return {
    checked: `Checked on ${formatDay(review.on)} (${by})`,
    ...(changedSince && {changed: 'the page has changed since'}),
    ...(lapses.length > 0 && {ended: `The check no longer holds: ${lapses.map(lapseWords).join('; ')}.`}),
  };
}

/** What readers are told at the top of a page: a check that says nothing of whether the page is true must not look like one. */
export function checkInShort({review, lapses = []}: Partial<Checked> = {}): string {
  if (!review) return 'Not checked since it was published.';
  const ended = lapses.length > 0 ? '; that check no longer holds' : '';
  if (SCOPE_POLICY[review.scope].coversFacts) return `Last checked: ${formatDay(review.on)}${ended}.`;
  const done = capitalise(REVIEW_SCOPES[review.scope]);
  return `${done} on ${formatDay(review.on)}${ended}. Not checked against its sources since it was published.`;
}

/** The same in one line, with who checked. */
export function lastCheckedWords(checked: Checked, roleOf: (id: string) => string): string {
  const words = checkWords(checked, roleOf);
  const line = words.changed ? `${words.checked}; ${words.changed}` : words.checked;
  return words.ended ? `${line}. ${words.ended}` : line;
}

/** Why a check no longer holds, to follow a colon. */
export function lapseWords(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'major-change':
      return `a major change was published on ${formatDay(lapse.on)}`;
    case 'dead-source':
      return lapse.urls.length === 1
        ? 'one of its sources is no longer available'
        : `${numberWord(lapse.urls.length)} of its sources are no longer available`;
    case 'withdrawn-study':
      return lapse.studies.length === 1
        ? 'a case study that it leads to was withdrawn'
        : `${numberWord(lapse.studies.length)} case studies that it leads to were withdrawn`;
  }
}

/** What readers of a page that nobody read in time are warned of. */
export function overdueWords(due: string): {what: string; advice: string} {
  return {
    what: 'This page is overdue for review.',
    advice: `It was due by ${formatDay(due)}: check its sources before you rely on it.`,
  };
}
