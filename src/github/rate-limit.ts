import type {Pace} from '../fs/io.ts';

/**
 * The pace of every job; tests pass a quicker one as a part of the world (`Io.pace`).
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export const PACE: Pace = {betweenWrites: 1000, betweenNotices: 3000, second: 1000, longestAnswer: 30_000};
