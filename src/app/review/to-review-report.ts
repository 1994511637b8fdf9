import {addressesIn} from '../../changes/diff/meaning/sources-of.ts';
import {changedPages} from '../../changes/published/changed-pages.ts';
import {
  idleNotes,
  type NewLink,
  type ReviewBase,
  type ReviewReport,
  withoutCover,
  withoutNote,
} from '../../changes/report/review-report.ts';
import {reviewedPages} from '../../changes/report/reviewed-pages.ts';
import {pageNamer, waitingNotes} from '../../changes/report/waiting-notes.ts';
import {pageLinks} from '../../content/markdown/page-links.ts';
import {parsePage} from '../../content/markdown/parsed-page.ts';
import {compareText, type Problem} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {compareProblems} from '../../rules/compare-problems.ts';

/** What a report is made from. */
export interface ReviewInput {
  /** Its `published` texts are compared with the pages. */
  toolkit: Toolkit;
  base: ReviewBase;
  isLaunched: boolean;
  /** Paths of notes that were the same at the base: they describe earlier changes. */
  earlierNotes: ReadonlySet<string>;
  problems: readonly Problem[];
  /** `2026-11-24`. */
  today: string;
}

/** Gathers everything an editor must know before publishing. */
export function toReviewReport({toolkit, base, isLaunched, earlierNotes, problems, today}: ReviewInput): ReviewReport {
  const notes = waitingNotes(toolkit, earlierNotes);
  const pages = reviewedPages(toolkit, notes);
  const report: ReviewReport = {
    today,
    base: toolkit.published.texts.size === 0 ? {kind: 'nothing'} : base,
    isLaunched,
    notes,
    pages,
    links: newLinks(toolkit),
    problems: [],
  };
  return {...report, problems: problems.filter((problem) => isShownOnce(problem, report)).sort(compareProblems)};
}

/** Whether the report does not show a problem next to its page or note already. */
function isShownOnce({ruleId, path, severity}: Problem, report: ReviewReport): boolean {
  if (severity === 'note') return false;
  // The list of due reviews has these, with whose they are.
  if (ruleId === 'no-overdue-review') return severity === 'error' || report.base.kind === 'ref';
  if (ruleId === 'no-wrong-note') return !idleNotes(report).some((note) => note.path === path);
  if (ruleId === 'require-note') {
    const isNoted = withoutCover(report).some(({notes}) => notes.some((note) => note.path === path));
    return !isNoted && !withoutNote(report).some((page) => page.path === path || path.endsWith(`/${page.id}.md`));
  }
  return true;
}

/** Every address that a changed page did not link to before, in its text or front matter; by page. */
function newLinks(toolkit: Toolkit): NewLink[] {
  const nameOf = pageNamer(toolkit);
  return [...changedPages(toolkit)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([id, {page}]) => {
      const before = toolkit.published.texts.get(id)?.document();
      const known = new Set(before && linksOf(before).map(({url}) => url));
      return linksOf(page.document)
        .filter(({url}) => !known.has(url) && known.add(url))
        .map((link) => ({page: nameOf(id), ...link}));
    });
}

function linksOf(document: SourceDocument): {url: string; words: string}[] {
  // Links are the same for every kind of page.
  const written = pageLinks(parsePage('page', document)).map(({url, text}) => ({url, words: text}));
  return [...written, ...addressesIn(document.frontMatter, '').map(({url, title}) => ({url, words: title}))];
}
