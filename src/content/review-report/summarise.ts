import {capitalise} from '../capitalise.ts';
import type {ReviewBase, ReviewReport, WaitingNote} from './review-report.ts';
import {errorsOf, idleNotes, withoutNote} from './review-report.ts';

/** What waits and what hinders, `3 notes wait, 4 pages changed, nothing hinders publishing`. */
export function summarise(report: ReviewReport): string {
  const waits = [
    amount(report.notes.length, 'note waits', 'notes wait'),
    amount(report.pages.length, 'page changed', 'pages changed'),
  ].join(', ');
  const hinders = listHindrances(report);
  return hinders.length === 0
    ? `${waits}, nothing hinders publishing`
    : `${waits}; what hinders publishing: ${hinders.join(', ')}`;
}

function listHindrances(report: ReviewReport): string[] {
  const without = withoutNote(report).length;
  const idle = idleNotes(report).length;
  const errors = errorsOf(report).length;
  return [
    without > 0 && amount(without, 'page has no note', 'pages have no note'),
    idle > 0 && amount(idle, 'note names a page that has not changed', 'notes name pages that have not changed'),
    errors > 0 && amount(errors, 'problem must be mended', 'problems must be mended'),
  ].filter((words) => words !== false);
}

/** With what the pages were compared, as a sentence. */
export function tellBase(base: ReviewBase): string {
  if (base.kind === 'ref') return `Each page is compared with its text where this work left \`${base.ref}\`.`;
  if (base.kind === 'record') return 'Each page is compared with the text that readers see now.';
  return 'No page has an earlier text yet, so there is nothing to compare with.';
}

/** What a correction puts right, in sentences; what it told stands after them. */
export function tellCorrected({note, corrects}: WaitingNote): string[] {
  const {title, published, told} = corrects ?? {title: '', published: '', told: []};
  const end = told.length > 0 ? ', which told readers:' : '.';
  const editions = note.editions?.join(', ');
  const sentences = [
    corrects && title === '' && `It puts right \`${corrects.name}\`, which is not there.`,
    editions && `It stands as an erratum in ${note.editions?.length === 1 ? 'edition' : 'editions'} ${editions}.`,
    corrects && title !== '' && `It puts right "${title}" (published ${published})${end}`,
  ].filter((sentence) => typeof sentence === 'string');
  return sentences.length > 0 ? sentences : ['It names no update that it puts right.'];
}

/** A number with its words; none is written out. */
export function amount(n: number, one: string, many: string): string {
  return `${n === 0 ? 'no' : n} ${n === 1 ? one : many}`;
}

/** A sentence from words that begin in lower case. */
export function asSentence(words: string): string {
  return `${capitalise(words)}.`;
}
