import type {ChangeNote} from '../content/schemas/change-note-schema.ts';

/** What happened to a page, as readers see it. */
export const CHANGE_WORDS: Readonly<Record<ChangeNote['kind'], string>> = {
  'page-added': 'New page',
  'case-study-added': 'New case study',
  'content-added': 'Added',
  'content-changed': 'Changed',
  'content-removed': 'Removed',
  'page-moved': 'Moved',
  'page-withdrawn': 'Withdrawn',
  correction: 'Correction',
};

/** A count with its noun: `1 case study`, `6 case studies`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
