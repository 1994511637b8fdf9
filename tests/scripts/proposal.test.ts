import {execFile, execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {judgePatch} from '../../scripts/proposal/judge-patch.ts';
import {openProposal} from '../../scripts/proposal/open.ts';
import {labelledEventSchema} from '../../scripts/proposal/read-event.ts';
import {PROPOSAL_MARKER} from '../../scripts/proposal/render-proposal.ts';
import {ROOT} from '../support/copy-toolkit.ts';
import type {GitHubStandIn} from '../support/github-stand-in.ts';
import {startGitHub} from '../support/github-stand-in.ts';
import {BOT} from '../support/github-state.ts';
import type {Filled} from '../support/issue-body.ts';
import {labelledEvent} from '../support/labelled-event.ts';
import {soundAnswers} from '../support/proposal.ts';
import type {Outcome} from '../support/run-command.ts';
import {folderWith, runCommand, runJob} from '../support/run-command.ts';
import {config} from '../support/sound-toolkit.ts';
import {publishedFiles} from './publish/waiting-toolkit.ts';

const SCRIPT = path.join(ROOT, 'scripts', 'proposal', 'open.ts');
const BRANCH = 'proposal/12';
const NAME = 'anytown-evening-help-for-people-who-look';
const PAGE = `docs/case-studies/${NAME}.md`;
const RECORD = `ledgers/proposals/${NAME}.json`;
const OPEN = 'POST /repos/{owner}/{repo}/pulls';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const LABEL = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';

/** The labels of the proposal. */
function labelsOf({issues}: Pick<GitHubStandIn, 'issues'>): string[] | undefined {
  return issues.find(({number}) => number === 12)?.labels;
}
const ENV = {PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'};
const SOUND = soundAnswers(config);

interface Step {
  name?: string;
  run?: string;
}

/** What a step of the workflow runs. */
function commandOf(step: string): string {
  const file = path.join(ROOT, '.github', 'workflows', 'proposal.yml');
  const {jobs} = parse(readFileSync(file, 'utf8')) as {jobs: Record<string, {steps: Step[]}>};
  return Object.values(jobs).flatMap(({steps}) => steps.filter(({name}) => name === step))[0]?.run ?? '';
}

const bash = (command: string, cwd: string, env: Record<string, string>) =>
  execFileSync('bash', ['-e', '-c', command], {cwd, env: {...ENV, ...env}, encoding: 'utf8', stdio: 'pipe'});

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@toolkit.example'];
const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', [...identity, ...words], {cwd, env: ENV, encoding: 'utf8', stdio: 'pipe'});

interface Scene {
  github: GitHubStandIn;
  work: string;
  remote(...words: string[]): string;
}

/** A repository on a server, and one issue, number 12. */
async function setScene(labels: string[] = ['case-study', 'make-file']): Promise<Scene> {
  const seed = folderWith({...publishedFiles(), '.gitignore': readFileSync(path.join(ROOT, '.gitignore'))});
  git(seed, 'init', '--quiet', '--initial-branch', 'main');
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '--message', 'A toolkit');
  const work = folderWith({});
  git(work, 'clone', '--quiet', '--bare', seed, 'remote.git');
  const github = await startGitHub(config.repository);
  github.issues.push({number: 12, title: 'A case study', body: '', state: 'open', labels});
  return {github, work, remote: (...words) => git(path.join(work, 'remote.git'), ...words)};
}

let checkouts = 0;

function checkOut(work: string): string {
  checkouts += 1;
  git(work, 'clone', '--quiet', '--depth', '1', `file://${work}/remote.git`, `checkout-${checkouts}`);
  return path.join(work, `checkout-${checkouts}`);
}

interface Meddling {
  /** Changes the checkout of the job that makes the file, before the patch is kept. */
  before?: (cwd: string) => void;
  /** Leaves the check out, where a test is about what comes after it. */
  quick?: boolean;
  /** Changes what is handed on. */
  after?: (folder: string) => void;
  /** Runs the script as the workflow does: its own process, and nothing in the environment that is not named here. */
  isOwnProcess?: boolean;
  /** How long an answer of GitHub may take, in milliseconds. */
  longestAnswer?: number;
}

/** Does what both jobs of the workflow do. */
async function propose(scene: Scene, filled: Filled = SOUND, meddling: Meddling = {}): Promise<Outcome> {
  return open(scene, await make(scene, filled, meddling), meddling);
}

/** What the job that makes the file hands on: a folder, and the environment of the next job. */
interface Made {
  folder: string;
  env: Record<string, string>;
}

async function make({github, work}: Scene, filled: Filled, {before, after, quick}: Meddling): Promise<Made> {
  const event = labelledEvent(config, filled, labelsOf(github));
  const temp = folderWith({'event.json': JSON.stringify(event)});
  const maker = checkOut(work);
  const made = await runCommand(['new', 'case-study', '--from-issue', path.join(temp, 'event.json')], maker);
  expect(made).toMatchObject({code: 0, stderr: ''});
  before?.(maker);
  const output = path.join(temp, 'output');
  bash(commandOf('Keep what was written as a patch'), maker, {RUNNER_TEMP: temp, GITHUB_OUTPUT: output});
  const folder = path.join(temp, 'proposal');
  if (quick) writeFileSync(path.join(folder, 'report.json'), '{"schema": 1, "checked": 1, "problems": []}');
  else await runCommand(['check', '--write', folder], maker);
  after?.(folder);
  const env = {
    ...ENV,
    ...github.env,
    TOOLKIT_TODAY: '2026-11-24',
    BASE: /^base=(.+)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '',
    GITHUB_EVENT_PATH: path.join(temp, 'event.json'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '5',
  };
  return {folder, env};
}

async function open(
  {work}: Scene,
  {folder, env}: Made,
  {isOwnProcess, longestAnswer}: Meddling = {},
): Promise<Outcome> {
  if (!isOwnProcess) {
    return runJob(checkOut(work), ({pace, ...io}) =>
      openProposal(folder, env, {...io, pace: {...pace, ...(longestAnswer && {longestAnswer})}}),
    );
  }
  try {
    const {stdout, stderr} = await promisify(execFile)(process.execPath, [SCRIPT, folder], {cwd: checkOut(work), env});
    return {code: 0, stdout, stderr};
  } catch (error) {
    const {code, stdout, stderr} = error as Outcome;
    return {code, stdout, stderr};
  }
}

const recordIn = ({remote}: Scene) => JSON.parse(remote('show', `${BRANCH}:${RECORD}`));

test('a sound proposal is a page, a note and a record in one pull request, and its author is thanked', async () => {
  const scene = await setScene();
  expect(await propose(scene, SOUND, {isOwnProcess: true})).toEqual({
    code: 0,
    stdout: `The branch \`${BRANCH}\` was made, with pull request 13: https://github.com/${config.repository}/pull/13. The comment was created.\n`,
    stderr: '',
  });
  const {github, remote} = scene;
  expect(remote('diff', '--name-status', 'main', BRANCH).trim().split('\n')).toEqual([
    `A\tblog/_pending/${NAME}.md`,
    `A\t${PAGE}`,
    `A\t${RECORD}`,
  ]);
  expect(remote('log', '-1', '--format=%an', BRANCH)).toBe('github-actions[bot]\n');
  expect(recordIn(scene)).toMatchObject({
    issue: 12,
    received: '2026-11-20',
    stages: [{stage: 'complete', on: '2026-11-24'}],
  });
  expect(github.pulls).toMatchObject([{branch: BRANCH, title: 'Proposal 12: a new case study'}]);
  expect(github.pulls[0]?.body).toMatchSnapshot('the pull request');
  expect(github.comments).toMatchObject([{issue: 12, author: BOT}]);
  expect(github.comments[0]?.body).toMatchSnapshot('the comment');
  expect(labelsOf(github)).toEqual(['case-study', 'make-file', 'proposal: complete']);
});

test('one that lacks something becomes a file too, and its author is told in one comment, replaced once it is whole', async () => {
  const scene = await setScene();
  const poor = {
    ...SOUND,
    evidence: '',
    sources: 'our website',
    why: 'Ask jane.reed@parish.example or @jane, see #1.',
    consent: [],
  };
  expect(await propose(scene, poor)).toMatchObject({code: 0, stderr: ''});
  const {github, remote} = scene;
  expect(remote('show', `${BRANCH}:${PAGE}`)).toContain('title: our website');
  expect(remote('show', `${BRANCH}:${PAGE}`)).not.toContain('jane.reed');
  expect(recordIn(scene)).not.toHaveProperty('stages');
  expect(labelsOf(github)).toContain('proposal: received');
  expect(github.pulls[0]?.body).toContain('Do not merge it yet.');
  expect(github.comments[0]?.body).toMatchSnapshot();

  expect(await propose(scene)).toMatchObject({code: 0, stdout: expect.stringContaining('was renewed')});
  expect(github.pulls).toHaveLength(1);
  expect(github.pulls[0]?.body).not.toContain('Do not merge it yet.');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('Nothing is missing that a check can find.');
  expect(labelsOf(github)).toEqual(['case-study', 'make-file', 'proposal: complete']);
  expect(remote('rev-list', '--count', `main..${BRANCH}`)).toBe('1\n');
});

test('words under no label of the form are in the pull request, and told in the comment', async () => {
  const scene = await setScene();
  const words = 'We opened the hall in the evening, ``` and so on. Ask Mrs Smith.';
  await propose(scene, {...SOUND, partners: `Anytown College\n\n### Warum\n\n${words}`}, {quick: true});
  const [pull] = scene.github.pulls;
  expect(pull?.body).toContain('stand under no label of the form, and are in no file');
  expect(pull?.body).toContain('We opened the hall in the evening, ``` and so on. Ask [name removed].');
  expect(scene.github.comments[0]?.body).toContain('Some words stand under no label of the form');
  expect(scene.github.comments[0]?.body).not.toMatch(/Smith|opened the hall/);
});

test('the same again changes nothing, whichever run finds it', async () => {
  const scene = await setScene();
  await propose(scene);
  const before = scene.remote('rev-parse', BRANCH);
  scene.github.log.length = 0;
  expect(await propose(scene)).toMatchObject({code: 0, stdout: expect.stringContaining('left as it was')});
  const {folder, env} = await make(scene, SOUND, {});
  expect(await open(scene, {folder, env: {...env, GITHUB_RUN_ID: '6'}})).toMatchObject({code: 0, stderr: ''});
  expect(scene.remote('rev-parse', BRANCH)).toBe(before);
  expect(scene.github.log.filter((line) => !line.startsWith('GET '))).toEqual([]);
});

test('what an editor wrote to the branch is never overwritten; the stages come on top, each with its first day', async () => {
  const scene = await setScene();
  await propose(scene);
  const editor = checkOut(scene.work);
  git(editor, 'fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
  git(editor, 'checkout', '--quiet', BRANCH);
  const record = JSON.parse(readFileSync(path.join(editor, RECORD), 'utf8'));
  record.stages[0].on = '2026-11-22';
  writeFileSync(path.join(editor, RECORD), JSON.stringify(record));
  writeFileSync(path.join(editor, PAGE), readFileSync(path.join(editor, PAGE), 'utf8').replace('one tutor', 'a tutor'));
  git(editor, 'commit', '--quiet', '--all', '--message', 'Better words');
  git(editor, 'push', '--quiet', 'origin', BRANCH);

  labelsOf(scene.github)?.push('proposal: checked');
  expect(await propose(scene)).toMatchObject({code: 0, stdout: expect.stringContaining('was record renewed')});
  expect(scene.remote('show', `${BRANCH}:${PAGE}`)).toContain('a tutor');
  expect(scene.remote('rev-list', '--count', `main..${BRANCH}`)).toBe('3\n');
  expect(recordIn(scene).stages).toEqual([
    {stage: 'complete', on: '2026-11-22'},
    {stage: 'checked', on: '2026-11-24', fingerprint: expect.any(String)},
  ]);
  expect(scene.github.pulls).toHaveLength(1);
});

test('a label that tells a stage makes the record alone, so that readers can see where it stands', async () => {
  const scene = await setScene(['case-study', 'proposal: received']);
  expect(await propose(scene)).toMatchObject({code: 0, stderr: ''});
  expect(scene.remote('diff', '--name-only', 'main', BRANCH)).toBe(`${RECORD}\n`);
  expect(scene.github.pulls).toMatchObject([{title: 'Proposal 12: where it stands'}]);
  expect(scene.github.comments[0]?.body).toContain('Your proposal is on record.');
  expect(scene.github.pulls[0]?.body).toContain('Puts on record where');
  expect(scene.github.pulls[0]?.body).not.toMatch(/Read|docs\//);
});

test('a label that tells a stage leaves what is missing in the comment', async () => {
  const scene = await setScene(['case-study', 'proposal: received']);
  await propose(scene, {...SOUND, sources: ''}, {quick: true});
  const {body = ''} = scene.github.comments[0] ?? {};
  expect(body).toContain('Your proposal is on record.');
  expect(body).toContain('**Sources**\n\n- Nothing is written yet.');
  expect(recordIn(scene)).toMatchObject({waits_for: 'author'});

  scene.remote('update-ref', 'refs/heads/main', BRANCH);
  scene.remote('update-ref', '-d', `refs/heads/${BRANCH}`);
  labelsOf(scene.github)?.push('proposal: checked');
  await propose(scene, {...SOUND, sources: ''}, {quick: true});
  expect(scene.github.comments[0]?.body).toContain('The label `proposal: checked` is not on record');
  expect(scene.github.comments[0]?.body).toContain('**Sources**\n\n- Nothing is written yet.');
});

test.each<[string, (cwd: string) => void]>([
  ['a workflow', (cwd) => put(cwd, '.github/workflows/own.yml')],
  ['another page', (cwd) => put(cwd, 'docs/index.md')],
  ['a second study', (cwd) => put(cwd, 'docs/case-studies/other.md')],
  ['a link', (cwd) => symlinkSync('/etc/passwd', path.join(cwd, 'blog/_pending/link.md'))],
])('a patch with %s is refused, and nothing is pushed or said', async (_what, before) => {
  const scene = await setScene();
  expect(await propose(scene, SOUND, {before, quick: true})).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the patch changes'),
  });
  expect(scene.remote('branch', '--list', 'proposal/*')).toBe('');
  expect(scene.github.log).toEqual([]);
});

test('a patch without the record of this proposal, or a report of other words, is refused', async () => {
  const scene = await setScene();
  const other = (cwd: string) =>
    writeFileSync(path.join(cwd, RECORD), '{"case_study": "case-studies/a", "received": "2026-11-20", "issue": 7}\n');
  expect(await propose(scene, SOUND, {before: other, quick: true})).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no record of this'),
  });
  const report = (folder: string) =>
    writeFileSync(path.join(folder, 'report.json'), '{"schema": 1, "words": "::error::"}');
  const {code, stderr} = await propose(scene, SOUND, {after: report});
  expect({code, stderr}).toMatchObject({code: 1, stderr: expect.stringContaining('the report breaks its schema')});
  expect(stderr).not.toContain('::error::');
  expect(scene.github.log).toEqual([]);
});

function put(cwd: string, file: string): void {
  mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
  writeFileSync(path.join(cwd, file), 'words\n');
}

test.each([
  [OPEN, {status: 502, done: true}],
  [COMMENT, {status: 502, done: true}],
  [COMMENT, {status: 429, retryAfter: 1}],
  [LABEL, {status: 502, done: true}],
])('after a failure of `%s` (%o) there is one pull request, one comment and one label', async (route, failure) => {
  const scene = await setScene();
  scene.github.fail(route, failure);
  expect(await propose(scene, SOUND, {quick: true})).toMatchObject({code: 0, stderr: ''});
  expect(scene.github.pulls).toHaveLength(1);
  expect(scene.github.comments).toHaveLength(1);
  expect(scene.github.comments[0]?.body.startsWith(PROPOSAL_MARKER)).toBe(true);
  expect(labelsOf(scene.github)).toEqual(['case-study', 'make-file', 'proposal: complete']);
});

test.each([
  [OPEN, {status: 403}, 'Allow GitHub Actions to create and approve pull requests'],
  [COMMENT, {status: 404}, 'GitHub answered 404'],
  [LABEL, {status: 403}, 'GitHub answered 403'],
])('where GitHub refuses `%s` (%o) the job says so and what to do', async (route, failure, said) => {
  const scene = await setScene();
  scene.github.fail(route, failure);
  const {code, stderr} = await propose(scene, SOUND, {quick: true});
  expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining(said)});
  expect(stderr).toContain('\n  fix: ');
});

/** All that is asked of GitHub for a proposal that lacks something, and then for a whole one. */
const FIRST = [OPEN, COMMENT, LABEL];
const THEN = [
  'GET /repos/{owner}/{repo}/pulls',
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  LABEL,
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
];

/** A proposal that lacks something, and the same when it is whole, as the job that makes the file hands them on. */
async function setTwoOf(scene: Scene): Promise<{made: Made; routes: readonly string[]}[]> {
  return [
    {made: await make(scene, {...SOUND, consent: []}, {}), routes: FIRST},
    {made: await make(scene, SOUND, {}), routes: THEN},
  ];
}

/** Nothing was done twice, and nothing left out. */
function expectWhole({github}: Scene): void {
  expect(github.pulls).toHaveLength(1);
  expect(github.pulls[0]?.body).not.toContain('Do not merge it yet.');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('Nothing is missing that a check can find.');
  expect(labelsOf(github)).toEqual(['case-study', 'make-file', 'proposal: complete']);
}

test('answers that never come, after the deed, are not waited for, and nothing is done twice', async () => {
  const scene = await setScene();
  for (const {made, routes} of await setTwoOf(scene)) {
    for (const route of routes) scene.github.fail(route, {status: 500, done: true, hangs: true});
    expect(await open(scene, made, {longestAnswer: 500})).toMatchObject({code: 0, stderr: ''});
  }
  expect(scene.github.log.filter((line) => line.endsWith('no answer'))).toHaveLength(FIRST.length + THEN.length);
  expectWhole(scene);
});

test('where answers keep breaking off the job says so, and one that is started later goes on from there', async () => {
  const scene = await setScene();
  for (const {made, routes} of await setTwoOf(scene)) {
    for (const route of routes) {
      scene.github.fail(route, {status: 500, breaksOff: true, times: 3});
      const {code, stderr} = await open(scene, made);
      const said = new RegExp(
        `^GitHub did not answer \`${route.split(' ')[0]} /repos/.+\`, expected it to do as asked\n  fix: Start the job again later.\n$`,
      );
      expect({code, stderr}, route).toEqual({code: 2, stderr: expect.stringMatching(said)});
      scene.github.fail(route, {status: 500, times: 0});
    }
    expect(await open(scene, made)).toMatchObject({code: 0, stderr: ''});
  }
  expectWhole(scene);
});

test('a repository that does not answer ends in a plain message', async () => {
  const scene = await setScene();
  const made = await make(scene, SOUND, {quick: true});
  const cwd = checkOut(scene.work);
  git(cwd, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/gone.git');
  expect(await runJob(cwd, (io) => openProposal(made.folder, made.env, io))).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'the repository did not answer to `git ls-remote`, expected it to do as asked\n  fix: Start the job again later.\n',
  });
  expect(scene.github.log).toEqual([]);
});

test('the event is read as GitHub really sends it, and another one is refused', async () => {
  const event = labelledEvent(config, SOUND);
  expect(labelledEventSchema.safeParse(event).success).toBe(true);
  expect(labelledEventSchema.safeParse({...event, action: 'opened'}).success).toBe(false);
});

test('a patch may hold one of each file, and nothing that it should not', () => {
  const files = [PAGE, `blog/_pending/${NAME}.md`, RECORD];
  const refused = (status: string, mode = '100644') =>
    judgePatch(files.map((file) => ({path: file, status, mode}))).map((file) => file.path);
  expect(refused('A')).toEqual([]);
  expect(refused('M')).toEqual(files.slice(0, 2));
  expect(refused('D', '000000')).toEqual(files);
  expect(refused('A', '100755')).toEqual(files);
});

test('the file is named by the event alone: no word of it is put into a command', () => {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'npm'), '#!/bin/sh\nprintf "<%s>" "$@"\n', {mode: 0o755});
  const given = bash(commandOf('Make the file'), folder, {
    GITHUB_EVENT_PATH: '/x/$(touch y).json',
    PATH: `${folder}:${ENV.PATH}`,
  });
  expect(given).toBe('<run><new><--><case-study><--from-issue></x/$(touch y).json>');
  expect(existsSync(path.join(folder, 'y'))).toBe(false);
});

test.each([
  [0, 0, 'sound=true\n'],
  [1, 0, ''],
  [2, 1, ''],
])('where the check ends with %i its step ends with %i', (ends, code, output) => {
  const folder = folderWith({output: ''});
  writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\nexit ${ends}\n`, {mode: 0o755});
  const env = {GITHUB_OUTPUT: path.join(folder, 'output'), RUNNER_TEMP: folder, PATH: `${folder}:${ENV.PATH}`};
  const run = () => bash(commandOf('Check it'), folder, env);
  if (code === 0) run();
  else expect(run).toThrow();
  expect(readFileSync(path.join(folder, 'output'), 'utf8')).toBe(output);
});

test('once the file is in the toolkit, the record alone is brought up to date; where it says the same, nothing is', async () => {
  const scene = await setScene();
  await propose(scene, SOUND, {quick: true});
  const {github, remote} = scene;
  remote('update-ref', 'refs/heads/main', BRANCH);
  remote('update-ref', '-d', `refs/heads/${BRANCH}`);
  github.pulls.length = 0;
  github.log.length = 0;
  expect(await propose(scene, SOUND, {quick: true})).toEqual({
    code: 0,
    stdout: 'Nothing has changed, and nothing is said.\n',
    stderr: '',
  });
  expect(github.log).toEqual([]);

  labelsOf(github)?.push('proposal: confirmed');
  await propose(scene, SOUND, {quick: true});
  expect(remote('for-each-ref', `refs/heads/${BRANCH}`)).toBe('');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain(
    'The label `proposal: confirmed` is not on record: no second person has checked it.',
  );

  labelsOf(github)?.push('proposal: checked');
  expect(await propose(scene, SOUND, {quick: true})).toMatchObject({code: 0, stderr: ''});
  expect(remote('diff', '--name-only', 'main', BRANCH)).toBe(`${RECORD}\n`);
  expect(recordIn(scene).stages.at(-1)).toMatchObject({stage: 'confirmed', on: '2026-11-24'});
});
