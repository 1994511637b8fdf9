import type {PageDiff} from '../diff/edit.ts';
import type {Problem} from '../problem.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';

/** With what the pages were compared: the newest published texts, a ref of git, or nothing where nothing is live yet. */
export type ReviewBase = {kind: 'record'} | {kind: 'ref'; ref: string} | {kind: 'nothing'};

/** A page as an editor knows it: by its title. */
export interface NamedPage {
  id: string;
  /** The id again where no such page is there. */
  title: string;
}

/** A change note that waits. */
export interface WaitingNote {
  path: string;
  note: ChangeNote;
  pages: NamedPage[];
  /** Those of its pages that say what they said before. */
  unchanged: NamedPage[];
  /** Whether it stood as it is at the ref that pages are compared with: it tells of earlier changes. */
  isEarlier: boolean;
  /** What it puts right. */
  corrects: CorrectedChange | undefined;
}

/** The part of an update that a correction names. */
export interface CorrectedChange {
  /** As the note writes it, `2026-11-02#1`. */
  name: string;
  /** The title of the update, when it was published, and what it told; empty where no such update is there. */
  title: string;
  published: string;
  told: string[];
}

/** A page that says something else than before, or is gone. */
export interface ReviewedPage extends NamedPage {
  /** Of its file, which may be gone. */
  path: string;
  address: string;
  diff: PageDiff;
  notes: WaitingNote[];
  /** Where a page that is gone is found now. */
  movedTo: NamedPage | undefined;
}

/** A link that a changed page did not have before. */
export interface NewLink {
  page: NamedPage;
  url: string;
  words: string;
}

/** A page that somebody must read against its sources. */
export interface AwaitedReview extends NamedPage {
  /** In words, `24 November 2026`. */
  due: string;
  overdue: boolean;
  /** Why the last check no longer holds; left out where it does, or there was none. */
  lapsed?: string;
}

/** All that an editor must know before publishing. */
export interface ReviewReport {
  toolkitTitle: string;
  /** In words, `24 November 2026`. */
  day: string;
  base: ReviewBase;
  /** Those that readers must be told of first. */
  notes: WaitingNote[];
  pages: ReviewedPage[];
  links: NewLink[];
  /** Errors and warnings that the report does not tell elsewhere. */
  problems: Problem[];
  /** The longest overdue first. */
  reviews: AwaitedReview[];
}

/** Pages that changed with no note to readers. */
export function withoutNote({pages}: ReviewReport): ReviewedPage[] {
  return pages.filter(({notes}) => notes.length === 0);
}

/** Notes that tell of a change which was not made. */
export function idleNotes({notes}: ReviewReport): WaitingNote[] {
  return notes.filter(({unchanged}) => unchanged.length > 0);
}

/** Notes that put an update or an edition right. */
export function corrections({notes}: ReviewReport): WaitingNote[] {
  return notes.filter(({note}) => note.kind === 'correction' || note.corrects !== undefined || note.editions);
}

/** What must be mended, worst first. */
export function errorsOf({problems}: ReviewReport): Problem[] {
  return problems.filter(({severity}) => severity === 'error');
}

/** Whether anything hinders publishing. */
export function isHindered(report: ReviewReport): boolean {
  return withoutNote(report).length + idleNotes(report).length + errorsOf(report).length > 0;
}
