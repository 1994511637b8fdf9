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
