import type {NamedPage, ReviewReport, WaitingNote} from './review-report.ts';

/** Where the parts of a report stand in it; ids count, for names of files may hold anything. */
export interface Anchors {
  /** `undefined` for a page that did not change. */
  page(page: NamedPage): string | undefined;
  note(note: WaitingNote): string;
}

export function anchorsOf({pages, notes}: ReviewReport): Anchors {
  const nth = new Map(pages.map(({id}, index) => [id, `page-${index + 1}`]));
  return {
    page: ({id}) => nth.get(id),
    note: (note) => `note-${notes.indexOf(note) + 1}`,
  };
}
