import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {ISSUE_MARKER} from '../../../../src/github/jobs/link-report/render-issue.ts';
import type {LinkEntry} from '../../../../src/model/link-ledger/link-entry.ts';
import {ledgerFiles} from '../../../../src/model/link-ledger/link-ledger.ts';
import {GIT_ENV, type Remote, startRemote} from '../../support/git.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {BOT} from '../../support/network/github-state.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const REPOSITORY = 'example-org/flood';
const OPEN_ISSUE = 'POST /repos/{owner}/{repo}/issues';
const LIST_ISSUES = 'GET /repos/{owner}/{repo}/issues';

const MINUTES = 'https://parish.example/minutes';
const LEVELS = 'https://trust.example/levels';
const HOMES = page('Homes').replace('Words.', `See [minutes](${MINUTES}) and [levels](${LEVELS}).`);

const LIVING: LinkEntry = {checked: '2026-11-23', last_success: '2026-11-23'};
const DEAD: LinkEntry = {checked: '2026-11-23', first_failure: '2026-05-11', strikes: 29, kind: 'gone'};
const MOVED: LinkEntry = {...LIVING, kind: 'moved', moved_to: 'https://trust.example/`@everybody`'};

type Entries = readonly (readonly [string, LinkEntry])[];

interface Scene extends Remote {
  github: GitHubStandIn;
}

/** A repository on a server, whose main branch holds a toolkit with two links, and a ledger of an old host. */
async function setScene(): Promise<Scene> {
  const old = Object.fromEntries(ledgerFiles(new Map([['https://old.example/', LIVING]])));
  const files = {...soundFiles(), 'docs/priorities/homes.md': HOMES, ...old, '.gitignore': '.toolkit/\n'};
  return {github: await startGitHub(REPOSITORY), ...startRemote(files)};
}

function folderOf(entries: Entries): string {
  const files = [...ledgerFiles(new Map(entries))];
  return folderWith(Object.fromEntries(files.map(([file, text]) => [path.basename(file), text])));
}

const envOf = ({github}: Scene) => ({...GIT_ENV, ...github.env, GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: '5'});

const reportIn = (scene: Scene, cwd: string, folder: string) =>
  runCommand(['job', 'report-links', folder], cwd, {env: envOf(scene)});
const report = (scene: Scene, entries: Entries) => reportIn(scene, scene.checkOut(), folderOf(entries));

test('what is dead is told in one issue, by owner, and the ledger comes back as one pull request', async () => {
  const scene = await setScene();
  const entries: Entries = [
    [MINUTES, DEAD],
    [LEVELS, MOVED],
    ['https://no-longer-linked.example/', DEAD],
  ];
  expect(await report(scene, entries)).toEqual({
    code: 0,
    stdout: `The issue 1 was opened.\nPull request 2 has the newest ledger: https://github.com/${REPOSITORY}/pull/2\n`,
    stderr: '',
  });
  const sha = scene.remote('rev-parse', 'main').trim();
  expect(scene.github.issues[0]?.body?.replaceAll(sha, 'SHA')).toMatchSnapshot();
  expect(scene.github.pulls).toMatchObject([{branch: 'links/ledger', title: expect.stringMatching(/^Update/)}]);
  expect(scene.remote('diff', '--name-status', 'main', 'links/ledger')).toBe(
    'D\tledgers/links/old.example.json\nA\tledgers/links/parish.example.json\nA\tledgers/links/trust.example.json\n',
  );
  expect(scene.remote('log', '-1', '--format=%an %P', 'links/ledger').trim()).toBe(`github-actions[bot] ${sha}`);
});

test('the next week replaces the issue and the branch, and makes no second of either', async () => {
  const scene = await setScene();
  await report(scene, [[MINUTES, DEAD]]);
  const {stdout} = await report(scene, [
    [MINUTES, DEAD],
    [LEVELS, DEAD],
  ]);
  expect(stdout).toBe(
    `The issue 1 was updated.\nPull request 2 has the newest ledger: https://github.com/${REPOSITORY}/pull/2\n`,
  );
  expect(scene.github.issues).toHaveLength(1);
  expect(scene.github.pulls).toHaveLength(1);
  expect(scene.remote('log', '--format=%s', 'main..links/ledger').trim().split('\n')).toHaveLength(1);
});

test('once all is well the issue is closed, and opened again when something else dies', async () => {
  const scene = await setScene();
  await report(scene, [[MINUTES, DEAD]]);
  expect((await report(scene, [[MINUTES, LIVING]])).stdout).toContain('The issue 1 was closed.');
  expect(scene.github.issues).toMatchObject([
    {state: 'closed', body: expect.stringContaining('No link needs attention now')},
  ]);
  expect((await report(scene, [[MINUTES, LIVING]])).stdout).toContain('was left as it was');
  expect((await report(scene, [[LEVELS, DEAD]])).stdout).toContain('The issue 1 was opened again.');
  expect(scene.github.issues).toMatchObject([{state: 'open'}]);
});

test('an issue that somebody closed stays closed until another link dies, however the weeks add up', async () => {
  const scene = await setScene();
  await report(scene, [
    [MINUTES, DEAD],
    [LEVELS, MOVED],
  ]);
  Object.assign(scene.github.issues[0] ?? {}, {state: 'closed'});
  await report(scene, [[MINUTES, {...DEAD, checked: '2026-11-30', strikes: 30}]]);
  expect(scene.github.issues).toMatchObject([{state: 'closed'}]);
  await report(scene, [
    [MINUTES, DEAD],
    [LEVELS, DEAD],
  ]);
  expect(scene.github.issues).toMatchObject([{state: 'open'}]);
});

test('where nothing is wrong no issue is opened, and nobody else’s is touched', async () => {
  const scene = await setScene();
  const body = `${ISSUE_MARKER}\n\nI am the bot.`;
  scene.github.issues.push({number: 1, state: 'open', author: 'somebody', title: 'Links', body});
  expect((await report(scene, [[MINUTES, LIVING]])).stdout).toContain('The issue was not needed.');
  await report(scene, [[MINUTES, DEAD]]);
  expect(scene.github.issues).toMatchObject([{number: 1, body}, {author: BOT}]);
});

test('the same ledger makes no pull request', async () => {
  const scene = await setScene();
  const cwd = scene.checkOut();
  mkdirSync(path.join(cwd, 'docs', 'more'), {recursive: true});
  const folder = folderOf([['https://old.example/', LIVING]]);
  writeFileSync(path.join(cwd, 'docs', 'old.md'), page('Old').replace('Words.', '[Old](https://old.example/)'));
  expect((await reportIn(scene, cwd, folder)).stdout).toContain('The ledger has not changed.');
  expect(scene.github.pulls).toEqual([]);
});

test('thousands of dead links stay within the limit of an issue', async () => {
  const scene = await setScene();
  const cwd = scene.checkOut();
  const addresses = Array.from({length: 700}, (_, n) => `https://parish.example/${'x'.repeat(150)}/${n}`);
  const list = addresses.map((address) => `- [a](${address})`).join('\n');
  writeFileSync(path.join(cwd, 'docs', 'many.md'), page('Many').replace('Words.', list));
  const folder = folderOf(addresses.map((address) => [address, DEAD] as const));
  expect(await reportIn(scene, cwd, folder)).toMatchObject({code: 0});
  expect(scene.github.issues[0]?.body).toMatch(/\d+ more are not shown here/);
});

test.each([
  {route: OPEN_ISSUE, failure: {status: 500}},
  {route: OPEN_ISSUE, failure: {status: 500, done: true}},
  {route: LIST_ISSUES, failure: {status: 502}},
])('$route is tried again after $failure, and there is one issue', async ({route, failure}) => {
  const scene = await setScene();
  scene.github.fail(route, failure);
  expect(await report(scene, [[MINUTES, DEAD]])).toMatchObject({code: 0, stderr: ''});
  expect(scene.github.issues).toHaveLength(1);
});

test.each([
  ['a file that is no ledger', 'parish.example.json', '::stop-commands::x\n{'],
  ['a file of another name', 'run.sh', 'true'],
  [
    'a host that is another',
    'parish.example.json',
    '{"schema": 1, "links": {"https://x.example/": {"checked": "not yet"}}}',
  ],
])('%s is refused, and its words stay out of the log', async (_what, name, content) => {
  const scene = await setScene();
  const outcome = await reportIn(scene, scene.checkOut(), folderWith({[name]: content}));
  expect(outcome).toMatchObject({code: 1, stdout: ''});
  expect(outcome.stderr).not.toContain('::');
  expect(scene.github.log).toEqual([]);
});

test('a link in the place of a file is refused', async () => {
  const scene = await setScene();
  const folder = folderWith({});
  symlinkSync('/etc/hostname', path.join(folder, 'parish.example.json'));
  expect(await reportIn(scene, scene.checkOut(), folder)).toMatchObject({code: 1});
});

test('the workflow continues from the ledger of a pull request that was not merged', async () => {
  const scene = await setScene();
  const {jobs} = parse(readFileSync(path.join(ROOT, '.github/workflows/links.yml'), 'utf8'));
  const steps: {name?: string; run?: string}[] = jobs.check.steps;
  const script = steps.find(({name}) => name === 'Continue from the newest ledger')?.run ?? '';
  const filesAfterIt = () => {
    const cwd = scene.checkOut();
    execFileSync('bash', ['-e', '-c', script], {cwd, env: GIT_ENV, stdio: 'pipe'});
    return readdirSync(path.join(cwd, 'ledgers', 'links'));
  };
  expect(filesAfterIt()).toEqual(['old.example.json']);
  await report(scene, [[MINUTES, DEAD]]);
  expect(filesAfterIt()).toEqual(['parish.example.json']);
});
