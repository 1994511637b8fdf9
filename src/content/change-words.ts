import type {ChangeNote} from './schemas/change-note-schema.ts';

/** What happened to a page, as readers see it above a note. */
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

/** What a note on several pages says on one of them, `with 3 other pages`; nothing where it is about that page alone. */
export function withOthers(pages: readonly string[], own: ReadonlySet<string>): string | undefined {
  const count = pages.filter((id) => !own.has(id)).length;
  return count === 0 ? undefined : `with ${count} other ${count === 1 ? 'page' : 'pages'}`;
}
