import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {jobGit} from '../../../../src/io/github/job-git.ts';
import {noteExample} from '../../../../src/rules/examples/example-files.ts';
import {GIT_ENV, git, type Remote, startRemote} from '../../support/git.ts';
import {type GitHubStandIn, startGitHub} from '../../support/network/github-stand-in.ts';
import {folderWith, type Outcome, runCommand} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
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

interface Scene extends Remote {
  github: GitHubStandIn;
  /** The checkout of the job. */
  cwd: string;
}

async function setScene(files: Record<string, string | Uint8Array> = waitingFiles()): Promise<Scene> {
  const remote = startRemote({...files, '.gitignore': readFileSync(path.join(ROOT, '.gitignore'))});
  const github = await startGitHub(REPOSITORY);
  return {github, ...remote, cwd: remote.checkOut()};
}

const envOf = ({github}: Scene) => ({
  ...GIT_ENV,
  ...github.env,
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '5',
  GITHUB_ACTOR: 'an-editor',
});

/** Publishes, and opens the pull request with the questions that were asked. */
async function publishAndOpen(scene: Scene, options: string[] = [], more: object = {}): Promise<Outcome> {
  const {code, stderr} = await runCommand(['publish', ...options], scene.cwd);
  expect(code).toBe(0);
  const questions = path.join(folderWith({'questions.txt': stderr}), 'questions.txt');
  return runCommand(['job', 'open-publish-request', questions], scene.cwd, {env: {...envOf(scene), ...more}});
}

test('what was published stands on a branch of its own, and in a pull request that says what to do', async () => {
  const files = waitingFiles();
  const scene = await setScene({
    ...files,
    'docs/index.md': `${files['docs/index.md']}\n\nAsk a warden first.\n`,
    'blog/_pending/start.md': noteExample('pages: [index]\n', 'minor').replace(
      /The figure.+/,
      'A sentence is worded more clearly.',
    ),
  });
  expect(await publishAndOpen(scene, ['--title', 'Boats and @wardens'])).toEqual({
    code: 0,
    stdout: `Pull request 1 was opened. Review and merge it: https://github.com/${REPOSITORY}/pull/1\n`,
    stderr: '',
  });
  const {cwd, remote, github} = scene;
  expect(remote('rev-parse', `${BRANCH}^{tree}`)).toBe(git(cwd, 'write-tree'));
  expect(remote('rev-parse', `${BRANCH}^`)).toBe(remote('rev-parse', 'main'));
  expect(remote('log', '-1', '--format=%an, %s', BRANCH)).toBe('github-actions[bot], Publish: Boats and @wardens\n');
  expect(remote('ls-tree', '-r', '--name-only', BRANCH)).not.toMatch(/_pending|outbox/);
  expect(github.pulls).toMatchObject([{branch: BRANCH, title: 'Publish: Boats and @wardens'}]);
  expect(github.pulls[0]?.body).toMatchSnapshot();
});

test('an edition is frozen with an update, and alone where no note waits', async () => {
  const both = await setScene();
  expect(await publishAndOpen(both, ['--edition'])).toMatchObject({code: 0, stderr: ''});
  expect(both.remote('show', `${BRANCH}:versions.json`)).toContain('2026-11');
  expect(both.github.pulls[0]?.body).toContain('use edition 2026-11: ');

  const alone = await setScene(publishedFiles());
  expect(await publishAndOpen(alone, ['--edition'])).toMatchObject({code: 0, stderr: ''});
  expect(alone.github.pulls).toMatchObject([{branch: 'publish/edition-2026-11', title: 'Publish: Edition 2026-11'}]);
  expect(alone.github.pulls[0]?.body).not.toMatch(/email|as readers will see it/);
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

/** Runs the step that publishes with a stand-in for npm; gives what it printed, its exit code, and the summary. */
function runPublishStep(npm: string, env: Record<string, string>) {
  const folder = folderWith({'summary.md': ''});
  writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\n${npm}\n`, {mode: 0o755});
  const summary = path.join(folder, 'summary.md');
  const {status, stdout} = spawnSync(
    'bash',
    ['-e', '-c', commandOf('Publish the waiting notes, or show what would be published')],
    {
      cwd: folder,
      env: {
        ...GIT_ENV,
        ...{MODE: 'publish', TITLE: '', DATE: '', EDITION: 'false', ...env},
        ...{RUNNER_TEMP: folder, GITHUB_STEP_SUMMARY: summary, PATH: `${folder}:${GIT_ENV.PATH}`},
      },
      encoding: 'utf8',
    },
  );
  return {status, stdout, summary: readFileSync(summary, 'utf8')};
}

test('what an editor writes reaches the command as it was written', () => {
  const given = (env: Record<string, string>) => {
    const {stdout} = runPublishStep('printf "<%s>" "$@"', env);
    return stdout;
  };
  expect(given({})).toBe('<run><--silent><publish><-->');
  expect(given({TITLE: '--undo "$(touch x)"; `x`', DATE: '2026-11-24', EDITION: 'true'})).toBe(
    '<run><--silent><publish><--><--title=--undo "$(touch x)"; `x`><--date=2026-11-24><--edition>',
  );
});

test('a run that is not confirmed shows the update in the summary, as text', () => {
  expect(runPublishStep('printf "<%s>" "$@"', {MODE: 'dry-run'}).stdout).toContain('<--dry-run>');
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

/** A toolkit whose note waits for a day. */
function scheduledFiles(day = '2026-11-24') {
  const files = waitingFiles();
  return {...files, [SCHEDULED]: String(files[SCHEDULED]).replace('answers:', `not_before: ${day}\nanswers:`)};
}

const modeIn = async (files: ReturnType<typeof waitingFiles>, env: Record<string, string>) =>
  (await runCommand(['job', 'publish-mode'], folderWith(files), {env})).stdout;

const daily = (SCHEDULED_PUBLISHING: string) => ({GITHUB_EVENT_NAME: 'schedule', SCHEDULED_PUBLISHING});

test.each([
  ['a run that an editor started', '2026-11-24', {CONFIRM: 'false'}, 'dry-run'],
  ['a run that an editor confirmed', '2026-12-03', {CONFIRM: 'true'}, 'publish'],
  ['a daily run when all are due', '2026-11-24', daily('pull-request'), 'publish'],
  ['a daily run before the day', '2026-11-25', daily('publish'), 'none'],
])('%s has its mode', async (_case, day, env, mode) => {
  expect(await modeIn(scheduledFiles(day), env)).toBe(`mode=${mode}\n`);
});

test('a daily run publishes nothing where no note is scheduled', async () => {
  expect(await modeIn(waitingFiles(), daily('publish'))).toBe('mode=none\n');
});

test('a daily run opens a pull request, or publishes on the main branch where that is configured', async () => {
  const asked = await setScene(scheduledFiles());
  expect(await publishAndOpen(asked, [], daily('pull-request'))).toMatchObject({code: 0, stderr: ''});
  expect(asked.github.pulls[0]?.body).toContain('Approve it. The day of each scheduled note has come.');

  const direct = await setScene(scheduledFiles());
  const before = direct.remote('rev-parse', 'main');
  expect(await publishAndOpen(direct, [], daily('publish'))).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Published on the main branch: .+\. The next daily run of Deploy builds the site\.\n$/,
    ),
  });
  expect(direct.remote('rev-parse', 'main^')).toBe(before);
  expect(direct.remote('show', 'main:blog/2026-11-24.md')).not.toContain('not_before');
  expect(direct.github.log).toEqual([]);
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
