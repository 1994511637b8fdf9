import type {Toolkit} from '../../content/toolkit.ts';

type WaitingNote = Toolkit['notes'][number];

export function scheduledNotes({notes}: Pick<Toolkit, 'notes'>): (WaitingNote & {day: string})[] {
  return notes
    .flatMap((note) => (note.data.not_before === undefined ? [] : [{...note, day: note.data.not_before}]))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The scheduled notes that may not be published yet on a day. One of them holds back the whole update, because the pages
 * on the main branch contain its change.
 */
export function notesNotDue(toolkit: Pick<Toolkit, 'notes'>, day: string): (WaitingNote & {day: string})[] {
  return scheduledNotes(toolkit).filter((note) => note.day > day);
}
