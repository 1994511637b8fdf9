import type {PageDiff} from '../../changes/diff/edit.ts';
import type {CoveredChange} from '../../changes/notes/changed-pages.ts';
import type {Problem} from '../../content/problem.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {capitalise} from '../../format/text.ts';

/** What the pages were compared with: the newest published texts, a git ref, or nothing where nothing is live yet. */
export type ReviewBase = {kind: 'record'} | {kind: 'ref'; ref: string} | {kind: 'nothing'};

export interface NamedPage {
  id: string;
  /** The id again where there is no such page. */
  title: string;
}

export interface WaitingNote {
  path: string;
  /** Names it among the notes of the same file. */
  key: string;
  note: ChangeNote;
  pages: NamedPage[];
  /** Those of its pages that have not changed. */
  unchanged: NamedPage[];
  /** Whether it is unchanged since the compared ref, and so describes earlier changes. */
  isEarlier: boolean;
  corrects: CorrectedChange | undefined;
}

export interface CorrectedChange {
  /** As the note writes it, `2026-11-02#1`. */
  name: string;
  /** The title and day of the update, and what it said; empty where there is no such update. */
  title: string;
  published: string;
  notes: string[];
}

export interface ReviewedPage extends NamedPage {
  /** The path of its file, which may be gone. */
  path: string;
  diff: PageDiff;
  notes: WaitingNote[];
  /** Each change of meaning with the sentence that covers it; empty where no change needs one. */
  coverage: CoveredChange[];
  /** The page that replaces one that is gone. */
  movedTo: NamedPage | undefined;
}

/** Everything that an editor must know before publishing. */
export interface ReviewReport {
  /** `2026-11-24`. */
  today: string;
  base: ReviewBase;
  /** Whether readers can see the toolkit, so that each change needs a note. */
  isLaunched: boolean;
  /** Major ones first. */
  notes: WaitingNote[];
  pages: ReviewedPage[];
  /** Errors and warnings that the report does not show elsewhere. */
  problems: Problem[];
}

/** Changed pages that need a note, and that no note mentions. */
export function withoutNote({pages, isLaunched}: Pick<ReviewReport, 'pages' | 'isLaunched'>): ReviewedPage[] {
  return isLaunched ? pages.filter(({notes}) => notes.length === 0) : [];
}

/** Changed pages whose notes leave out a change. */
export function withoutCover({pages, isLaunched}: Pick<ReviewReport, 'pages' | 'isLaunched'>): ReviewedPage[] {
  return isLaunched ? pages.filter(({notes, coverage}) => notes.length > 0 && coverage.some(({cover}) => !cover)) : [];
}

/** Notes on pages that have not changed. */
export function unusedNotes({notes}: Pick<ReviewReport, 'notes'>): WaitingNote[] {
  return notes.filter(({unchanged}) => unchanged.length > 0);
}

/** What stops publishing, each as `1 page has no note`. */
export function blockers(report: ReviewReport): string[] {
  const errors = report.problems.filter(({severity}) => severity === 'error').length;
  return [
    amount(withoutNote(report).length, 'page has no note', 'pages have no note'),
    amount(
      withoutCover(report).length,
      'page has a change that no note covers',
      'pages have changes that no note covers',
    ),
    amount(unusedNotes(report).length, 'note names an unchanged page', 'notes name unchanged pages'),
    amount(errors, 'problem must be fixed', 'problems must be fixed'),
  ].filter((words) => !words.startsWith('no '));
}

/** What waits and what stops publishing, `3 notes wait, 4 pages changed, nothing stops publishing`. */
export function summarise(report: ReviewReport): string {
  const notes = amount(report.notes.length, 'note waits', 'notes wait');
  const waits = `${notes}, ${amount(report.pages.length, 'page changed', 'pages changed')}`;
  const reasons = blockers(report);
  const open = report.problems.filter(({severity}) => severity === 'note').length;
  const questions = open === 0 ? '' : `, ${amount(open, 'question is open', 'questions are open')}`;
  return reasons.length === 0
    ? `${waits}, nothing stops publishing${questions}`
    : `${waits}; what stops publishing: ${reasons.join(', ')}`;
}

function amount(n: number, singular: string, plural: string): string {
  return `${n === 0 ? 'no' : n} ${n === 1 ? singular : plural}`;
}

export function asSentence(words: string): string {
  return `${capitalise(words)}.`;
}
