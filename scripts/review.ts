import {markReviewed} from '../src/app/review/mark-reviewed.ts';
import {review} from '../src/app/review/review.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import type {OptionsOf, Run} from './commands.ts';

/**
 * `toolkit review`: shows editors what waits for them and what would be published next, and ends with 1 if something
 * stops publishing. With `--done`, records that pages were reviewed.
 */
export const run: Run<'review'> = async (options, io, words) => {
  refuseStray(options, words);
  if (!options.done) return review(options, io);
  await markReviewed(options, io, words);
  return 0;
};

/** An option without effect is a mistake. */
function refuseStray({done, ...options}: OptionsOf<'review'>, [page]: readonly string[]): void {
  const stray = (done ? (['since'] as const) : (['as', 'scope', 'on'] as const)).find((name) => options[name]);
  if (stray !== undefined) {
    const problem = `\`--${stray}\` given ${done ? 'with' : 'without'} \`--done\`, expected it ${done ? 'alone' : 'with that'}`;
    throw new ExitError(problem, 'Run `npm run toolkit -- review --help` to see what each option does.');
  }
  if (page === undefined || done) return;
  throw new ExitError(
    `\`${page}\` given, expected no page: the report is about all of them`,
    `Write \`npm run review\`, or \`npm run review -- --done ${page}\` if you reviewed the page.`,
  );
}
