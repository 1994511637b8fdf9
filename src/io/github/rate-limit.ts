import type {Pace} from '../cli/io.ts';

/**
 * The pace of every job; tests pass a faster one in `Io.pace`.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export const RATE_LIMIT: Pace = {betweenWrites: 1000, betweenNotices: 3000, second: 1000, longestAnswer: 30_000};
