import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {receiveProposal} from '../../scripts/proposal/receive.ts';
import {PROPOSAL_MARKER} from '../../scripts/proposal/render-proposal.ts';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {compareFolders} from '../support/compare-folders.ts';
import {ROOT} from '../support/copy-toolkit.ts';
import type {GitHubStandIn} from '../support/github-stand-in.ts';
import {startGitHub} from '../support/github-stand-in.ts';
import {BOT} from '../support/github-state.ts';
import type {Filled} from '../support/issue-body.ts';
import {issueBody} from '../support/issue-body.ts';
import {soundAnswers} from '../support/proposal.ts';
import {folderWith, runJob} from '../support/run-command.ts';
import {config} from '../support/sound-toolkit.ts';
import {publishedFiles} from './publish/waiting-toolkit.ts';

const SOUND = soundAnswers(config);
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

async function send(filled: Filled, labels: string[] = ['case-study']): Promise<GitHubStandIn> {
  const github = await startGitHub(config.repository);
  github.issues.push({number: 12, title: 'A case study', body: bodyOf(filled), state: 'open', labels});
  return github;
}

const bodyOf = (filled: Filled) => issueBody(caseStudyProposalForm(config), filled);

function environment(github: GitHubStandIn, action = 'opened'): Record<string, string> {
  const [owner = '', name = ''] = config.repository.split('/');
  const event = {action, issue: {number: 12}, repository: {name, owner: {login: owner}}};
  const folder = folderWith({'event.json': JSON.stringify(event)});
  return {...github.env, TOOLKIT_TODAY: '2026-11-24', GITHUB_EVENT_PATH: path.join(folder, 'event.json')};
}

const receive = (github: GitHubStandIn, action?: string) =>
  runJob(folderWith(publishedFiles()), (io) => receiveProposal(environment(github, action), io));

test('whoever sent a proposal hears that it came, and nothing else is written', async () => {
  const github = await send(SOUND);
  const [before, cwd] = [folderWith(publishedFiles()), folderWith(publishedFiles())];
  const script = path.join(ROOT, 'scripts', 'proposal', 'receive.ts');
  const env = {PATH: process.env.PATH ?? '', ...environment(github)};
  const {stdout} = await promisify(execFile)(process.execPath, [script], {cwd, env});
  expect(stdout).toBe('Proposal 12: the comment was created.\n');
  expect(github.comments).toMatchObject([{issue: 12, author: BOT}]);
  expect(github.comments[0]?.body).toMatchSnapshot();
  expect(github.log.filter((line) => !line.startsWith('GET '))).toHaveLength(1);
  expect(compareFolders(before, cwd)).toEqual([]);
});

test('what is missing is asked, the house style is not, and the comment changes with the answers', async () => {
  const github = await send({
    ...SOUND,
    'consent-on': 'not known yet',
    'what-it-cost': 'It cost about £11,000 in 2023/24, by our own count. Ask jane.reed@parish.example.',
    sources: '',
  });
  expect(await receive(github)).toMatchObject({code: 0, stderr: ''});
  const [{body = ''} = {}] = github.comments;
  expect(body).toMatchSnapshot();
  expect(body).not.toMatch(/jane\.reed|2023 to 2024/);

  const [issue] = github.issues;
  if (issue) issue.body = bodyOf(SOUND);
  expect(await receive(github, 'edited')).toMatchObject({stdout: 'Proposal 12: the comment was replaced.\n'});
  expect(await receive(github, 'edited')).toMatchObject({stdout: 'Proposal 12: the comment was left as it was.\n'});
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('nothing is missing that it can find');
});

test.each([
  ['a file is being made', ['case-study', 'make-file']],
  ['it has a stage', ['case-study', 'proposal: complete']],
  ['it is something else', ['feedback']],
])('nothing is said where %s', async (_why, labels) => {
  const github = await send(SOUND, labels);
  expect(await receive(github)).toMatchObject({code: 0, stdout: 'Nothing is said: 12 is no proposal that waits.\n'});
  expect(github.comments).toEqual([]);
});

test('after an answer was lost there is one comment', async () => {
  const github = await send(SOUND);
  github.fail(COMMENT, {status: 502, done: true});
  expect(await receive(github)).toMatchObject({code: 0, stderr: ''});
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body.startsWith(PROPOSAL_MARKER)).toBe(true);
});

test.each([
  [404, 'Look whether it still exists'],
  [403, 'Look whether it still exists'],
])('an answer of %i is told, with what to do', async (status, fix) => {
  const github = await send(SOUND);
  github.fail('GET /repos/{owner}/{repo}/issues/{issue_number}', {status});
  expect(await receive(github)).toMatchObject({code: 2, stderr: expect.stringContaining(fix)});
});

test('an event that is no written issue is refused', async () => {
  const github = await send(SOUND);
  const {code, stderr} = await receive(github, 'labeled');
  expect({code, stderr}).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('an issue that was opened or edited'),
  });
});
