import {commandLine} from '../../src/format/command-line.ts';
import {listWords} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {nameInput, parseInput, readInput} from '../../src/fs/read-input.ts';
import {writeFiles} from '../../src/fs/write-files.ts';
import type {Repository} from '../../src/github/feedback-repository.ts';
import {connectToRepository, getIssue} from '../../src/github/feedback-repository.ts';
import type {Issue} from '../../src/github/issue-schema.ts';
import {issueEventSchema, issueSchema, labelNames, messageOf} from '../../src/github/issue-schema.ts';
import {doOnce, NO_RETRIES} from '../../src/github/retry-idempotent.ts';
import {FEEDBACK_LABEL} from '../../src/intake/feedback/feedback-labels.ts';
import {triage} from '../../src/intake/feedback/triage.ts';
import {PROPOSAL_LABEL} from '../../src/intake/issue-forms/case-study-proposal-form.ts';
import {ISSUE_LABELS} from '../../src/intake/issue-labels.ts';
import {brokenPages, listUnread} from '../../src/model/files/unread-files.ts';
import type {FeedbackRecord} from '../../src/model/schemas/feedback-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {OptionsOf, Run} from '../commands.ts';
import {applyRecord} from './apply-record.ts';
import {canAnswer, TRIAGE_FORMATS} from './render-triage.ts';
import {tellAnswered} from './tell-answered.ts';

const PER_PAGE = 100;

/**
 * Makes the labels that a repository lacks; one that is there stays as people have it. Done twice, it changes nothing.
 *
 * @returns the names of those that were made
 */
async function makeLabels(repository: Repository): Promise<string[]> {
  const {github, place} = repository;
  const has = await namesIn(repository);
  const missing = ISSUE_LABELS.filter(({name}) => !has.has(name.toLowerCase()));
  for (const label of missing) {
    const post = () => github.request('POST /repos/{owner}/{repo}/labels', {...place, ...label, ...NO_RETRIES});
    const find = async () => (await namesIn(repository)).has(label.name.toLowerCase()) || undefined;
    await doOnce<unknown>(github, post, find);
  }
  return missing.map(({name}) => name);
}

/** GitHub takes `Feedback` and `feedback` for one name. */
async function namesIn({github, place}: Repository): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/labels', {...place, per_page: PER_PAGE, page});
    for (const {name} of data) names.add(name.toLowerCase());
    if (data.length < PER_PAGE) return names;
  }
}

/** `toolkit feedback`: sorts feedback, tells readers what came of it, and makes the labels for it. */
export const run: Run<'feedback'> = async (options, io, [word, ...files]) => {
  if (word === undefined) {
    throw new ExitError(
      'what to do is not named, expected `triage`, `answered` or `labels`',
      'Write `npm run feedback -- triage FILE`, for one.',
    );
  }
  const work = {triage: runTriage, answered: runAnswered, labels: runLabels}[word];
  return work(await loadToolkit(io.cwd), {options, files}, io);
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
      'no file is named, expected the event of an issue',
      'Name it, or write `-` for the standard input.',
    );
  }
  const issue = await readIssue(io, file);
  if (options.apply) return applyTriage(toolkit, issue.number, io);
  if (labelNames(issue).includes(PROPOSAL_LABEL)) {
    throw new ExitError(
      `${nameInput(file)} has the label \`${PROPOSAL_LABEL}\`, expected feedback on a page`,
      `Run \`${commandLine('new', 'case-study', '--from-issue', file)}\`, which makes a page of it.`,
    );
  }
  const record = triage(toolkit, messageOf(issue));
  const {json, markdown} = TRIAGE_FORMATS;
  if (options.write !== undefined) {
    const files = {'feedback.json': json(record), 'feedback.md': markdown(record, toolkit.config)};
    await writeFiles(io.cwd, options.write, files);
  }
  io.stdout.write(TRIAGE_FORMATS[options.format](record, toolkit.config));
  if (!canAnswer(record)) throw unreadPage(record);
  const unread = brokenPages(toolkit).map(({path}) => path);
  if (record.page === undefined && unread.length > 0) io.stderr.write(`${listUnread(unread)}\n`);
  return 0;
}

/** Reads the event of an issue, or an issue; `-` is the standard input. */
async function readIssue(io: Io, file: string): Promise<Issue> {
  const value = parseInput(new TextDecoder().decode(await readInput(io, file)), file);
  const event = issueEventSchema.safeParse(value);
  if (event.success) return event.data.issue;
  const issue = issueSchema.safeParse(value);
  if (issue.success) return issue.data;
  throw new ExitError(
    `${nameInput(file)} holds no issue, expected an issue or the event of one`,
    'Save the event that GitHub sent, or the issue as JSON.',
  );
}

/** Nobody is told anything of a page that cannot be read. */
function unreadPage({since: {file = ''}}: FeedbackRecord): ExitError {
  return new ExitError(
    `\`${file}\` cannot be read, expected the page that this is about`,
    `Run \`${commandLine('check', file)}\`, mend the file and run this again: until then no answer is made.`,
    {code: 1},
  );
}

/** A name that nobody looks at would be lost without a word. */
function refuseMore(word: string, files: readonly string[], most: number): void {
  if (files.length <= most) return;
  const expected = most === 0 ? 'none' : 'one alone';
  throw new ExitError(
    `\`${word}\` is given ${files.length} ${files.length === 1 ? 'name' : 'names'}, expected ${expected}: ${listWords(files)}`,
    most === 0 ? 'Leave them out.' : 'Run the command once for each.',
  );
}

/** Looks at the issue as it is now, and makes it as it should be. */
async function applyTriage(toolkit: Toolkit, number: number, io: Io): Promise<number> {
  const repository = connectToRepository(io, toolkit.config.repository);
  const issue = await getIssue(repository, number);
  if (issue.pull_request || !labelNames(issue).includes(FEEDBACK_LABEL)) {
    io.stdout.write(`Nothing is done: number ${number} does not have the label \`${FEEDBACK_LABEL}\`.\n`);
    return 0;
  }
  const record = triage(toolkit, messageOf(issue));
  if (!canAnswer(record)) throw unreadPage(record);
  io.stdout.write(`Feedback ${number}: ${await applyRecord(repository, issue, record, toolkit.config)}.\n`);
  return 0;
}

function runAnswered(toolkit: Toolkit, {options, files}: Asked, io: Io): Promise<number> {
  return tellAnswered(toolkit, files, options.apply ?? false, io);
}

/** The labels that forms and editors need, and on GitHub those that were not there yet. */
async function runLabels({config}: Toolkit, {options, files}: Asked, io: Io): Promise<number> {
  refuseMore('labels', files, 0);
  if (!options.apply) {
    io.stdout.write(ISSUE_LABELS.map(({name, description}) => `${name}: ${description}\n`).join(''));
    return 0;
  }
  const made = await makeLabels(connectToRepository(io, config.repository));
  io.stdout.write(made.length === 0 ? 'Every label is there.\n' : `Made: ${made.join(', ')}.\n`);
  return 0;
}
