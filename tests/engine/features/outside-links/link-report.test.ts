import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import type {LinkEntry} from '../../../../src/content/link-ledger/link-ledger.ts';
import {LINK_FILE, renderLedger} from '../../../../src/content/link-ledger/link-ledger.ts';
import {GIT_ENV, type Remote, startRemote} from '../../support/git.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {page, soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const REPOSITORY = 'example-org/flood';

const MINUTES = 'https://parish.example/minutes';
const LEVELS = 'https://trust.example/levels';
const HOMES = page('Homes').replace('Words.', `See [minutes](${MINUTES}) and [levels](${LEVELS}).`);

const DEAD: LinkEntry = {checked: '2026-11-23', first_failure: '2026-05-11', strikes: 29, kind: 'gone'};
const MOVED: LinkEntry = {checked: '2026-11-23', kind: 'moved', moved_to: 'https://trust.example/`@everybody`'};

type Entries = readonly (readonly [string, LinkEntry])[];

interface Scene extends Remote {
  github: GitHubStandIn;
}

/** A repository on a server, whose main branch holds a toolkit with two links, and a ledger with an old address. */
async function setScene(): Promise<Scene> {
  const old = {[LINK_FILE]: renderLedger(new Map([['https://old.example/', DEAD]])) ?? ''};
  const files = {...soundFiles(), 'docs/priorities/homes.md': HOMES, ...old, '.gitignore': '.toolkit/\n'};
  return {github: await startGitHub(REPOSITORY), ...startRemote(files)};
}

const folderOf = (entries: Entries) => folderWith({'links.json': renderLedger(new Map(entries)) ?? ''});

const envOf = ({github}: Scene) => ({...GIT_ENV, ...github.env, GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: '5'});

const reportIn = (scene: Scene, cwd: string, folder: string) =>
  runCommand(['job', 'report-links', folder], cwd, {env: envOf(scene)});
const report = (scene: Scene, entries: Entries) => reportIn(scene, scene.checkOut(), folderOf(entries));

test('the ledger comes back as one pull request, without links that no page has', async () => {
  const scene = await setScene();
  const entries: Entries = [
    [MINUTES, DEAD],
    [LEVELS, MOVED],
    ['https://no-longer-linked.example/', DEAD],
  ];
  expect(await report(scene, entries)).toEqual({
    code: 0,
    stdout: `Pull request 1 has the newest ledger: https://github.com/${REPOSITORY}/pull/1\n`,
    stderr: '',
  });
  const sha = scene.remote('rev-parse', 'main').trim();
  expect(scene.github.pulls).toMatchObject([{branch: 'links/ledger', title: expect.stringMatching(/^Update/)}]);
  expect(scene.remote('diff', '--name-status', 'main', 'links/ledger')).toBe('M\tledgers/links.json\n');
  expect(Object.keys(JSON.parse(scene.remote('show', 'links/ledger:ledgers/links.json')).links)).toEqual([
    MINUTES,
    LEVELS,
  ]);
  expect(scene.remote('log', '-1', '--format=%an %P', 'links/ledger').trim()).toBe(`github-actions[bot] ${sha}`);
});

test('the next week replaces the branch, and makes no second pull request', async () => {
  const scene = await setScene();
  await report(scene, [[MINUTES, DEAD]]);
  const {stdout} = await report(scene, [
    [MINUTES, DEAD],
    [LEVELS, DEAD],
  ]);
  expect(stdout).toBe(`Pull request 1 has the newest ledger: https://github.com/${REPOSITORY}/pull/1\n`);
  expect(scene.github.pulls).toHaveLength(1);
  expect(scene.remote('log', '--format=%s', 'main..links/ledger').trim().split('\n')).toHaveLength(1);
});

test('the same ledger makes no pull request', async () => {
  const scene = await setScene();
  const cwd = scene.checkOut();
  mkdirSync(path.join(cwd, 'docs', 'more'), {recursive: true});
  const folder = folderOf([['https://old.example/', DEAD]]);
  writeFileSync(path.join(cwd, 'docs', 'old.md'), page('Old').replace('Words.', '[Old](https://old.example/)'));
  expect((await reportIn(scene, cwd, folder)).stdout).toContain('The ledger has not changed.');
  expect(scene.github.pulls).toEqual([]);
});

test('a ledger in which nothing is left is removed', async () => {
  const scene = await setScene();
  await reportIn(scene, scene.checkOut(), folderWith({'links.json': '{"schema":1,"links":{}}\n'}));
  expect(scene.remote('diff', '--name-status', 'main', 'links/ledger')).toBe('D\tledgers/links.json\n');
});

test.each([
  ['a file that is no ledger', 'links.json', '::stop-commands::x\n{'],
  ['another file', 'parish.example.json', '{"schema": 1, "links": {}}'],
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
  symlinkSync('/etc/hostname', path.join(folder, 'links.json'));
  expect(await reportIn(scene, scene.checkOut(), folder)).toMatchObject({code: 1});
});

test('the workflow continues from the ledger of a pull request that was not merged', async () => {
  const scene = await setScene();
  const {jobs} = parse(textIn(ROOT, '.github/workflows/deploy.yml'));
  const steps: {name?: string; run?: string}[] = jobs.links.steps;
  const script = steps.find(({name}) => name === 'Continue from the newest ledger')?.run ?? '';
  const ledgerAfterIt = () => {
    const cwd = scene.checkOut();
    execFileSync('bash', ['-e', '-c', script], {cwd, env: GIT_ENV, stdio: 'pipe'});
    return existsSync(path.join(cwd, LINK_FILE)) ? Object.keys(JSON.parse(textIn(cwd, LINK_FILE)).links) : undefined;
  };
  expect(ledgerAfterIt()).toEqual(['https://old.example/']);
  await report(scene, [[MINUTES, DEAD]]);
  expect(ledgerAfterIt()).toEqual([MINUTES]);
  await reportIn(scene, scene.checkOut(), folderWith({'links.json': '{"schema":1,"links":{}}\n'}));
  expect(ledgerAfterIt()).toBeUndefined();
});
