/** How long a job waits for GitHub, in milliseconds. */
export interface Pace {
  /** From one thing that is written to the next. */
  betweenWrites: number;
  /** The same where people are told of it: an issue, a comment, a pull request. */
  betweenNotices: number;
  /** What counts as a second wherever GitHub asks to wait for some, and before a failure is tried again. */
  second: number;
  /** How long one answer may take. */
  longestAnswer: number;
}

/**
 * The pace of every job; tests pass a quicker one as a part of the world (`Io.pace`).
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export const PACE: Pace = {betweenWrites: 1000, betweenNotices: 3000, second: 1000, longestAnswer: 30_000};
