import type {PersonalData} from '../../privacy/personal-data.ts';

/** Whether a page has changed since a reader read it. */
export interface ChangesSince {
  /** `waits`: a change is not published yet. `unread`: the file of the page cannot be read. */
  state: 'same' | 'changed' | 'waits' | 'unknown' | 'gone' | 'unread';
  /** The file of the page, if it cannot be read. */
  file?: string;
}

/** Feedback, sorted: what it is about, who deals with it, and what is known. It names no person. */
export interface FeedbackRecord {
  /** The id of the page; missing if it is about no page, or if that is not clear. */
  page: string | undefined;
  /** The title of that page. */
  title: string | undefined;
  /** The address where the reader read it, without the site's base URL. */
  address: string | undefined;
  /** What the reader read: `live`, or the name of an edition. */
  edition: string | undefined;
  /** The terms of the page, by the key of their vocabulary. */
  terms: Record<string, string[]>;
  /** The role that handles it. */
  owner: string;
  /** What the reader wrote, without anything that looks like personal data. */
  words: string;
  /** The personal data found in its title and text, once for each time. */
  personal: PersonalData['kind'][];
  since: ChangesSince;
  /** The published updates with notes that answer it, newest first. */
  answered: {title: string; address: string}[];
  /** The labels it should have, in addition to those that people add. */
  labels: string[];
  /** The accounts assigned to it. */
  assignees: string[];
}
