import type {Pace} from '../../../../src/io/cli/io.ts';
import {RATE_LIMIT} from '../../../../src/io/github/github-client.ts';

/** The pace of tests: what waits elsewhere waits here too, a hundred times as short. */
export const QUICK_PACE: Pace = {...RATE_LIMIT, betweenWrites: 10, betweenNotices: 30, second: 10};
