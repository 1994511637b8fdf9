import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {ANSWERED_MARKER} from '../../../../../src/features/contributions/feedback/answered.ts';
import {betaFeedbackForm} from '../../../../../src/features/contributions/forms/beta-feedback-form.ts';
import {ISSUE_LABELS} from '../../../../../src/features/contributions/labels.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {fillForm} from '../../../support/intake/fill-form.ts';
import {type GitHubStandIn, startGitHub} from '../../../support/network/github-stand-in.ts';
import {BOT} from '../../../support/network/github-state.ts';
import {editFile, folderWith, type Outcome, runCommand} from '../../../support/run-command.ts';
import {copyToolkit, FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

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
  cwd = copyToolkit('feedback-flood', {contentFrom: FLOOD});
  body = fillForm(betaFeedbackForm(loadConfig(cwd)), {
    what: 'The report of the parish says that the shed cost 2,300 pounds.',
    page: 'Lower Ford: one shed for every pump',
    address: STUDY,
    edition: 'live',
    fingerprint: '0123456789abcdef',
  });
});

/** The event of an issue of ours. */
function eventFile(issue: object): string {
  const event = {action: 'opened', issue: {title: 'Feedback: x', body: null, labels: [], ...issue}};
  return path.join(folderWith({'event.json': JSON.stringify(event)}), 'event.json');
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
    createdAt: '2026-11-20T10:00:00Z',
  });
  return github;
}

/** What the feedback should be labelled with. */
const LABELS = ['owner: editor', 'edition: live', 'priority: homes', 'priority: roads-and-paths'];

const run = (job: string, github: GitHubStandIn, folder = cwd): Promise<Outcome> => {
  const event = eventFile({number: 5});
  return runCommand(['job', job], folder, {
    env: {...github.env, GITHUB_REPOSITORY: REPOSITORY, GITHUB_EVENT_PATH: event},
  });
};

const apply = (github: GitHubStandIn) => run('sort-feedback', github);
const writes = ({log}: GitHubStandIn) => log.filter((line) => !line.startsWith('GET '));

test('a page whose file cannot be read is not gone: nothing is said on GitHub', async () => {
  const file = 'docs/case-studies/lower-ford-pumps.md';
  const folder = copyToolkit('feedback-broken', {contentFrom: FLOOD});
  editFile(folder, file, 'title:', 'title: [');
  const github = await startWithFeedback();
  const {code, stderr} = await run('sort-feedback', github, folder);
  expect({code, writes: writes(github)}).toEqual({code: 1, writes: []});
  expect(stderr).toContain(file);
});

test('applied, the issue has one comment, our labels beside those of people, and none that is stale', async () => {
  const github = await startWithFeedback();
  expect(await apply(github)).toEqual({
    code: 0,
    stdout: 'Feedback 5: the comment was created, labels added: 4, removed: 1.\n',
    stderr: '',
  });
  expect(github.issues[0]?.labels).toEqual(['feedback', 'urgent', ...LABELS]);
  expect(github.comments).toMatchObject([{issue: 5, author: BOT}]);
  github.log.length = 0;
  // What has been done is not done twice.
  expect((await apply(github)).stdout).toBe(
    'Feedback 5: the comment was left as it was, labels added: 0, removed: 0.\n',
  );
  expect(writes(github)).toEqual([]);
});

test('edited, the comment changes where it stands: the issue is looked at as it is now', async () => {
  const github = await startWithFeedback();
  await apply(github);
  Object.assign(github.issues[0] ?? {}, {body: body.replace('The report', 'Mrs Reed of the report')});
  const {stdout} = await apply(github);
  expect(stdout).toBe('Feedback 5: the comment was replaced, labels added: 1, removed: 0.\n');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('personal data, and everyone can read it:** name.');
  expect(github.comments[0]?.body).not.toContain('Reed');
});

test('nothing is done to an issue that has lost the label', async () => {
  const github = await startWithFeedback();
  if (github.issues[0]) github.issues[0].labels = ['case-study'];
  expect(await apply(github)).toMatchObject({code: 0, stdout: expect.stringContaining('Nothing to do: number 5')});
  expect(writes(github)).toEqual([]);
});

test.each([
  {route: LIST, failure: {status: 429, retryAfter: 1}},
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
  {route: LABEL, status: 422},
])('$status to $route ends in a plain message', async ({route, status}) => {
  const github = await startWithFeedback();
  github.fail(route, {status});
  const {code, stderr} = await apply(github);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^GitHub answered ${status} to .+, expected success\n  fix: Check`));
});

test('the labels that forms and editors need are made where they are missing, each once', async () => {
  const github = await startGitHub(REPOSITORY);
  for (let n = 0; n < 120; n++) github.labels.push({name: `other ${n}`});
  github.labels.push({name: 'Feedback', description: 'Our own words'});
  github.fail(MAKE_LABEL, {status: 502, done: true});
  const made = await run('create-labels', github);
  expect(made).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Created: case-study, make-file, proposal: /),
  });
  expect(github.labels.slice(120).map(({name}) => name)).toEqual([
    'Feedback',
    ...ISSUE_LABELS.slice(1).map(({name}) => name),
  ]);
  expect(github.labels[120]?.description).toBe('Our own words');
  github.log.length = 0;
  expect(await run('create-labels', github)).toMatchObject({code: 0, stdout: 'Every label exists.\n'});
  expect(writes(github)).toEqual([]);
});

test('readers hear once what an update changed because of them; a wrong number keeps nobody from hearing', async () => {
  const github = await startGitHub(REPOSITORY);
  github.issues.push({
    number: 15,
    title: '',
    body: null,
    state: 'closed',
    labels: ['feedback'],
    createdAt: '2026-11-01T00:00:00Z',
  });
  github.fail(CREATE, {status: 502, done: true});
  const first = await run('answer-feedback', github);
  expect(first).toMatchObject({code: 1, stderr: expect.stringContaining('Feedback 15: the comment was created.\n')});
  expect(first.stderr).toContain('feedback 12 cannot be answered');
  expect(github.comments).toMatchObject([{issue: 15, author: BOT}]);
  expect(github.comments[0]?.body).toContain(`${ANSWERED_MARKER}\n\nWe have made a change because of your feedback.`);
  expect(github.comments[0]?.body).toContain(`(${STUDY})`);
  await run('answer-feedback', github);
  expect(github.comments).toHaveLength(1);
});

test('a locked conversation is named, and the others are answered', async () => {
  const github = await startGitHub(REPOSITORY);
  for (const number of [12, 15]) {
    github.issues.push({
      number,
      title: '',
      body: null,
      state: 'open',
      labels: [],
      createdAt: '2026-11-01T00:00:00Z',
      isLocked: number === 12,
    });
  }
  expect(await run('answer-feedback', github)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('feedback 12 cannot be answered'),
  });
  expect(github.comments).toMatchObject([{issue: 15}]);
});

test.each([
  {GITHUB_EVENT_PATH: '', message: '`GITHUB_EVENT_PATH` is not set'},
  {GITHUB_EVENT_PATH: path.join(ROOT, 'package.json'), message: 'the event is another one'},
  {GITHUB_TOKEN: '', message: '`GITHUB_TOKEN` is not set'},
])('says what is wrong: $message', async ({message, ...env}) => {
  const github = await startGitHub(REPOSITORY);
  const given = {...github.env, GITHUB_REPOSITORY: REPOSITORY, GITHUB_EVENT_PATH: eventFile({number: 5}), ...env};
  const {code, stderr} = await runCommand(['job', 'sort-feedback'], cwd, {env: given});
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}fix: \w/);
});

test('what is read from the event cannot change what is run: the workflow names a file alone', () => {
  const workflow = readFileSync(path.join(ROOT, '.github', 'workflows', 'issues.yml'), 'utf8');
  expect([...new Set(workflow.match(/github\.event\.issue\.[\w.*]+/g))].sort()).toEqual([
    'github.event.issue.labels.*.name',
    'github.event.issue.number',
  ]);
});
