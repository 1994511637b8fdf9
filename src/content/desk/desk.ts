/** One thing that waits for an editor, with the command that deals with it. */
export interface DeskRow {
  /** What its section lists it under: a role, a page or a stage. */
  group?: string;
  /** The title of its page, or what else it is about; written by an author. */
  title: string;
  /** The id of that page, or the path of a file. */
  id?: string;
  /** The address of another site that it is about. */
  address?: string;
  /** What is the matter, in sentences; literals stand in backticks. */
  matter: string;
  /** The day since when, `2026-11-24`. */
  since?: string;
  /** Whole days since then. */
  days?: number;
  /** The label of the role that looks after it. */
  owner?: string;
  /** The conversation about it on GitHub. */
  issue?: {number: number; url: string};
  /** What to type. */
  command: string;
}

/** What waits of one kind. */
export interface DeskSection {
  /** The anchor of the section. */
  id: string;
  title: string;
  /** What to do with the rows, in one or two sentences. */
  about: string;
  /** What it means that there are none. */
  none: string;
  /** `undefined` where nobody looked: that is never told as none. */
  rows: DeskRow[] | undefined;
  /** Why nobody looked, and how to. */
  unseen?: string;
}

/** All that waits for editors on a day. */
export interface Desk {
  toolkitTitle: string;
  /** `2026-11-24`. */
  today: string;
  sections: DeskSection[];
  /** Files that cannot be read as they should: the rows do not tell what they say. */
  unread: string[];
}
