import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {connectToRepository} from '../../src/github/feedback-repository.ts';
import {GitHubError} from '../../src/github/github-client.ts';
import {upsertComment} from '../../src/github/upsert-comment.ts';
import type {Update} from '../../src/model/schemas/update-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {
  ANSWERED_MARKER,
  type AnsweredFeedback,
  answeredFeedback,
  renderAnswered,
} from '../../src/model/updates/answered.ts';

/**
 * In days: updates that are not older get a reply without being named, so that a later run makes up for a failed one.
 */
const RECENT_DAYS = 31;

const DAY = 86_400_000;

/** Replies to readers with the updates that answer their feedback: recent updates, or the named ones. */
export async function replyToReaders(
  toolkit: Toolkit,
  slugs: readonly string[],
  isApplied: boolean,
  io: Io,
): Promise<number> {
  const updates = toolkit.updates.map(({data}) => data);
  const stray = slugs.find((slug) => !updates.some((update) => update.slug === slug));
  if (stray !== undefined)
    throw new ExitError(`no update \`${stray}\` found, expected the slug of one`, 'Name another one.');
  const isRecent = ({published}: Update) => Date.parse(io.today) - Date.parse(published.latest) <= RECENT_DAYS * DAY;
  const answered = answeredFeedback(updates, (update) =>
    slugs.length > 0 ? slugs.includes(update.slug) : isRecent(update),
  );
  if (answered.length === 0) {
    io.stdout.write('No recent update answers feedback.\n');
    return 0;
  }
  if (isApplied) return comment(toolkit, answered, io);
  for (const entry of answered) io.stdout.write(`Feedback ${entry.number}:\n\n${renderAnswered(toolkit, entry)}\n`);
  return 0;
}

/** Posts the replies; one that fails does not stop the others. */
async function comment(toolkit: Toolkit, answered: readonly AnsweredFeedback[], io: Io): Promise<number> {
  const {github, place} = connectToRepository(io, toolkit.config.repository);
  let code = 0;
  for (const entry of answered) {
    const {number} = entry;
    try {
      const body = renderAnswered(toolkit, entry);
      const done = await upsertComment(github, {...place, issue_number: number}, ANSWERED_MARKER, () => body);
      io.stdout.write(`Feedback ${number}: the comment was ${done}.\n`);
    } catch (error) {
      if (!isClosed(error)) throw error;
      io.stderr.write(
        `feedback ${number} cannot be answered (GitHub answered ${error.status}), expected an open issue with that number\n` +
          '  fix: Check that the note names the right number, and that the issue is not locked.\n',
      );
      code = 1;
    }
  }
  return code;
}

/** Whether an issue is gone or locked; a rate limit has the status 403 too. */
function isClosed(error: unknown): error is GitHubError {
  return error instanceof GitHubError && [403, 404, 410].includes(error.status) && !error.isRateLimited;
}
