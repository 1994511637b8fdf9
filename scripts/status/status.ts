import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {listWords} from '../../src/format/nearest.ts';
import {renderReportMarkdown} from '../../src/format/report-page.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import {writeReportPage} from '../../src/fs/write-files.ts';
import {connectToRepository, listIssues} from '../../src/github/feedback-repository.ts';
import {type Issue, messageOf} from '../../src/github/issue-schema.ts';
import {readExport} from '../../src/github/read-export.ts';
import {FEEDBACK_LABEL} from '../../src/intake/feedback/feedback-labels.ts';
import {triage} from '../../src/intake/feedback/triage.ts';
import {PROPOSAL_LABEL} from '../../src/intake/issue-forms/case-study-proposal-form.ts';
import {listUnread} from '../../src/model/files/unread-files.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import type {OptionsOf, Run} from '../commands.ts';
import {type Dashboard, type DashboardInput, toDashboard} from './dashboard.ts';
import {dashboardReport} from './render-dashboard.ts';
import {mailNameOf, OUTBOX_FOLDER} from './sections/outbox-section.ts';
import type {OpenProposal} from './sections/proposals-section.ts';

const DEFAULT_FILE = '.tmp/dashboard.html';

/** `toolkit status`: lists everything that waits for editors, each with the command that deals with it. */
export const run: Run<'status'> = async (options, io) => {
  const {format, sent} = options;
  const toolkit = await loadToolkit(io.cwd);
  const gone = sent === undefined ? [] : await removeSent(io.cwd, sent);
  const outbox = await listOutbox(io.cwd);
  const dashboard = toDashboard({toolkit, today: io.today, outbox, ...(await readIssues(toolkit, options, io))});
  const file = options.out ?? (format === 'html' ? DEFAULT_FILE : undefined);
  if (format === 'markdown') io.stdout.write(renderReportMarkdown(dashboardReport(dashboard), 'npm run status'));
  if (format === 'json') io.stdout.write(`${JSON.stringify(dashboard, undefined, 2)}\n`);
  if (file !== undefined) await writeReportPage(io.cwd, file, dashboardReport(dashboard));
  const summary = file === undefined ? summarise(dashboard) : `wrote ${file}: ${summarise(dashboard)}`;
  // Standard output contains only the printed dashboard.
  const other = format === 'html' ? io.stdout : io.stderr;
  for (const path of gone) other.write(`removed ${path}\n`);
  other.write(`${summary}\n`);
  if (dashboard.unread.length > 0) {
    other.write(`${listUnread(dashboard.unread)}\n`);
  }
  return 0;
};

/** Feedback and proposals from a file or from GitHub; `undefined` if neither was asked for. */
async function readIssues(
  toolkit: Toolkit,
  {feedback, live}: OptionsOf<'status'>,
  io: Io,
): Promise<Pick<DashboardInput, 'feedback' | 'leftOut' | 'proposals'>> {
  const toRecord = (issue: Issue) => triage(toolkit, messageOf(issue));
  if (feedback !== undefined && live) {
    throw new ExitError('`--feedback` and `--live` are both given, expected one of them', 'Leave one out.');
  }
  if (feedback !== undefined) {
    const given = await readExport(io, feedback);
    const proposals = given.proposals.length > 0 ? given.proposals.map(toProposal) : undefined;
    return {feedback: given.feedback.map(toRecord), leftOut: given.leftOut, proposals};
  }
  if (!live) return {feedback: undefined};
  const repository = connectToRepository(io, toolkit.config.repository);
  const issues = await listIssues(repository, FEEDBACK_LABEL);
  const offered = await listIssues(repository, PROPOSAL_LABEL);
  return {feedback: issues.map(toRecord), proposals: offered.map(toProposal)};
}

function toProposal(issue: Issue): OpenProposal {
  const {number = 0, open, received} = messageOf(issue);
  return {number, open, received};
}

/** What waits, in one line; what was not looked at does not count as zero. */
function summarise({sections}: Dashboard): string {
  const some = sections.flatMap(({title, rows}) =>
    rows && rows.length > 0 ? [`${title.toLowerCase()}: ${rows.length}`] : [],
  );
  const unseen = sections.filter(({rows}) => !rows).length;
  return [...(some.length > 0 ? some : ['nothing waits']), ...(unseen > 0 ? [`not looked at: ${unseen}`] : [])].join(
    ', ',
  );
}

/** The emails that wait to be sent, in order; none if nothing was published on this computer. */
async function listOutbox(cwd: string): Promise<string[]> {
  const entries = await readdir(path.join(cwd, OUTBOX_FOLDER), {withFileTypes: true}).catch(() => []);
  const isMail = (name: string) => !name.startsWith('.');
  return entries.flatMap((entry) => (entry.isFile() && isMail(entry.name) ? [entry.name] : [])).sort();
}

/**
 * Removes an email that was sent from the outbox, in each format.
 *
 * @returns the removed files
 */
async function removeSent(cwd: string, name: string): Promise<string[]> {
  const files = await listOutbox(cwd);
  const sent = files.filter((file) => mailNameOf(file) === name).map((file) => `${OUTBOX_FOLDER}/${file}`);
  if (sent.length === 0) {
    const names = [...new Set(files.map(mailNameOf))];
    throw new ExitError(
      `option \`--sent\` is \`${name}\`, expected an email that waits in \`${OUTBOX_FOLDER}\`${names.length > 0 ? `: ${listWords(names)}` : ''}`,
      names.length > 0 ? 'Name one of these.' : 'Leave it out: no email waits.',
    );
  }
  const changes = await Promise.all(
    sent.map(
      async (file): Promise<FileChange> => ({kind: 'remove', path: file, found: await readFile(path.join(cwd, file))}),
    ),
  );
  await commit(cwd, {command: 'status', changes});
  return sent;
}
