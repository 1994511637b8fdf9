import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {connectToRepository} from '../../src/github/feedback-repository.ts';
import {GitHubError} from '../../src/github/github-client.ts';
import {putComment} from '../../src/github/upsert-comment.ts';
import type {Update} from '../../src/model/schemas/update-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {AnsweredFeedback} from '../../src/model/updates/answered.ts';
import {ANSWERED_MARKER, answeredFeedback, renderAnswered} from '../../src/model/updates/answered.ts';

/** How long an update is told of by itself, in days: a job that failed is made up for by a later one. */
const RECENT_DAYS = 31;

const DAY = 86_400_000;

/** Tells those who wrote what updates changed because of it: recent updates, or those that are named. */
export async function tellAnswered(
  toolkit: Toolkit,
  slugs: readonly string[],
  isApplied: boolean,
  io: Io,
): Promise<number> {
  const updates = toolkit.updates.map(({data}) => data);
  const stray = slugs.find((slug) => !updates.some((update) => update.slug === slug));
  if (stray !== undefined)
    throw new ExitError(`there is no update \`${stray}\`, expected its slug`, 'Name another one.');
  const isRecent = ({published}: Update) => Date.parse(io.today) - Date.parse(published.latest) <= RECENT_DAYS * DAY;
  const answered = answeredFeedback(updates, (update) =>
    slugs.length > 0 ? slugs.includes(update.slug) : isRecent(update),
  );
  if (answered.length === 0) {
    io.stdout.write('No recent update names feedback that it answers.\n');
    return 0;
  }
  if (isApplied) return comment(toolkit, answered, io);
  for (const entry of answered) io.stdout.write(`Feedback ${entry.number}:\n\n${renderAnswered(toolkit, entry)}\n`);
  return 0;
}

/** A number that nobody can answer keeps no other from its answer. */
async function comment(toolkit: Toolkit, answered: readonly AnsweredFeedback[], io: Io): Promise<number> {
  const {github, place} = connectToRepository(io, toolkit.config.repository);
  let code = 0;
  for (const entry of answered) {
    const {number} = entry;
    try {
      const words = renderAnswered(toolkit, entry);
      const done = await putComment(github, {...place, issue_number: number}, ANSWERED_MARKER, () => words);
      io.stdout.write(`Feedback ${number}: the comment was ${done}.\n`);
    } catch (error) {
      if (!isClosed(error)) throw error;
      io.stderr.write(
        `feedback ${number} cannot be answered (GitHub answered ${error.status}), expected an open conversation of that number\n` +
          '  fix: Look whether the note names the right number, and whether the conversation is locked.\n',
      );
      code = 1;
    }
  }
  return code;
}

/** Whether a conversation is gone or locked; a rate limit has the status 403 too. */
function isClosed(error: unknown): error is GitHubError {
  return error instanceof GitHubError && [403, 404, 410].includes(error.status) && !error.isRateLimited;
}
