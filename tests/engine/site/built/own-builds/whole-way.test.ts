import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {commitAll, GIT_ENV, git, startRepository} from '../../../support/git.ts';
import {startGitHub} from '../../../support/network/github-stand-in.ts';
import {editFile, folderWith, runCommand, textIn} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';

const REPOSITORY = 'example-org/flood-toolkit';
const BRANCH = 'patch-1';
const NOTE = 'We corrected a figure: the shed kept 12 homes dry in the flood of February 2025, and not 14.';
const ADDRESS = 'toolkit/case-studies/lower-ford-pumps/';
/** A day after the newest update. */
const TODAY = '2026-11-24';

/** Runs the step of the workflow that publishes, as a runner does; gives its summary. */
function runPublishStep(cwd: string, mode: 'dry-run' | 'publish') {
  const workflow = parse(readFileSync(path.join(ROOT, '.github/workflows/publish.yml'), 'utf8'));
  const {run} = workflow.jobs.publish.steps.find(({name = ''}) => name.startsWith('Publish the waiting notes'));
  const [temporary, summary] = [folderWith({}), path.join(folderWith({'summary.md': ''}), 'summary.md')];
  const options = {MODE: mode, TITLE: '', DATE: '', EDITION: 'false', TOOLKIT_TODAY: TODAY};
  const env = {...process.env, ...options, RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: summary};
  const {status} = spawnSync('bash', ['-e', '-c', run], {cwd, env});
  return {status, summary: readFileSync(summary, 'utf8'), questions: path.join(temporary, 'questions.txt')};
}

test('a wrong figure is found, corrected, noted, published and on the site, with nothing but a browser', async () => {
  // "Edit this page" opens the file in GitHub's editor, which commits to a branch of its own.
  const html = readFileSync(path.join(siteFolder('flood'), ADDRESS, 'index.html'), 'utf8');
  const file = /\/edit\/main\/(docs\/[^"?]+\.md)/.exec(html)?.[1] ?? '';
  const cwd = copyToolkit('whole-way', {contentFrom: FLOOD, isWarm: true});
  cpSync(path.join(ROOT, '.gitignore'), path.join(cwd, '.gitignore'));
  startRepository(cwd);
  const bare = path.join(folderWith({}), 'remote.git');
  git(cwd, 'clone', '--quiet', '--bare', cwd, bare);
  git(cwd, 'remote', 'add', 'origin', bare);
  git(cwd, 'fetch', '--quiet', 'origin');
  git(cwd, 'checkout', '--quiet', '-b', BRANCH);
  const github = await startGitHub(REPOSITORY);
  const origin = {id: 1, fullName: REPOSITORY};
  github.pulls.push({number: 7, state: 'open', branch: BRANCH, sha: '', from: origin, author: 'a-librarian'});
  /** What the checks answer to the newest commit, in a comment. */
  const answer = async () => {
    commitAll(cwd);
    const [head_sha, report] = [git(cwd, 'rev-parse', 'HEAD').trim(), folderWith({})];
    Object.assign(github.pulls[0] ?? {}, {sha: head_sha});
    const {code} = await runCommand(['check', '--since', 'origin/main', '--write', report], cwd);
    const repository = {id: 1, name: 'flood-toolkit', owner: {login: 'example-org'}};
    const run = {id: 5, event: 'pull_request', head_sha, head_branch: BRANCH, head_repository: repository};
    const ended = {...run, conclusion: code === 0 ? 'success' : 'failure', html_url: 'https://github.com/run'};
    writeFileSync(path.join(report, 'event.json'), JSON.stringify({repository, workflow_run: ended}));
    const env = {...github.env, GITHUB_EVENT_PATH: path.join(report, 'event.json')};
    await runCommand(['job', 'comment-on-pull-request', report], cwd, {env});
    return {code, comment: github.comments[0]?.body ?? ''};
  };

  editFile(cwd, file, 'figure: 14 homes', 'figure: 12 homes');
  editFile(cwd, file, '[14 homes stayed dry]', '[12 homes stayed dry]');
  const first = await answer();
  expect(first.code).toBe(1);
  // The comment has the lines to paste, and says where.
  const item = /```text\n( *changes:[\s\S]+?)```/.exec(first.comment)?.[1]?.replaceAll(/^ {2}/gm, '') ?? '';
  editFile(cwd, file, /\n---\n\n/, `\n${item.trimEnd()}\n---\n\n`);
  editFile(cwd, file, /Write here: .+/, NOTE);
  const second = await answer();
  expect([second.code, github.comments.length]).toEqual([0, 1]);
  expect(second.comment).toContain('The checks found no problems.');
  expect(second.comment).toContain('"14" is now "12"');
  expect(second.comment).toContain(`The update would say: ${NOTE}`);

  const merge = (branch: string) => {
    git(cwd, 'checkout', '--quiet', '-B', 'main', 'origin/main');
    git(cwd, 'merge', '--quiet', '--squash', branch);
    commitAll(cwd);
    git(cwd, 'push', '--quiet', 'origin', 'main');
  };
  merge(BRANCH);
  const dry = runPublishStep(cwd, 'dry-run');
  expect(dry.status).toBe(0);
  for (const words of ['Title, made from the notes: We corrected a figure', '[removed: ~~14', `${NOTE.slice(0, 60)}`])
    expect(dry.summary).toContain(words);
  expect(git(cwd, 'status', '--porcelain')).toBe('');

  const published = runPublishStep(cwd, 'publish');
  expect(published.status).toBe(0);
  const mail = textIn(cwd, `outbox/${TODAY}.txt`);
  const job = {...GIT_ENV, ...github.env, GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: '6', GITHUB_ACTOR: 'an-editor'};
  const env = {...job, GITHUB_SERVER_URL: 'https://github.com'};
  expect(await runCommand(['job', 'open-publish-request', published.questions], cwd, {env})).toMatchObject({code: 0});
  expect(github.pulls[1]).toMatchObject({branch: `publish/${TODAY}`, body: expect.stringContaining(NOTE)});
  git(cwd, 'reset', '--quiet', '--hard', 'origin/main');
  git(cwd, 'fetch', '--quiet', 'origin');
  merge(`origin/publish/${TODAY}`);

  const site = await build(cwd, {TOOLKIT_TODAY: TODAY});
  const [page, feed] = [`${ADDRESS}index.html`, 'updates/feed.atom'].map((name) => textIn(site, name));
  expect(page).toContain('12 homes stayed dry');
  for (const text of [feed, mail.replaceAll(/\s+/g, ' ')]) expect(text).toContain('12 homes dry');

  // "Revert" on GitHub cannot take back what readers have: the answer says what can.
  git(cwd, 'checkout', '--quiet', '-B', BRANCH);
  git(cwd, 'revert', '--no-edit', 'HEAD');
  const reverted = await answer();
  expect(reverted.code).toBe(1);
  expect(reverted.comment).toContain(`with \`kind: correction\` and \`corrects: ${TODAY}\` in the note`);
  rmSync(cwd, {recursive: true, force: true});
});
