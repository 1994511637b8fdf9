import {listUnread, unreadFiles} from '../../../content/files/unread-files.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {connectToRepository} from '../../../io/github/github-client.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {answerIssue, commentOnce} from '../answer-issue.ts';
import {getIssue, readIssue} from '../issues.ts';
import {FEEDBACK_LABEL} from '../labels.ts';
import {ANSWERED_MARKER, changesByFeedback, renderAnswered} from './answered.ts';
import {FEEDBACK_MARKER, renderReply} from './render-reply.ts';
import {isOurs, labelsOf, triage} from './triage.ts';

/** Recent updates, in days: a later run makes up for a failed one. */
const RECENT_DAYS = 31;
const DAY = 86_400_000;

/** Sorts an issue, as it is on GitHub now: that may be newer than the event. */
export async function sortFeedback(env: NodeJS.ProcessEnv, {cwd, pace}: Pick<Io, 'cwd' | 'pace'>): Promise<string> {
  const toolkit = await loadToolkit(cwd);
  const unread = unreadFiles(toolkit);
  if (unread.length > 0) throw new ExitError(listUnread(unread), 'Fix them. Until then there is no reply.', {code: 1});
  const {config} = toolkit;
  const {number} = await readIssue(env);
  const repository = connectToRepository({env, pace}, config.repository);
  const issue = await getIssue(repository, number);
  if (issue.pull_request || !issue.labels.includes(FEEDBACK_LABEL)) {
    return `Nothing to do: number ${number} does not have the label \`${FEEDBACK_LABEL}\`.`;
  }
  const record = triage(toolkit, issue);
  const {comment, added, removed} = await answerIssue(repository, issue, {
    marker: FEEDBACK_MARKER,
    comment: renderReply(record, config),
    labels: labelsOf(record, config),
    isOurs: (label) => isOurs(label, config),
  });
  return `Feedback ${number}: the comment was ${comment}, labels added: ${added}, removed: ${removed}.`;
}

/**
 * Informs the readers whose feedback recent updates answer. An issue that is gone or locked does not stop the others.
 *
 * @throws {ExitError} with code 1 if there is such an issue.
 */
export async function answerFeedback(env: NodeJS.ProcessEnv, {cwd, pace, today}: Io): Promise<string[]> {
  const toolkit = await loadToolkit(cwd);
  const recent = ({published}: Toolkit['updates'][number]['data']) =>
    Date.parse(today) - Date.parse(published.latest) <= RECENT_DAYS * DAY;
  const answers = [...changesByFeedback(toolkit.updates.map(({data}) => data))]
    .filter(([, changes]) => changes.some(({update}) => recent(update)))
    .sort(([a], [b]) => a - b);
  const repository = connectToRepository({env, pace}, toolkit.config.repository);
  const closed: number[] = [];
  const lines: string[] = [];
  for (const [number, changes] of answers) {
    const done = await commentOnce(repository, number, ANSWERED_MARKER, renderAnswered(toolkit, changes));
    if (done === 'closed') closed.push(number);
    else lines.push(`Feedback ${number}: the comment was ${done}.`);
  }
  if (closed.length === 0) return lines;
  throw new ExitError(
    `feedback ${closed.join(', ')} cannot be answered, expected open issues with these numbers`,
    'Check that each note names the right number, and that the issue is not locked.',
    {code: 1, outcome: lines.join('\n')},
  );
}
