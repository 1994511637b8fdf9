import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {jobGit} from '../../../../src/github/job-git.ts';
import {rejectedPublicationFiles} from '../../../../src/github/jobs/publish-request/open.ts';
import {renderPublicationBody} from '../../../../src/github/jobs/publish-request/render-body.ts';
import {GIT_ENV, git, type Remote, startRemote} from '../../support/git.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {configFile} from '../../support/toolkits/sound-toolkit.ts';
import {publishedFiles, waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const REPOSITORY = 'example-org/flood-toolkit';
const BRANCH = 'publish/2026-11-24';
const OPEN = 'POST /repos/{owner}/{repo}/pulls';

interface Step {
  name?: string;
  run?: string;
}

/** What a step of the workflow runs. */
function commandOf(step: string): string {
  const file = path.join(ROOT, '.github', 'workflows', 'publish.yml');
  const {jobs} = parse(readFileSync(file, 'utf8')) as {jobs: Record<string, {steps: Step[]}>};
  const found = Object.values(jobs).flatMap(({steps}) => steps.filter(({name}) => name === step));
  return found[0]?.run ?? '';
}

const PUBLISH_STEP = 'Publish the waiting notes, or show what would be published';

const bash = (command: string, cwd: string, env: Record<string, string>) =>
  execFileSync('bash', ['-e', '-c', command], {cwd, env: {...GIT_ENV, ...env}, encoding: 'utf8', stdio: 'pipe'});

interface Scene extends Remote {
  github: GitHubStandIn;
  /** The checkout of the job that publishes. */
  publisher: string;
  /** The checkout of the job that may write. */
  writer: string;
}

async function setScene(files: Record<string, string | Uint8Array> = waitingFiles()): Promise<Scene> {
  const remote = startRemote({...files, '.gitignore': readFileSync(path.join(ROOT, '.gitignore'))});
  const github = await startGitHub(REPOSITORY);
  return {github, ...remote, publisher: remote.checkOut(), writer: remote.checkOut()};
}

/** Makes the patch as the workflow does. */
function keepPatch(publisher: string): {patch: string; base: string} {
  const temp = folderWith({});
  const output = path.join(temp, 'output');
  bash(commandOf('Keep what was written as a patch'), publisher, {RUNNER_TEMP: temp, GITHUB_OUTPUT: output});
  const base = /^base=(.+)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
  return {patch: path.join(temp, 'publication', 'publication.patch'), base};
}

const envOf = ({github}: Scene, base: string) => ({
  ...GIT_ENV,
  ...github.env,
  BASE: base,
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '5',
  GITHUB_ACTOR: 'an-editor',
});

function open(scene: Scene, {patch, base}: {patch: string; base: string}): Promise<Outcome> {
  return runCommand(['job', 'open-publish-request', patch], scene.writer, {env: envOf(scene, base)});
}

/** Publishes in the one checkout, lets `change` meddle, and opens from the other. */
async function publishAndOpen(scene: Scene, options: string[] = [], change = () => {}): Promise<Outcome> {
  expect(await runCommand(['publish', ...options], scene.publisher)).toMatchObject({code: 0, stderr: ''});
  change();
  return open(scene, keepPatch(scene.publisher));
}

test('what was published stands on a branch of its own, and in a pull request that says what to do', async () => {
  const scene = await setScene();
  expect(await publishAndOpen(scene, ['--title', 'Boats and @wardens'])).toEqual({
    code: 0,
    stdout: `Pull request 1 was opened. Review and merge it: https://github.com/${REPOSITORY}/pull/1\n`,
    stderr: '',
  });
  const {publisher, writer, remote, github} = scene;
  expect(remote('rev-parse', `${BRANCH}^{tree}`)).toBe(git(publisher, 'write-tree'));
  expect(remote('rev-parse', `${BRANCH}^`)).toBe(remote('rev-parse', 'main'));
  expect(remote('log', '-1', '--format=%an, %s', BRANCH)).toBe('github-actions[bot], Publish: Boats and @wardens\n');
  expect(remote('ls-tree', '-r', '--name-only', BRANCH)).not.toMatch(/_pending|outbox/);
  expect(git(writer, 'diff', '--name-only', 'HEAD', '--', 'docs')).toBe('');
  expect(github.pulls).toMatchObject([{branch: BRANCH, title: 'Publish: Boats and @wardens'}]);
  expect(github.pulls[0]?.body).toMatchSnapshot();
});

test('an edition is frozen with an update, and alone where no note waits', async () => {
  const both = await setScene();
  expect(await publishAndOpen(both, ['--edition'])).toMatchObject({code: 0, stderr: ''});
  expect(both.remote('show', `${BRANCH}:versions.json`)).toContain('2026-11');
  expect(both.github.pulls[0]?.body).toContain('Edition 2026-11: ');

  const alone = await setScene(publishedFiles());
  expect(await publishAndOpen(alone, ['--edition'])).toMatchObject({code: 0, stderr: ''});
  expect(alone.github.pulls).toMatchObject([{branch: 'publish/edition-2026-11', title: 'Publish: Edition 2026-11'}]);
  expect(alone.github.pulls[0]?.body).not.toMatch(/email|as readers will see it/);
});

test('a patch with anything that publishing would not write is refused, and nothing is pushed', async () => {
  const scene = await setScene();
  const outcome = await publishAndOpen(scene, [], () => {
    put(scene.publisher, '.github/workflows/own.yml');
    put(scene.publisher, 'a\n::stop-commands::b');
    put(scene.publisher, 'blog/2026-11-02.md');
    symlinkSync('/etc/passwd', path.join(scene.publisher, 'blog/link.md'));
    chmodSync(put(scene.publisher, 'blog/program.md'), 0o755);
    put(scene.publisher, 'docs/index.md');
  });
  expect(outcome).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'the patch changes ".github/workflows/own.yml" (A 100644), "a\\n::stop-commands::b" (A 100644), ' +
      '"blog/2026-11-02.md" (M 100644), "blog/link.md" (A 120000), "blog/program.md" (A 100755) and 1 more, ' +
      'expected only what publishing writes\n  fix: Check the run that made the patch before you use it.\n',
  });
  expect(scene.remote('branch', '--list', 'publish/*')).toBe('');
  expect(scene.github.log).toEqual([]);
});

function put(cwd: string, file: string): string {
  const target = path.join(cwd, file);
  mkdirSync(path.dirname(target), {recursive: true});
  writeFileSync(target, 'words\n');
  return target;
}

test('a patch with two updates, with none, or with one of another form is refused', async () => {
  const scene = await setScene();
  expect(await runCommand(['publish'], scene.publisher)).toMatchObject({code: 0});
  const refusalOf = async () => {
    const {code, stderr} = await open(scene, keepPatch(scene.publisher));
    git(scene.writer, 'reset', '--quiet');
    return [code, stderr.split(',')[0]];
  };
  put(scene.publisher, 'blog/2026-11-25.md');
  expect(await refusalOf()).toEqual([1, 'the patch contains 2 updates and 0 editions']);
  rmSync(path.join(scene.publisher, 'blog/2026-11-24.md'));
  rmSync(path.join(scene.publisher, 'blog/2026-11-25.md'));
  expect(await refusalOf()).toEqual([1, 'the patch contains 0 updates and 0 editions']);
  put(scene.publisher, 'blog/2026-11-24.md');
  expect(await refusalOf()).toEqual([1, 'the patch contains an update that is invalid or has another name']);
  expect(scene.remote('branch', '--list', 'publish/*')).toBe('');
});

test('a patch that is none, is a link, or was made for other files is refused', async () => {
  const scene = await setScene();
  const base = git(scene.writer, 'rev-parse', 'HEAD').trim();
  const folder = folderWith({'words.patch': '::error::words\n'});
  symlinkSync('/etc/passwd', path.join(folder, 'link.patch'));
  const tell = async (file: string) =>
    (await open(scene, {patch: path.join(folder, file), base})).stderr.split('\n')[0];
  expect(await tell('words.patch')).toBe('the patch does not fit the main branch, expected one made from it');
  expect(await tell('link.patch')).toBe('the patch is not a plain file');
  expect(await tell('none.patch')).toBe('the patch is not a plain file');
});

test('nothing is published once the main branch is another than the one that was checked', async () => {
  const scene = await setScene();
  await runCommand(['publish'], scene.publisher);
  const kept = keepPatch(scene.publisher);
  git(scene.writer, 'commit', '--quiet', '--allow-empty', '--message', 'Later');
  expect(await open(scene, kept)).toMatchObject({code: 2, stderr: expect.stringContaining('has changed since')});
  expect(scene.remote('branch', '--list', 'publish/*')).toBe('');
});

test('a second attempt waits for the branch of the first', async () => {
  const scene = await setScene();
  scene.remote('branch', BRANCH, 'main');
  expect(await publishAndOpen(scene)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`the branch \`${BRANCH}\` exists, expected no such branch`),
  });
  expect(scene.remote('rev-parse', BRANCH)).toBe(scene.remote('rev-parse', 'main'));
  expect(scene.github.log).toEqual([]);
});

test('where workflows may not open pull requests it says which setting, and leaves no branch behind', async () => {
  const scene = await setScene();
  scene.github.fail(OPEN, {status: 403});
  expect(await publishAndOpen(scene)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
  });
  expect(scene.remote('branch', '--list', 'publish/*')).toBe('');
});

test('where the answer of GitHub is lost there is one pull request', async () => {
  const scene = await setScene();
  scene.github.fail(OPEN, {status: 502, done: true});
  expect(await publishAndOpen(scene)).toMatchObject({code: 0, stderr: ''});
  expect(scene.github.pulls).toHaveLength(1);
  expect(scene.remote('branch', '--list', 'publish/*')).toContain(BRANCH);
});

/** Runs the step that publishes with a stand-in for npm; gives what it printed, its exit code, and the summary. */
function runPublishStep(npm: string, env: Record<string, string>) {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\n${npm}\n`, {mode: 0o755});
  const summary = path.join(folder, 'summary.md');
  const {status, stdout} = spawnSync('bash', ['-e', '-c', commandOf(PUBLISH_STEP)], {
    cwd: folder,
    env: {
      ...GIT_ENV,
      ...{MODE: 'publish', TITLE: '', DATE: '', EDITION: 'false', ...env},
      ...{RUNNER_TEMP: folder, GITHUB_STEP_SUMMARY: summary, PATH: `${folder}:${GIT_ENV.PATH}`},
    },
    encoding: 'utf8',
  });
  return {status, stdout, summary: readFileSync(summary, 'utf8')};
}

test('what an editor writes reaches the command as it was written, and as nothing else', () => {
  const given = (env: Record<string, string>) => runPublishStep('printf "<%s>" "$@"', env).stdout;
  expect(given({})).toBe('<run><--silent><publish><-->');
  expect(given({MODE: 'dry-run'})).toBe('<run><--silent><publish><--><--dry-run>');
  expect(given({TITLE: '--undo "$(touch x)"; `x`', DATE: '2026-11-24', EDITION: 'true'})).toBe(
    '<run><--silent><publish><--><--title=--undo "$(touch x)"; `x`><--date=2026-11-24><--edition>',
  );
});

test('a run that is not confirmed shows the update in the summary, as text', () => {
  const {status, summary} = runPublishStep('printf "# Title\\n<b>bold</b>\\n"', {MODE: 'dry-run'});
  expect(status).toBe(0);
  expect(summary).toMatch(
    /^This is what readers would see\. Nothing is published yet\..+\n\n {4}# Title\n {4}<b>bold<\/b>\n$/,
  );
});

test.each(['publish', 'dry-run'])('what keeps a run from publishing is in its summary (%s)', (MODE) => {
  const {status, summary} = runPublishStep('echo "no change note waits" >&2; exit 2', {MODE});
  expect(status).toBe(2);
  expect(summary).toBe(
    'Nothing was published. Fix the following, then run this workflow again.\n\n    no change note waits\n',
  );
});

const SCHEDULED = 'blog/_pending/homes-boats.md';

/** A toolkit whose note waits for a day, and what the daily run may do about it. */
function scheduledFiles(scheduled_publishing: string, day = '2026-11-24') {
  const files = waitingFiles();
  return {
    ...files,
    'toolkit.config.ts': configFile(`export default ${JSON.stringify({scheduled_publishing})}`),
    [SCHEDULED]: String(files[SCHEDULED]).replace('answers:', `not_before: ${day}\nanswers:`),
  };
}

test.each([
  ['a run that an editor started', 'publish', '2026-11-24', {CONFIRM: 'false'}, 'dry-run'],
  ['a run that an editor confirmed', 'off', '2026-12-03', {CONFIRM: 'true'}, 'publish'],
  ['a daily run when all are due', 'pull-request', '2026-11-24', {GITHUB_EVENT_NAME: 'schedule'}, 'publish'],
  ['a daily run before the day', 'publish', '2026-11-25', {GITHUB_EVENT_NAME: 'schedule'}, 'none'],
  ['a daily run that is not configured', 'off', '2026-11-24', {GITHUB_EVENT_NAME: 'schedule'}, 'none'],
])('%s has its mode', async (_case, configured, day, env, mode) => {
  const cwd = folderWith(scheduledFiles(configured, day));
  expect((await runCommand(['job', 'publish-mode'], cwd, {env})).stdout).toBe(`mode=${mode}\n`);
});

test('a daily run publishes nothing where no note is scheduled', async () => {
  const config = {'toolkit.config.ts': scheduledFiles('publish')['toolkit.config.ts']};
  const cwd = folderWith({...waitingFiles(), ...config});
  const {stdout} = await runCommand(['job', 'publish-mode'], cwd, {env: {GITHUB_EVENT_NAME: 'schedule'}});
  expect(stdout).toBe('mode=none\n');
});

async function openDaily(scene: Scene): Promise<Outcome> {
  expect(await runCommand(['publish'], scene.publisher)).toMatchObject({code: 0, stderr: ''});
  const {patch, base} = keepPatch(scene.publisher);
  const env = {...envOf(scene, base), GITHUB_EVENT_NAME: 'schedule'};
  return runCommand(['job', 'open-publish-request', patch], scene.writer, {env});
}

test('a daily run opens a pull request, or publishes on the main branch where that is configured', async () => {
  const asked = await setScene(scheduledFiles('pull-request'));
  expect(await openDaily(asked)).toMatchObject({code: 0, stderr: ''});
  expect(asked.github.pulls[0]?.body).toContain('Approve it. The day of each scheduled note has come.');

  const direct = await setScene(scheduledFiles('publish'));
  const before = direct.remote('rev-parse', 'main');
  expect(await openDaily(direct)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Published on the main branch: .+\. The next daily run of Deploy builds the site\.\n$/,
    ),
  });
  expect(direct.remote('rev-parse', 'main^')).toBe(before);
  expect(direct.remote('show', 'main:blog/2026-11-24.md')).not.toContain('not_before');
  expect(direct.github.log).toEqual([]);
});

test('without the configuration on the main branch, not even a due patch is published directly', async () => {
  const scene = await setScene(scheduledFiles('publish', '2026-11-25'));
  expect(await runCommand(['publish', '--now'], scene.publisher)).toMatchObject({code: 0});
  const {patch, base} = keepPatch(scene.publisher);
  const env = {...envOf(scene, base), GITHUB_EVENT_NAME: 'schedule'};
  const before = scene.remote('rev-parse', 'main');
  await runCommand(['job', 'open-publish-request', patch], scene.writer, {env});
  expect(scene.remote('rev-parse', 'main')).toBe(before);
  expect(scene.github.pulls).toHaveLength(1);
});

test('notes go only, and what is on record is only added to', () => {
  const files = ['blog/_pending/a.md', 'blog/b.md', 'versions.json', 'ledgers/editions/c.json', 'versioned_docs/d.md'];
  const others = ['blog/.gitattributes', 'docs/index.md', 'toolkit.config.ts'];
  const refused = (status: string, mode: string, paths = files) =>
    rejectedPublicationFiles(paths.map((file) => ({path: file, status, mode}))).map((file) => file.path);
  expect(refused('A', '100644')).toEqual(['blog/_pending/a.md']);
  expect(refused('M', '100644')).toEqual(['blog/_pending/a.md', 'blog/b.md', 'versioned_docs/d.md']);
  expect(refused('D', '000000')).toEqual(files.slice(1));
  expect(refused('T', '120000')).toEqual(files);
  expect(refused('A', '100644', others)).toEqual(others);
  expect(refused('M', '100644', others)).toEqual(others);
});

test('an update of any length fits into a pull request, and the rest is said to be missing', () => {
  const change = {pages: [{title: 'Homes', url: undefined}], note: 'Ask @clerk for #1. '.repeat(20), answers: []};
  const announcement = {toolkit: '', language: 'en', title: 'Many', day: '', url: 'https://flood.example/', email: ''};
  const none = {isLaunch: false, minor: [], pages: [], inShort: undefined, edition: undefined};
  const update = {
    path: 'blog/2026-11-24.md',
    announcement: {...announcement, ...none, major: Array(400).fill(change)},
  };
  const publication = {name: '2026-11-24', title: 'Many', update, edition: undefined};
  const body = renderPublicationBody(publication, {actor: 'an-editor', runUrl: 'https://github.com/'});
  expect(body.length).toBeLessThan(65_536);
  expect(body).toMatch(/There is more than fits here: read `blog\/2026-11-24\.md`\.\n$/);
  expect(body).toContain('Ask `@clerk` for `#1.`');
});

test('the token is lent to git for the server of the job alone', async () => {
  const env = {...GIT_ENV, GITHUB_TOKEN: 'secret', GITHUB_SERVER_URL: 'https://github.com'};
  const git = jobGit(folderWith({}), env);
  const headerFor = (url: string) => git('config', '--get-urlmatch', 'http.extraheader', url).catch(() => 'none');
  const header = `AUTHORIZATION: basic ${Buffer.from('x-access-token:secret').toString('base64')}\n`;
  expect(await headerFor('https://github.com/example-org/flood-toolkit')).toBe(header);
  expect(await git('config', 'http.lowSpeedTime')).toBe('60\n');
  expect(await headerFor('https://elsewhere.example/example-org/flood-toolkit')).toBe('none');
});
