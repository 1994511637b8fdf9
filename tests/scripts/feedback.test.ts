import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {connectToGitHub} from '../../scripts/github-client.ts';
import {issueEventSchema, labelNames, messageOf} from '../../scripts/issue-schema.ts';
import {putComment} from '../../scripts/put-comment.ts';
import {EXPORT_COMMAND} from '../../scripts/read-export.ts';
import {noteExample} from '../../src/content/examples/example-files.ts';
import {ANSWERED_MARKER} from '../../src/content/feedback/answered.ts';
import {FEEDBACK_MARKER} from '../../src/content/feedback/render-feedback-comment.ts';
import {proposalMailto} from '../../src/content/feedback-link.ts';
import {betaFeedbackForm} from '../../src/content/issue-forms/beta-feedback-form.ts';
import {caseStudyProposalForm, PROPOSAL_TITLE} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {ISSUE_LABELS} from '../../src/content/issue-labels.ts';
import {labelOfStage, MAKE_FILE_LABEL, STAGES_BY_HAND} from '../../src/content/proposals/proposal-stages.ts';
import {feedbackSchema} from '../../src/content/schemas/feedback-schema.ts';
import {readDocument} from '../../src/store/document.ts';
import {fingerprintOf} from '../../src/store/fingerprint.ts';
import {loadConfig} from '../../src/store/load-toolkit.ts';
import {copyToolkit, ROOT} from '../support/copy-toolkit.ts';
import {fillForm} from '../support/fill-form.ts';
import type {GitHubStandIn} from '../support/github-stand-in.ts';
import {startGitHub} from '../support/github-stand-in.ts';
import {BOT} from '../support/github-state.ts';
import {issueBody} from '../support/issue-body.ts';
import {MAIL_PROGRAMS, openMailto, writeAnswers} from '../support/mail-programs.ts';
import {soundAnswers} from '../support/proposal.ts';
import {QUICK_PACE} from '../support/quick-pace.ts';
import type {Outcome} from '../support/run-command.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {publishedFiles, waitingFiles} from './publish/waiting-toolkit.ts';

const REPOSITORY = 'example-org/flood-toolkit';
const STUDY = 'https://flood.example/flood/toolkit/case-studies/lower-ford-pumps/';
const AT = '/repos/{owner}/{repo}/issues/{issue_number}';
const LIST = `GET ${AT}/comments`;
const CREATE = `POST ${AT}/comments`;
const LABEL = `POST ${AT}/labels`;
const MAKE_LABEL = 'POST /repos/{owner}/{repo}/labels';

let cwd: string;
let body: string;

beforeAll(() => {
  cwd = copyToolkit('feedback-flood', {contentFrom: path.join(ROOT, 'tests', 'fixtures', 'flood-toolkit')});
  body = fillForm(betaFeedbackForm(loadConfig(cwd)), {
    what: 'The report of the parish says that the shed cost 2,300 pounds.',
    page: 'Lower Ford: one shed for every pump',
    address: STUDY,
    edition: 'live',
    fingerprint: '0123456789abcdef',
  });
});

interface Example {
  name: string;
  examples: {action?: string; issue: {number: number; title: string; body: string | null; labels: object[]}}[];
}

/** Events as GitHub sent them. */
const EVENTS = (
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples')), 'utf8')) as Example[]
)
  .filter(({name}) => name === 'issues')
  .flatMap(({examples}) => examples)
  .filter(({action}) => action === 'opened' || action === 'edited');

/** A real event, about an issue of ours. */
function eventFile(issue: object): string {
  const [event] = EVENTS;
  return path.join(
    folderWith({'event.json': JSON.stringify({...event, issue: {...event?.issue, ...issue}})}),
    'event.json',
  );
}

/** A repository with one piece of feedback, number 5. */
async function startWithFeedback(): Promise<GitHubStandIn> {
  const github = await startGitHub(REPOSITORY);
  github.issues.push({
    number: 5,
    title: 'Feedback: x',
    body,
    state: 'open',
    labels: ['feedback', 'urgent', 'owner: somebody-else'],
    assignees: [],
    createdAt: '2026-11-20T10:00:00Z',
  });
  return github;
}

/** What the feedback should be labelled with. */
const LABELS = ['owner: editor', 'edition: live', 'priority: homes', 'priority: roads-and-paths'];

const run = (words: string[], github?: GitHubStandIn): Promise<Outcome> =>
  runCommand(['feedback', ...words], cwd, {env: github ? {...github.env, GITHUB_REPOSITORY: REPOSITORY} : {}});

const apply = (github: GitHubStandIn) => run(['triage', eventFile({number: 5}), '--apply'], github);
const writes = ({log}: GitHubStandIn) => log.filter((line) => !line.startsWith('GET '));

test('every real event of an issue can be read', () => {
  expect(EVENTS.length).toBeGreaterThan(5);
  for (const event of EVENTS) {
    const {issue} = issueEventSchema.parse(event);
    expect(messageOf(issue)).toMatchObject({
      number: event.issue.number,
      title: event.issue.title,
      by: 'issue',
      received: expect.stringMatching(/^\d{4}-/),
    });
    expect(labelNames(issue)).toHaveLength(event.issue.labels.length);
  }
});

test('without `--apply` it only tells, and asks nobody', async () => {
  const file = eventFile({number: 5, body, labels: [{name: 'feedback'}]});
  const {code, stdout, stderr} = await run(['triage', file]);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toContain('Feedback 5 on Lower Ford: one shed for every pump (`case-studies/lower-ford-pumps`, live)');
  expect(stdout).toContain('For: Editor (@example-org/flood-editor)');
  expect(stdout).toContain(FEEDBACK_MARKER);
});

test('the record and the words can be written into a folder, and printed alone', async () => {
  const folder = folderWith({});
  const file = eventFile({number: 5, body});
  const {stdout} = await run(['triage', file, '--format', 'json', '--write', folder]);
  const record = feedbackSchema.parse(JSON.parse(stdout));
  expect(record).toMatchObject({number: 5, page: 'case-studies/lower-ford-pumps'});
  expect(readFileSync(path.join(folder, 'feedback.json'), 'utf8')).toBe(stdout);
  expect((await run(['triage', file, '--format', 'markdown'])).stdout).toBe(
    readFileSync(path.join(folder, 'feedback.md'), 'utf8'),
  );
});

test('an e-mail on the standard input is answered in words to send', async () => {
  const mail = `From: somebody@example.org\r\nSubject: Feedback\r\n\r\nPage: x\r\nAddress: ${STUDY}\r\n\r\nWrong.\r\n`;
  const {code, stdout} = await runCommand(['feedback', 'triage', '-'], cwd, {
    stdin: Readable.from([Buffer.from(mail)]),
    env: {},
  });
  expect(code).toBe(0);
  expect(stdout).toContain('Feedback by e-mail on Lower Ford');
  expect(stdout).toContain('An answer to send by e-mail:');
  expect(stdout).not.toContain('somebody@example.org');
  expect(stdout).toContain('\nWhat they wrote:\n\n> Wrong.\n');
  expect(stdout).toMatch(/\nNext: mend the page and write its note: `npm run new -- note --pages \S+pumps`\. .+\n$/);
  const applied = await runCommand(['feedback', 'triage', '-', '--apply'], cwd, {
    stdin: Readable.from([Buffer.from(mail)]),
    env: {},
  });
  expect(applied).toMatchObject({code: 2, stderr: expect.stringContaining('an e-mail is not on GitHub')});
});

test.each([
  {date: 'Date: Fri, 20 Nov 2026 09:00:00 +0000\r\n', received: '2026-11-20', told: '20 November 2026'},
  // Days are those of UTC, as everywhere in the toolkit.
  {date: 'Date: Fri, 20 Nov 2026 23:30:00 -0500\r\n', received: '2026-11-21', told: '21 November 2026'},
  {date: 'Date: Fri, 20 Nov 2099 09:00:00 +0000\r\n', received: undefined, told: 'it does not say on which day'},
  {date: 'Date: yesterday\r\n', received: undefined, told: 'it does not say on which day'},
  {date: '', received: undefined, told: 'it does not say on which day'},
])('an e-mail came on the day of its own date: $date', async ({date, received, told}) => {
  const mail = `From: somebody@example.org\r\n${date}Subject: Feedback\r\n\r\nAddress: ${STUDY}\r\n\r\nWrong.\r\n`;
  const sort = (...options: string[]) =>
    runCommand(['feedback', 'triage', '-', ...options], cwd, {stdin: Readable.from([Buffer.from(mail)]), env: {}});
  expect(feedbackSchema.parse(JSON.parse((await sort('--format', 'json')).stdout)).received).toBe(received);
  expect((await sort()).stdout).toContain(`\nReceived: ${told}\n`);
});

test('an e-mail without a mark is told by its day, and none of its characters moves the cursor', async () => {
  const triaged = async (day: string, words: string) => {
    const mail = `From: a@example.org\r\nDate: ${day} Nov 2026 09:00:00 +0000\r\n\r\nAddress: ${STUDY}\r\n\r\n${words}\r\n`;
    return (await runCommand(['feedback', 'triage', '-'], cwd, {stdin: Readable.from([Buffer.from(mail)]), env: {}}))
      .stdout;
  };
  const changed = await triaged('Sun, 15', 'Wrong.');
  expect(changed).toContain(
    'Since: the page has changed on 15 November 2026, the day it came, or later\n  the update of 16 November 2026: /updates/2026-11-16/',
  );
  // No note can name an e-mail: the editor says whether a change mends it.
  expect(changed).toMatch(
    /\n\nYour choice, and not part of the answer: .+\n\nWhat you wrote about is mended: thank you for telling us\. .+\n\nNext: /,
  );
  const later = await triaged('Tue, 17', 'Wrong \u001b[2J\u202eindeed.\r\n::error::x');
  expect(later).toContain('Since: no update has changed the page since 17 November 2026, the day it came\n');
  expect(later).not.toContain('Your choice');
  expect(later).toContain('\n> Wrong [2Jindeed.\n> ::error::x\n');
});

test.each([
  {
    case: 'a file of Outlook',
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 65, 66]),
    problem: '`a.msg` is a file of Outlook or Office, such as `.msg`, expected text',
  },
  {
    case: 'text of two bytes a letter',
    bytes: Buffer.from('\ufeffIt is wrong.', 'utf16le'),
    problem: '`a.msg` holds no text in UTF-8, expected text',
  },
])('$case is refused, and it says how to save an e-mail', async ({bytes, problem}) => {
  const folder = copyToolkit('feedback-binary', {contentFrom: path.join(ROOT, 'tests', 'fixtures', 'flood-toolkit')});
  writeFileSync(path.join(folder, 'a.msg'), bytes);
  expect(await runCommand(['feedback', 'triage', 'a.msg'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${problem}\n  fix: For an e-mail, save it as \`.eml\` or as text only, or paste its words into a file that ends in \`.txt\`.\n`,
  });
});

test('a second file is not passed over', async () => {
  for (const words of [
    ['triage', 'a.eml', 'b.eml'],
    ['digest', 'a.eml', 'b.eml'],
    ['labels', 'a.eml'],
  ]) {
    expect(await run(words)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^`\w+` is given .+\n {2}fix: /),
    });
  }
});

test('a proposal is no feedback: the command that takes it is named', async () => {
  const config = loadConfig(cwd);
  const {subject, body: form} = openMailto(proposalMailto(config));
  const answered = writeAnswers({subject, body: form}, caseStudyProposalForm(config), soundAnswers(config));
  const folder = folderWith({
    'mail.eml': MAIL_PROGRAMS.base64?.({...answered, subject: `Re: ${subject}Ford`}) ?? '',
    'words.txt': answered.body.replace('\n\n', '\n\n--\n\n'),
  });
  const issue = eventFile({
    title: `${PROPOSAL_TITLE}Ford`,
    body: issueBody(caseStudyProposalForm(config), soundAnswers(config)),
  });
  for (const file of [path.join(folder, 'mail.eml'), path.join(folder, 'words.txt'), issue]) {
    expect(await run(['triage', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: `\`${file}\` offers a case study, expected feedback on a page\n  fix: Run \`npm run new -- case-study --from-issue ${file}\`, which makes a page of it.\n`,
    });
  }
  const mail = `From: a@example.org\nSubject: ${PROPOSAL_TITLE}Ford\n\nAddress: ${STUDY}\n\nIts title: a bad one. Why: it is long.\n`;
  const {code} = await runCommand(['feedback', 'triage', '-'], cwd, {
    stdin: Readable.from([Buffer.from(mail)]),
    env: {},
  });
  expect(code).toBe(0);
});

describe('a page whose file cannot be read is not gone', () => {
  const FILE = 'docs/case-studies/lower-ford-pumps.md';
  const broken = () => {
    const folder = copyToolkit('feedback-broken', {contentFrom: path.join(ROOT, 'tests', 'fixtures', 'flood-toolkit')});
    const file = path.join(folder, FILE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'title: ['));
    return folder;
  };
  const triaged = (mail: string, ...options: string[]) =>
    runCommand(['feedback', 'triage', '-', ...options], broken(), {stdin: Readable.from([Buffer.from(mail)]), env: {}});

  test.each([`Address: ${STUDY}`, 'Page: Lower Ford: one shed for every pump\nEdition: live'])(
    'told by %s, its file is named and no answer is proposed',
    async (told) => {
      const mail = `From: a@example.org\n\n${told}\n\nWrong.\n`;
      const {code, stdout, stderr} = await triaged(mail);
      expect({code, stderr}).toEqual({
        code: 1,
        stderr: `\`${FILE}\` cannot be read, expected the page that this is about\n  fix: Run \`npm run check -- ${FILE}\`, mend the file and run this again: until then no answer is made.\n`,
      });
      expect(stdout).toContain('Lower Ford: one shed for every pump');
      expect(stdout).toContain('\n> Wrong.\n');
      expect(stdout).not.toMatch(/no longer part|Thank you|answer to send/);
      expect((await triaged(mail, '--format', 'markdown')).stdout).toBe('');
      const record = feedbackSchema.parse(JSON.parse((await triaged(mail, '--format', 'json')).stdout));
      expect(record.since).toEqual({state: 'unread', file: FILE, differences: []});
    },
  );

  test('where nobody can tell which page is meant, the files are named', async () => {
    const {code, stderr} = await triaged('From: a@example.org\n\nWrong.\n');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^1 file cannot be read, .+\n {2}docs\/case-studies\/lower-ford-pumps\.md\n$/);
  });

  test('nothing is said on GitHub', async () => {
    const github = await startWithFeedback();
    const {code, stderr} = await runCommand(['feedback', 'triage', eventFile({number: 5}), '--apply'], broken(), {
      env: {...github.env, GITHUB_REPOSITORY: REPOSITORY},
    });
    expect({code, writes: writes(github)}).toEqual({code: 1, writes: []});
    expect(stderr).toContain(FILE);
  });
});

test.each([
  {mail: `Address: ${STUDY}\n\n`, next: /^Next: send the answer above by e-mail: it asks what was meant\./m},
  {
    mail: `See ${STUDY} and https://flood.example/flood/toolkit/approaches/wardens/.`,
    next: /^Next: send the answer above by e-mail: it asks which page is meant\./m,
  },
])('where the answer asks, the editor waits for what it says: $mail', async ({mail, next}) => {
  const {stdout} = await runCommand(['feedback', 'triage', '-'], cwd, {
    stdin: Readable.from([Buffer.from(`From: a@example.org\n\n${mail}`)]),
    env: {},
  });
  expect(stdout).toMatch(next);
  expect(stdout).not.toContain('mend the page and');
});

test('personal data comes first', async () => {
  const what = 'Ring Mrs Reed, born on 3 May 1950, or her sister, born on 4 May 1951, at 12 High Street.';
  const issue = fillForm(betaFeedbackForm(loadConfig(cwd)), {what, address: STUDY});
  const {stdout} = await run(['triage', eventFile({number: 5, body: issue})]);
  expect(stdout).toContain('May hold personal data: name, date of birth, date of birth, street address\n');
  expect(stdout).toContain('1 name, 2 dates of birth, 1 street address. Edit your words');
  expect(stdout).toMatch(
    /\nNext: see to the personal data first: .+ Then look whether a change named above mends it\. /,
  );
  const mail = `From: a@example.org\n\nAddress: ${STUDY}\n\n${what}\n`;
  const sent = await runCommand(['feedback', 'triage', '-'], cwd, {stdin: Readable.from([Buffer.from(mail)]), env: {}});
  expect(sent.stdout).toMatch(/\nNext: keep the personal data out of all that you pass on, .+ Then mend the page/);
});

test('where a note answers it, what is left is to publish, or to close', async () => {
  const folder = copyToolkit('feedback-noted', {contentFrom: path.join(ROOT, 'tests', 'fixtures', 'flood-toolkit')});
  const triaged = (number: number) => runCommand(['feedback', 'triage', eventFile({number, body})], folder);
  expect((await triaged(15)).stdout).toContain('\nNext: a published change answers it: close it once it is settled.\n');
  const note = noteExample('pages: [case-studies/lower-ford-pumps]\nanswers: [16]\n');
  mkdirSync(path.join(folder, 'blog/_pending'), {recursive: true});
  writeFileSync(path.join(folder, 'blog/_pending/pumps.md'), note);
  const {stdout} = await triaged(16);
  expect(stdout).toContain(
    '\nNext: `blog/_pending/pumps.md` answers it and waits: see with `npm run publish -- --dry-run`',
  );
  expect(stdout).not.toContain('npm run new');
});

test('an export tells what may say the same', async () => {
  const folder = folderWith({
    'issues.json': JSON.stringify([
      {
        number: 3,
        title: 'Feedback: x',
        body,
        state: 'OPEN',
        createdAt: '2026-11-01T00:00:00Z',
        labels: [{name: 'feedback'}],
      },
    ]),
  });
  const {stdout} = await run(['triage', eventFile({number: 5, body}), '--among', path.join(folder, 'issues.json')]);
  expect(stdout).toContain('May say the same: 3');
});

test('applied, the issue has one comment, our labels beside those of people, and none that is stale', async () => {
  const github = await startWithFeedback();
  expect(await apply(github)).toEqual({
    code: 0,
    stdout: 'Feedback 5: the comment was created, 4 labels added, 1 label taken away.\n',
    stderr: '',
  });
  expect(github.issues[0]?.labels).toEqual(['feedback', 'urgent', ...LABELS]);
  expect(github.comments).toMatchObject([{issue: 5, author: BOT}]);
  github.log.length = 0;
  // What has been done is not done twice.
  expect((await apply(github)).stdout).toBe('Feedback 5: the comment was left as it was.\n');
  expect(writes(github)).toEqual([]);
});

test('edited, the comment changes where it stands: the issue is looked at as it is now', async () => {
  const github = await startWithFeedback();
  await apply(github);
  Object.assign(github.issues[0] ?? {}, {body: body.replace('The report', 'Mrs Reed of the report')});
  const {stdout} = await apply(github);
  expect(stdout).toBe('Feedback 5: the comment was replaced, 1 label added.\n');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('[name removed] of the report');
  expect(github.comments[0]?.body).not.toContain('Reed');
});

test('other feedback on the page is named', async () => {
  const github = await startWithFeedback();
  const [five] = github.issues;
  if (five) github.issues.push({...five, number: 2, state: 'closed', labels: ['feedback']});
  await apply(github);
  expect(github.comments[0]?.body).toContain(`[number 2](https://github.com/${REPOSITORY}/issues/2)`);
  expect(github.issues[0]?.labels).toContain('perhaps told before');
});

test('nothing is done to an issue that has lost the label', async () => {
  const github = await startWithFeedback();
  if (github.issues[0]) github.issues[0].labels = ['case-study'];
  expect(await apply(github)).toMatchObject({code: 0, stdout: expect.stringContaining('Nothing is done: number 5')});
  expect(writes(github)).toEqual([]);
});

test('it is given to the accounts of its role, but not taken from somebody', async () => {
  const config = readFileSync(path.join(cwd, 'toolkit.config.ts'), 'utf8');
  const own = copyToolkit('feedback-assigned', {contentFrom: path.join(ROOT, 'tests', 'fixtures', 'flood-toolkit')});
  writeFileSync(
    path.join(own, 'toolkit.config.ts'),
    config.replace("team: '@example-org/flood-editor'", "$&, assignees: ['an-editor', 'gone']"),
  );
  const github = await startWithFeedback();
  github.assignable.push('an-editor');
  const env = {...github.env, GITHUB_REPOSITORY: REPOSITORY};
  const go = () => runCommand(['feedback', 'triage', eventFile({number: 5}), '--apply'], own, {env});
  expect((await go()).stdout).toContain('GitHub did not give it to gone');
  expect(github.issues[0]?.assignees).toEqual(['an-editor']);
  github.issues[0]?.assignees?.splice(0, 1, 'a-colleague');
  await go();
  expect(github.issues[0]?.assignees).toEqual(['a-colleague']);
});

test.each([
  {route: `GET ${AT}`, failure: {status: 502}},
  {route: LIST, failure: {status: 429, retryAfter: 1}},
  {route: CREATE, failure: {status: 403, retryAfter: 1}},
  {route: CREATE, failure: {status: 500, done: true}},
  {route: LABEL, failure: {status: 500, done: true}},
  {route: `DELETE ${AT}/labels/{name}`, failure: {status: 502, done: true}},
])('$route is tried again after $failure, and nothing is done twice', async ({route, failure}) => {
  const github = await startWithFeedback();
  if (github.issues[0] && route !== LABEL) {
    github.issues[0].labels = [
      'feedback',
      'urgent',
      ...LABELS,
      ...(route.startsWith('DELETE') ? ['personal data'] : []),
    ];
  }
  github.fail(route, failure);
  expect(await apply(github)).toMatchObject({code: 0, stderr: ''});
  expect(github.log.some((line) => line.endsWith(String(failure.status)))).toBe(true);
  expect(github.comments).toHaveLength(1);
  expect(github.issues[0]?.labels).toEqual(['feedback', 'urgent', ...LABELS]);
});

test.each([
  {route: `GET ${AT}`, status: 404},
  {route: CREATE, status: 403},
  {route: LABEL, status: 422},
])('$status to $route ends in a plain message', async ({route, status}) => {
  const github = await startWithFeedback();
  github.fail(route, {status});
  const {code, stderr} = await apply(github);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^GitHub answered ${status} to .+, expected it to do as asked\n  fix: Look`));
});

test('an answer that never comes is not waited for, and the comment is not written twice', async () => {
  const github = await startWithFeedback();
  github.fail(CREATE, {status: 500, done: true, hangs: true});
  const client = connectToGitHub(github.env, {...QUICK_PACE, longestAnswer: 300});
  const place = {owner: 'example-org', repo: 'flood-toolkit', issue_number: 5};
  const put = () => putComment(client, place, FEEDBACK_MARKER, () => `${FEEDBACK_MARKER}\n\nWords.`);
  expect(await put()).toBe('created');
  github.fail(LIST, {status: 500, hangs: true});
  expect(await put()).toBe('left as it was');
  expect(github.comments).toHaveLength(1);
  expect(github.log.filter((line) => line.endsWith('no answer'))).toHaveLength(2);
});

test('the labels that forms and editors need are made where they are missing, each once', async () => {
  const github = await startGitHub(REPOSITORY);
  for (let n = 0; n < 120; n++) github.labels.push({name: `other ${n}`});
  github.labels.push({name: 'Feedback', description: 'Our own words'});
  github.fail(MAKE_LABEL, {status: 502, done: true});
  const made = await run(['labels', '--apply'], github);
  expect(made).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Made: case-study, make-file, proposal: /),
  });
  expect(github.labels.slice(120).map(({name}) => name)).toEqual([
    'Feedback',
    ...ISSUE_LABELS.slice(1).map(({name}) => name),
  ]);
  expect(github.labels[120]?.description).toBe('Our own words');
  github.log.length = 0;
  expect(await run(['labels', '--apply'], github)).toMatchObject({code: 0, stdout: 'Every label is there.\n'});
  expect(writes(github)).toEqual([]);
  expect((await run(['labels'])).stdout).toContain(
    'proposal: checked: Where the proposal stands: checked by a second person\n',
  );
});

test('where GitHub lets the job make no label it says so', async () => {
  const github = await startGitHub(REPOSITORY);
  github.fail(MAKE_LABEL, {status: 403});
  expect(await run(['labels', '--apply'], github)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^GitHub answered 403 to `POST .+\/labels`, .+\n {2}fix: Look whether it still exists/,
    ),
  });
});

test('whatever a form puts on, or an editor is told to, is made', () => {
  const made = new Set(ISSUE_LABELS.map(({name}) => name));
  const config = loadConfig(cwd);
  const forms = [betaFeedbackForm(config), caseStudyProposalForm(config)].flatMap(({labels}) => labels);
  for (const name of [...forms, MAKE_FILE_LABEL, labelOfStage('received'), ...STAGES_BY_HAND.map(labelOfStage)]) {
    expect(made).toContain(name);
  }
  const handbook = readFileSync(path.join(ROOT, 'handbook/contribute/be-an-editor.md'), 'utf8');
  const told = [...handbook.matchAll(/`(make-file|proposal: [a-z]+)`/g)].map(([, name]) => name);
  expect(told.length).toBeGreaterThan(3);
  for (const name of told) expect(made).toContain(name);
  for (const {description} of ISSUE_LABELS) expect(description.length).toBeLessThanOrEqual(100);
});

test('the handbook exports what the command asks for', () => {
  const handbook = readFileSync(path.join(ROOT, 'handbook/contribute/be-an-editor.md'), 'utf8');
  expect(handbook).toContain(`${EXPORT_COMMAND} > issues.json\nnpm run feedback -- digest issues.json\n`);
});

test('a digest counts an export, or what GitHub has', async () => {
  const github = await startWithFeedback();
  for (let number = 10; number < 115; number++) {
    github.issues.push({
      number,
      title: '',
      body: null,
      state: 'closed',
      labels: ['feedback'],
      assignees: [],
      createdAt: '2026-01-01T00:00:00Z',
    });
  }
  github.issues.push({
    number: 9,
    title: 'Feedback: x',
    body,
    state: 'open',
    labels: ['case-study'],
    assignees: [],
    createdAt: '2026-01-01T00:00:00Z',
  });
  const live = await run(['digest'], github);
  expect(live).toMatchObject({code: 0, stderr: ''});
  expect(live.stdout).toMatch(/^1 open, 105 closed\n/);
  expect(live.stdout).toContain('  case-studies/lower-ford-pumps  1, the oldest 4 days: 5\n');
  const folder = folderWith({
    'issues.json': JSON.stringify([
      {number: 5, title: '', body, state: 'open', created_at: '2026-11-20T10:00:00Z', labels: ['feedback']},
    ]),
  });
  const exported = await run(['digest', path.join(folder, 'issues.json'), '--format', 'json', '--write', folder]);
  expect(JSON.parse(exported.stdout)).toMatchObject({open: 1, editions: [{of: 'live', numbers: [5], oldest: 4}]});
  expect(readFileSync(path.join(folder, 'digest.md'), 'utf8')).toContain('### By page');
});

test('what an export holds beside feedback is left out, and counted', async () => {
  const issue = {title: '', body, state: 'open', created_at: '2026-11-20T10:00:00Z'};
  const list = [
    {...issue, number: 5, labels: ['Feedback', 'urgent']},
    {...issue, number: 6, labels: [{name: 'case-study'}]},
    {...issue, number: 7, labels: []},
    // Nobody exported the labels of this one.
    {...issue, number: 8},
  ];
  const file = path.join(folderWith({'issues.json': JSON.stringify(list)}), 'issues.json');
  const {stdout} = await run(['digest', file]);
  expect(stdout).toMatch(/^2 open, 0 closed\n/);
  expect(stdout).toContain('\n\n2 issues of the list do not have the label `feedback`, and are left out.\n');
  expect(JSON.parse((await run(['digest', file, '--format', 'json'])).stdout)).toMatchObject({left_out: 2});
  const similar = await run(['triage', eventFile({number: 9, body}), '--among', file]);
  expect(similar.stdout).toContain('May say the same: 5, 8\n');
});

test('readers hear once what an update changed because of them; a wrong number keeps nobody from hearing', async () => {
  const github = await startGitHub(REPOSITORY);
  github.issues.push({
    number: 15,
    title: '',
    body: null,
    state: 'closed',
    labels: ['feedback'],
    assignees: [],
    createdAt: '2026-11-01T00:00:00Z',
  });
  github.fail(CREATE, {status: 502, done: true});
  const first = await run(['answered', '--apply'], github);
  expect(first).toMatchObject({code: 1, stdout: 'Feedback 15: the comment was created.\n'});
  expect(first.stderr).toContain('feedback 12 cannot be answered (GitHub said 404)');
  expect(github.comments).toMatchObject([{issue: 15, author: BOT}]);
  expect(github.comments[0]?.body).toContain(`${ANSWERED_MARKER}\n\nWhat you wrote has led to a change.`);
  expect(github.comments[0]?.body).toContain(`(${STUDY})`);
  await run(['answered', '--apply'], github);
  expect(github.comments).toHaveLength(1);
});

test('the whole way: feedback, a change with its note, the update, and the reader hears of it', async () => {
  const folder = folderWith(waitingFiles());
  const published = readDocument('', String(publishedFiles()['docs/priorities/homes.md'])).document;
  const words = fillForm(betaFeedbackForm(loadConfig(folder)), {
    what: 'Two boats are too few.',
    address: 'https://flood.example/toolkit/priorities/homes/',
    fingerprint: fingerprintOf(published),
  });
  const github = await startGitHub('example-org/flood');
  github.issues.push({
    number: 12,
    title: '',
    body: words,
    state: 'open',
    labels: ['feedback'],
    assignees: [],
    createdAt: '2026-11-20T10:00:00Z',
  });
  const feedback = (...asked: string[]) => runCommand(['feedback', ...asked, '--apply'], folder, {env: github.env});
  const event = eventFile({number: 12});

  expect(await feedback('triage', event)).toMatchObject({code: 0, stderr: ''});
  expect(github.comments[0]?.body).toContain('A change of that page is made already');
  expect((await feedback('answered')).stdout).toBe('No recent update names feedback that it answers.\n');

  expect(await runCommand(['publish'], folder)).toMatchObject({code: 0});
  expect((await feedback('answered')).stdout).toBe('Feedback 12: the comment was created.\n');
  expect(github.comments[1]?.body).toContain('The page on homes now asks for three boats for every 40 homes.');
  await feedback('triage', event);
  expect(github.comments[0]?.body).toContain('(https://flood.example/updates/2026-11-24/changes/priorities/homes/)');
  const digest = await runCommand(['feedback', 'digest'], folder, {env: github.env});
  expect(digest.stdout).toContain('Answered by an update and still open: 12.');
  expect(github.comments).toHaveLength(2);
});

test('a wait that GitHub asks for and that would outlast the job is no locked conversation', async () => {
  const github = await startGitHub(REPOSITORY);
  github.fail(LIST, {status: 403, retryAfter: 3600});
  expect(await run(['answered', '--apply'], github)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('GitHub answered 403 to'),
  });
});

test('a locked conversation is told, and an older update can be named', async () => {
  const github = await startGitHub(REPOSITORY);
  for (const number of [12, 15]) {
    github.issues.push({
      number,
      title: '',
      body: null,
      state: 'open',
      labels: [],
      assignees: [],
      createdAt: '2026-11-01T00:00:00Z',
      isLocked: number === 12,
    });
  }
  expect(await run(['answered', '2026-11-16', '--apply'], github)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('feedback 12 cannot be answered (GitHub said 403)'),
  });
  expect(github.comments).toMatchObject([{issue: 15}]);
  expect(await run(['answered', '2026-11-02'])).toMatchObject({
    code: 0,
    stdout: 'No recent update names feedback that it answers.\n',
  });
  expect((await run(['answered'])).stdout).toMatch(/^Feedback 12:\n/);
});

test.each([
  {words: [], message: 'what to do is not named'},
  {words: ['triage'], message: 'no file is named'},
  {words: ['triage', 'docs'], message: '`docs` is a folder, expected a file'},
  {words: ['triage', 'nowhere.json'], message: '`nowhere.json` is not there, expected a file'},
  {words: ['triage', 'package.json'], message: '`package.json` holds no issue'},
  {words: ['digest'], message: 'no file is named and `GITHUB_TOKEN` is not set'},
  {words: ['digest', 'package.json'], message: '`package.json` holds no list of issues'},
  {words: ['answered', '2026-01-01'], message: 'there is no update `2026-01-01`'},
  {words: ['answered', '--apply'], message: '`GITHUB_TOKEN` is not set'},
  {words: ['digest', '--format', 'jsn'], message: 'format `jsn` is not known'},
  {words: ['triaje'], message: 'unknown word `triaje`'},
])('says what is wrong with $words', async ({words, message}) => {
  const {code, stderr} = await run(words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}fix: \w/);
});

test.each(['triage', 'digest'])('%s of an empty input says that it is empty', async (word) => {
  const stdin = Readable.from([Buffer.from(' \r\n')]);
  const {code, stdout, stderr} = await runCommand(['feedback', word, '-'], cwd, {stdin, env: {}});
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toBe(
    'the standard input is empty, expected words in it\n  fix: Save it again, and look whether it holds any.\n',
  );
});

test('what is read from the event cannot change what is run: the workflow names a file alone', () => {
  const workflow = readFileSync(path.join(ROOT, '.github', 'workflows', 'feedback.yml'), 'utf8');
  expect(workflow.match(/github\.event\.issue\.[\w.*]+/g)?.sort()).toEqual([
    'github.event.issue.labels.*.name',
    'github.event.issue.number',
  ]);
});
