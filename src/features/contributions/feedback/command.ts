import {listUnread, unreadFiles} from '../../../content/files/unread-files.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {connectToRepository} from '../../../io/github/github-client.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {answerIssue, commentOnce, createLabels} from '../answer-issue.ts';
import type {FEEDBACK} from '../feature.ts';
import {getIssue, readIssue} from '../issues.ts';
import {FEEDBACK_LABEL, ISSUE_LABELS} from '../labels.ts';
import {ANSWERED_MARKER, changesByFeedback, renderAnswered} from './answered.ts';
import {FEEDBACK_MARKER, renderReply} from './render-reply.ts';
import {isOurs, labelsOf, triage} from './triage.ts';

/** Recent updates, in days: a later run makes up for a failed one. */
const RECENT_DAYS = 31;
const DAY = 86_400_000;

type Action = (toolkit: Toolkit, isApplied: boolean, io: Io, file: string) => Promise<number>;

const ACTIONS: Readonly<Record<'triage' | 'answered' | 'labels', Action>> = {
  triage: triageIssue,
  answered: tellReaders,
  labels: listLabels,
};

/** `toolkit feedback`: sorts feedback, replies to readers, and creates the labels for it. */
export const run: Run<typeof FEEDBACK> = async ({apply = false}, io, [word, ...files]) => {
  const [file = ''] = files;
  if (word === undefined) {
    throw new ExitError(
      'nothing to do was named, expected `triage`, `answered` or `labels`',
      'Write, for example, `npm run toolkit -- feedback triage FILE`.',
    );
  }
  if (files.length !== (word === 'triage' ? 1 : 0)) {
    throw new ExitError(
      `${files.length} files were named after \`${word}\`, expected ${word === 'triage' ? '1, the event of an issue' : 'none'}`,
      word === 'triage' ? 'Name it, or write `-` for standard input.' : 'Leave them out.',
    );
  }
  return ACTIONS[word](await loadToolkit(io.cwd), apply, io, file);
};

/** Sorts an issue, as it is on GitHub now: that may be newer than the event. */
async function triageIssue(toolkit: Toolkit, isApplied: boolean, io: Io, file: string): Promise<number> {
  const unread = unreadFiles(toolkit);
  if (unread.length > 0) throw new ExitError(listUnread(unread), 'Fix them. Until then there is no reply.', {code: 1});
  const {config} = toolkit;
  const event = await readIssue(io, file);
  const repository = isApplied ? connectToRepository(io, config.repository) : undefined;
  const issue = repository ? await getIssue(repository, event.number) : event;
  const record = triage(toolkit, issue);
  const labels = labelsOf(record, config);
  const comment = renderReply(record, config);
  if (!repository) {
    io.stdout.write(`Labels: ${labels.join(', ')}\n\n${comment}`);
  } else if (issue.pull_request || !issue.labels.includes(FEEDBACK_LABEL)) {
    io.stdout.write(`Nothing to do: number ${issue.number} does not have the label \`${FEEDBACK_LABEL}\`.\n`);
  } else {
    const answer = {marker: FEEDBACK_MARKER, comment, labels, isOurs: (label: string) => isOurs(label, config)};
    const done = await answerIssue(repository, issue, answer);
    io.stdout.write(
      `Feedback ${issue.number}: the comment was ${done.comment}, labels added: ${done.added}, removed: ${done.removed}.\n`,
    );
  }
  return 0;
}

/** Tells the readers whose feedback recent updates answer. An issue that is gone or locked does not stop the others. */
async function tellReaders(toolkit: Toolkit, isApplied: boolean, io: Io): Promise<number> {
  const recent = ({published}: Toolkit['updates'][number]['data']) =>
    Date.parse(io.today) - Date.parse(published.latest) <= RECENT_DAYS * DAY;
  const answers = [...changesByFeedback(toolkit.updates.map(({data}) => data))]
    .filter(([, changes]) => changes.some(({update}) => recent(update)))
    .sort(([a], [b]) => a - b);
  if (answers.length === 0) io.stdout.write('No recent update answers feedback.\n');
  let code = 0;
  for (const [number, changes] of answers) {
    const comment = renderAnswered(toolkit, changes);
    if (!isApplied) {
      io.stdout.write(`Feedback ${number}:\n\n${comment}\n`);
      continue;
    }
    const done = await commentOnce(
      connectToRepository(io, toolkit.config.repository),
      number,
      ANSWERED_MARKER,
      comment,
    );
    if (done === 'closed') {
      io.stderr.write(
        `feedback ${number} cannot be answered, expected an open issue with that number\n` +
          '  fix: Check that the note names the right number, and that the issue is not locked.\n',
      );
      code = 1;
    } else io.stdout.write(`Feedback ${number}: the comment was ${done}.\n`);
  }
  return code;
}

/** Lists the labels that forms and editors need, or creates those that are missing on GitHub. */
async function listLabels({config}: Toolkit, isApplied: boolean, io: Io): Promise<number> {
  if (!isApplied) {
    io.stdout.write(ISSUE_LABELS.map(({name, description}) => `${name}: ${description}\n`).join(''));
    return 0;
  }
  const created = await createLabels(connectToRepository(io, config.repository));
  io.stdout.write(created.length === 0 ? 'Every label exists.\n' : `Created: ${created.join(', ')}.\n`);
  return 0;
}
