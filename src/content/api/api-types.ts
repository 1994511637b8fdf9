import type {ChangeNote} from '../schemas/change-note-schema.ts';

/** A page as others name it, with the addresses that GOV.UK's content items have; an id alone where the page is gone. */
export interface PageLink {
  id: string;
  title?: string;
  document_type?: 'guidance' | 'case_study' | 'handbook';
  base_path?: string;
  /** The path of its content item on the same host. */
  api_path?: string;
  web_url?: string;
  api_url?: string;
  withdrawn?: true;
}

/** A priority, an approach or a region; it has addresses where a page is about it. */
export interface TermLink extends Omit<PageLink, 'document_type' | 'withdrawn'> {
  title: string;
}

/** A change as the history of a page shows it. Days are RFC 3339 `full-date`: no time of day is known. */
export interface HistoryItem extends Pick<ChangeNote, 'note' | 'kind' | 'corrects'> {
  /** The update and the number of the change in it, from 1: `2026-11-24#2`. It never changes. */
  id: string;
  public_timestamp: string;
  /** Only where the day is not known. */
  published?: {earliest: string; latest: string};
  corrections?: {id: string; public_timestamp: string; note: string; web_url: string}[];
  web_url: string;
}

/** A published change, with the public note that came with it. */
export interface Change extends HistoryItem, Omit<ChangeNote, 'note' | 'kind' | 'corrects' | 'pages'> {
  update: {slug: string; title: string};
  pages: PageLink[];
}
