import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {GIT_ENV, git, type Remote, startRemote} from '../../../support/git.ts';
import type {Filled} from '../../../support/intake/issue-body.ts';
import {labelledEvent} from '../../../support/intake/labelled-event.ts';
import {soundAnswers} from '../../../support/intake/proposal.ts';
import {type GitHubStandIn, startGitHub} from '../../../support/network/github-stand-in.ts';
import {BOT} from '../../../support/network/github-state.ts';
import {folderWith, type Outcome, runCommand} from '../../../support/run-command.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';
import {config} from '../../../support/toolkits/sound-toolkit.ts';
import {publishedFiles} from '../../../support/toolkits/waiting-toolkit.ts';

const BRANCH = 'proposal/12';
const NAME = 'anytown-evening-help-for-people-who-look';
const PAGE = `docs/case-studies/${NAME}.md`;
const SOUND = soundAnswers(config);

interface Scene extends Remote {
  github: GitHubStandIn;
}

/** A repository on a server, and one issue, number 12. */
async function setScene(): Promise<Scene> {
  const remote = startRemote({...publishedFiles(), '.gitignore': readFileSync(path.join(ROOT, '.gitignore'))});
  const github = await startGitHub(config.repository);
  github.issues.push({number: 12, title: 'A case study', body: '', state: 'open', labels: ['case-study', 'make-file']});
  return {github, ...remote};
}

/** Runs the job for a proposal with these answers. */
function propose({github, checkOut}: Scene, filled: Filled = SOUND, {cwd = checkOut()} = {}): Promise<Outcome> {
  const temp = folderWith({'event.json': JSON.stringify(labelledEvent(config, filled))});
  const env = {
    ...GIT_ENV,
    ...github.env,
    GITHUB_EVENT_PATH: path.join(temp, 'event.json'),
    GITHUB_REPOSITORY: config.repository,
    GITHUB_SERVER_URL: 'https://github.com',
  };
  return runCommand(['job', 'open-proposal'], cwd, {env});
}

test('a sound proposal is a page and a note in one pull request, and its contributor is thanked', async () => {
  const scene = await setScene();
  expect(await propose(scene)).toEqual({
    code: 0,
    stdout: `The branch \`${BRANCH}\` was created, with pull request 13: https://github.com/${config.repository}/pull/13. The comment was created.\n`,
    stderr: '',
  });
  const {github, remote} = scene;
  expect(remote('diff', '--name-status', 'main', BRANCH).trim().split('\n')).toEqual([`A\t${PAGE}`]);
  expect(remote('log', '-1', '--format=%an', BRANCH)).toBe('github-actions[bot]\n');
  expect(remote('show', `${BRANCH}:${PAGE}`)).toContain(
    'consent:\n  basis: organisation\n  role: Head of service\n  on: 2026-11-03\n  proposal: 12\n  fingerprint: ',
  );
  expect(github.pulls).toMatchObject([{branch: BRANCH, title: 'Proposal 12: a new case study'}]);
  expect(github.pulls[0]?.body).toMatchSnapshot('the pull request');
  expect(github.comments).toMatchObject([{issue: 12, author: BOT}]);
  expect(github.comments[0]?.body).toMatchSnapshot('the comment');
});

test('an incomplete one becomes a draft too, and one comment says what is missing, replaced once it is complete', async () => {
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
  const draft = remote('show', `${BRANCH}:${PAGE}`);
  expect(draft).toContain('our website');
  expect(draft).not.toMatch(/jane\.reed|^consent:/m);
  expect(github.pulls[0]?.body).toContain('Do not merge this yet.');
  expect(github.comments[0]?.body).toMatchSnapshot();

  expect(await propose(scene)).toMatchObject({code: 0, stdout: expect.stringContaining('was replaced')});
  expect(github.pulls).toHaveLength(1);
  expect(github.pulls[0]?.body).not.toContain('Do not merge this yet.');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('found nothing missing');
  expect(remote('rev-list', '--count', `main..${BRANCH}`)).toBe('1\n');
});

test('the same again changes nothing', async () => {
  const scene = await setScene();
  await propose(scene);
  const before = scene.remote('rev-parse', BRANCH);
  scene.github.log.length = 0;
  expect(await propose(scene)).toMatchObject({code: 0, stdout: expect.stringContaining('left as it was')});
  expect(scene.remote('rev-parse', BRANCH)).toBe(before);
  expect(scene.github.log.filter((line) => !line.startsWith('GET '))).toEqual([]);
});

test('what an editor wrote to the branch is never overwritten; a consent that comes later is offered to copy', async () => {
  const scene = await setScene();
  await propose(scene, {...SOUND, 'consent-on': 'not known yet'});
  const editor = scene.checkOut();
  git(editor, 'fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
  git(editor, 'checkout', '--quiet', BRANCH);
  const page = path.join(editor, PAGE);
  writeFileSync(page, readFileSync(page, 'utf8').replace('one tutor', 'a tutor'));
  git(editor, 'commit', '--quiet', '--all', '--message', 'Better text');
  git(editor, 'push', '--quiet', 'origin', BRANCH);

  expect(await propose(scene, SOUND)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('was left to the editor who changed it'),
  });
  expect(scene.remote('show', `${BRANCH}:${PAGE}`)).toContain('a tutor');
  expect(scene.github.pulls).toHaveLength(1);
  const [, lines = ''] = /```yaml\n([\s\S]+?)\n```/.exec(scene.github.pulls[0]?.body ?? '') ?? [];
  expect(parse(lines)).toMatchObject({consent: {basis: 'organisation', role: 'Head of service', proposal: 12}});
  writeFileSync(page, readFileSync(page, 'utf8').replace('---\n', `---\n${lines}\n`));
  expect(await runCommand(['check', '--model'], editor)).toMatchObject({code: 0});
});

test('a proposal with the title of a page leaves no branch and no comment', async () => {
  const scene = await setScene();
  const cwd = scene.checkOut();
  mkdirSync(path.join(cwd, 'docs/case-studies'), {recursive: true});
  writeFileSync(
    path.join(cwd, 'docs/case-studies/other.md'),
    `---\ntitle: ${JSON.stringify(SOUND['study-title'])}\n---\n`,
  );
  expect(await propose(scene, SOUND, {cwd})).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('has the same title, expected a proposal without a page'),
  });
  expect(scene.remote('branch', '--list', 'proposal/*')).toBe('');
  expect(scene.github.log).toEqual([]);
});

test('a repository that does not answer ends in a plain message', async () => {
  const scene = await setScene();
  const cwd = scene.checkOut();
  git(cwd, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/gone.git');
  expect(await propose(scene, SOUND, {cwd})).toEqual({
    code: 2,
    stdout: '',
    stderr: 'the repository did not answer to `git ls-remote`, expected success\n  fix: Start the job again later.\n',
  });
  expect(scene.github.log).toEqual([]);
});
