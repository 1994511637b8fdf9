import {commandLine} from '../../src/format/command-line.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {connectToRepository, getIssue, type Repository} from '../../src/github/feedback-repository.ts';
import {labelNames, messageOf} from '../../src/github/issue-schema.ts';
import {readIssue} from '../../src/github/read-issue.ts';
import {NO_RETRIES, retryIdempotent} from '../../src/github/retry-idempotent.ts';
import {FEEDBACK_LABEL} from '../../src/intake/feedback/feedback-labels.ts';
import type {FeedbackRecord} from '../../src/intake/feedback/feedback-record.ts';
import {renderFeedbackComment} from '../../src/intake/feedback/render-feedback-comment.ts';
import {triage} from '../../src/intake/feedback/triage.ts';
import {ISSUE_LABELS} from '../../src/intake/issue-labels.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {OptionsOf, Run} from '../commands.ts';
import {applyRecord} from './apply-record.ts';
import {replyToReaders} from './reply-to-readers.ts';

const PER_PAGE = 100;

/**
 * Creates the labels that a repository lacks; existing labels stay as they are.
 *
 * @returns the names of the new labels
 */
async function createLabels(repository: Repository): Promise<string[]> {
  const {github, place} = repository;
  const has = await namesIn(repository);
  const missing = ISSUE_LABELS.filter(({name}) => !has.has(name.toLowerCase()));
  for (const label of missing) {
    const post = () => github.request('POST /repos/{owner}/{repo}/labels', {...place, ...label, ...NO_RETRIES});
    const find = async () => (await namesIn(repository)).has(label.name.toLowerCase()) || undefined;
    await retryIdempotent<unknown>(github, post, find);
  }
  return missing.map(({name}) => name);
}

/** In lower case: to GitHub `Feedback` and `feedback` are the same. */
async function namesIn({github, place}: Repository): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/labels', {...place, per_page: PER_PAGE, page});
    for (const {name} of data) names.add(name.toLowerCase());
    if (data.length < PER_PAGE) return names;
  }
}

/** `toolkit feedback`: sorts feedback, replies to readers, and creates the labels for it. */
export const run: Run<'feedback'> = async (options, io, [word, ...files]) => {
  if (word === undefined) {
    throw new ExitError(
      'nothing to do was named, expected `triage`, `answered` or `labels`',
      'Write, for example, `npm run toolkit -- feedback triage FILE`.',
    );
  }
  const action = {triage: runTriage, answered: runAnswered, labels: runLabels}[word];
  return action(await loadToolkit(io.cwd), {options, files}, io);
};

interface Asked {
  options: OptionsOf<'feedback'>;
  files: readonly string[];
}

async function runTriage(toolkit: Toolkit, {options, files}: Asked, io: Io): Promise<number> {
  const [file] = files;
  refuseMore('triage', files, 1);
  if (file === undefined) {
    throw new ExitError(
      'no file was named, expected the event of an issue',
      'Name it, or write `-` for standard input.',
    );
  }
  const issue = await readIssue(io, file);
  if (options.apply) return applyTriage(toolkit, issue.number, io);
  const record = triage(toolkit, messageOf(issue));
  if (!canAnswer(record)) throw unreadPage(record);
  io.stdout.write(`Labels: ${record.labels.join(', ')}\n\n${renderFeedbackComment(record, toolkit.config)}`);
  return 0;
}

function canAnswer({since}: FeedbackRecord): boolean {
  return since.state !== 'unread';
}

/** A page that cannot be read cannot be compared, so there is no reply about it. */
function unreadPage({since: {file = ''}}: FeedbackRecord): ExitError {
  return new ExitError(
    `\`${file}\` cannot be read, expected the page of this feedback`,
    `Run \`${commandLine('check', file)}\`, fix the file and run this again: until then there is no reply.`,
    {code: 1},
  );
}

/** More names than a command uses are a mistake. */
function refuseMore(word: string, files: readonly string[], most: number): void {
  if (files.length <= most) return;
  const expected = most === 0 ? 'nothing' : 'one name';
  throw new ExitError(
    `${files.map((name) => `\`${name}\``).join(', ')} given after \`${word}\`, expected ${expected}`,
    most === 0 ? 'Leave them out.' : 'Run the command once for each.',
  );
}

/** Triages the current issue on GitHub, which may be newer than the event. */
async function applyTriage(toolkit: Toolkit, number: number, io: Io): Promise<number> {
  const repository = connectToRepository(io, toolkit.config.repository);
  const issue = await getIssue(repository, number);
  if (issue.pull_request || !labelNames(issue).includes(FEEDBACK_LABEL)) {
    io.stdout.write(`Nothing to do: number ${number} does not have the label \`${FEEDBACK_LABEL}\`.\n`);
    return 0;
  }
  const record = triage(toolkit, messageOf(issue));
  if (!canAnswer(record)) throw unreadPage(record);
  io.stdout.write(`Feedback ${number}: ${await applyRecord(repository, issue, record, toolkit.config)}.\n`);
  return 0;
}

function runAnswered(toolkit: Toolkit, {options, files}: Asked, io: Io): Promise<number> {
  return replyToReaders(toolkit, files, options.apply ?? false, io);
}

/** Lists the labels that forms and editors need, or creates those that are missing on GitHub. */
async function runLabels({config}: Toolkit, {options, files}: Asked, io: Io): Promise<number> {
  refuseMore('labels', files, 0);
  if (!options.apply) {
    io.stdout.write(ISSUE_LABELS.map(({name, description}) => `${name}: ${description}\n`).join(''));
    return 0;
  }
  const created = await createLabels(connectToRepository(io, config.repository));
  io.stdout.write(created.length === 0 ? 'Every label exists.\n' : `Created: ${created.join(', ')}.\n`);
  return 0;
}
