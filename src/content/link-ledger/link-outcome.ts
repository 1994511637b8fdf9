/** What one check of an address met; `said` tells it in a few words, `answered 404`. */
export type LinkOutcome =
  | {kind: 'living'}
  /** It opened, and its server says that it has another address for good. */
  | {kind: 'moved'; to: string}
  /** The server answers and lets no program in: whether people get the page, nobody can tell. */
  | {kind: 'blocked'; said: string}
  | LinkFailure;

/** A check that a strike follows. */
export interface LinkFailure {
  kind: 'gone' | 'slow' | 'certificate' | 'refused';
  said: string;
}

/** What a server answered last, after every redirect. */
export interface LastAnswer {
  status: number;
  /** By name in small letters. */
  headers: Readonly<Record<string, string | undefined>>;
  /** How its words begin; empty after `HEAD`. */
  start: string;
}
