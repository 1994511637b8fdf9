import {compareProblems} from '../compare-problems.ts';
import {formatDay} from '../format-date.ts';
import type {Problem} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {awaitedReviews} from './awaited-reviews.ts';
import {newLinks} from './new-links.ts';
import type {ReviewBase, ReviewReport} from './review-report.ts';
import {idleNotes, withoutNote} from './review-report.ts';
import {reviewedPages} from './reviewed-pages.ts';
import {waitingNotes} from './waiting-notes.ts';

/** What a report is made from. */
export interface ReviewInput {
  /** Its `published` holds the texts to compare with. */
  toolkit: Toolkit;
  base: ReviewBase;
  /** Paths of notes that stood as they are at the base: they tell of earlier changes. */
  earlierNotes: ReadonlySet<string>;
  problems: readonly Problem[];
  /** `2026-11-24`. */
  today: string;
}

/** Gathers all that an editor must know before publishing. */
export function toReviewReport({toolkit, base, earlierNotes, problems, today}: ReviewInput): ReviewReport {
  const notes = waitingNotes(toolkit, earlierNotes);
  const pages = reviewedPages(toolkit, notes);
  const report: ReviewReport = {
    toolkitTitle: toolkit.config.title,
    day: formatDay(today),
    base: toolkit.published.texts.size === 0 ? {kind: 'nothing'} : base,
    notes,
    pages,
    links: newLinks(toolkit),
    problems: [],
    reviews: awaitedReviews(toolkit, today),
  };
  return {...report, problems: problems.filter((problem) => isUntold(problem, report)).sort(compareProblems)};
}

/** What stands beside a page or a note already is not told twice. */
function isUntold({ruleId, path, severity}: Problem, report: ReviewReport): boolean {
  if (severity === 'note' || ruleId === 'no-overdue-review') return false;
  if (ruleId === 'no-wrong-note') return !idleNotes(report).some((note) => note.path === path);
  if (ruleId === 'require-note')
    return !withoutNote(report).some((page) => page.path === path || path.endsWith(`/${page.id}.md`));
  return true;
}
