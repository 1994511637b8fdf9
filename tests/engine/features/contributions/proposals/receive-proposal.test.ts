import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {draftProposal} from '../../../support/intake/draft-proposal.ts';
import {type Filled, issueBody} from '../../../support/intake/issue-body.ts';
import {issueOf, soundAnswers} from '../../../support/intake/proposal.ts';
import {type GitHubStandIn, startGitHub} from '../../../support/network/github-stand-in.ts';
import {BOT} from '../../../support/network/github-state.ts';
import {folderWith, runCommand} from '../../../support/run-command.ts';
import {compareFolders} from '../../../support/sites/compare-folders.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';
import {config, configFile} from '../../../support/toolkits/sound-toolkit.ts';
import {publishedFiles} from '../../../support/toolkits/waiting-toolkit.ts';

const SOUND = soundAnswers(config);

async function send(filled: Filled, labels: string[] = ['case-study']): Promise<GitHubStandIn> {
  const github = await startGitHub(config.repository);
  github.issues.push({number: 12, title: 'A case study', body: bodyOf(filled), state: 'open', labels});
  return github;
}

const bodyOf = (filled: Filled) => issueBody(caseStudyProposalForm(config), filled);

function environment(github: GitHubStandIn, action = 'opened'): Record<string, string> {
  const event = {action, issue: {number: 12}};
  const folder = folderWith({'event.json': JSON.stringify(event)});
  const env = {...github.env, GITHUB_REPOSITORY: config.repository, TOOLKIT_TODAY: '2026-11-24'};
  return {...env, GITHUB_EVENT_PATH: path.join(folder, 'event.json')};
}

const receive = (github: GitHubStandIn, action?: string) =>
  runCommand(['job', 'receive-proposal'], folderWith(publishedFiles()), {env: environment(github, action)});

const labelsOf = (github: GitHubStandIn) => github.issues[0]?.labels;

test('a contributor hears that a proposal arrived, and nothing else is written than a comment and a label', async () => {
  const github = await send(SOUND);
  const [before, cwd] = [folderWith(publishedFiles()), folderWith(publishedFiles())];
  const script = path.join(ROOT, 'bin', 'toolkit.mjs');
  const env = {PATH: process.env.PATH ?? '', ...environment(github)};
  const {stdout} = await promisify(execFile)(process.execPath, [script, 'job', 'receive-proposal'], {cwd, env});
  expect(stdout).toBe('Proposal 12: the comment was created.\n');
  expect(github.comments).toMatchObject([{issue: 12, author: BOT}]);
  expect(github.comments[0]?.body).toMatchSnapshot();
  expect(github.log.filter((line) => !line.startsWith('GET '))).toHaveLength(2);
  expect(labelsOf(github)).toEqual(['case-study', 'proposal: complete']);
  expect(compareFolders(before, cwd)).toEqual([]);
});

test('how long an answer usually takes is said where the publisher knows it', async () => {
  const github = await send(SOUND);
  const config = configFile(`export default ${JSON.stringify({usual_reply: '5 working days'})}`);
  const cwd = folderWith({...publishedFiles(), 'toolkit.config.ts': config});
  await runCommand(['job', 'receive-proposal'], cwd, {env: environment(github)});
  expect(github.comments[0]?.body).toContain('An editor will read it next. An answer usually takes 5 working days.\n');
});

test('what is missing is asked, style is not, and comment and label change with the answers', async () => {
  const poor = {
    ...SOUND,
    'consent-role': 'not known yet',
    'consent-on': 'not known yet',
    'what-it-cost': 'It cost about £11,000 in 2023/24, by our own count. Ask jane.reed@parish.example.',
    sources: '',
  };
  const github = await send(poor, ['case-study', 'proposal: complete']);
  expect(await receive(github)).toMatchObject({code: 0, stderr: ''});
  const [{body = ''} = {}] = github.comments;
  expect(body).toMatchSnapshot();
  expect(body).not.toMatch(/jane\.reed|2023 to 2024/);
  expect(labelsOf(github)).toEqual(['case-study']);

  const [issue] = github.issues;
  if (issue) issue.body = bodyOf(SOUND);
  expect(await receive(github, 'edited')).toMatchObject({stdout: 'Proposal 12: the comment was replaced.\n'});
  expect(await receive(github, 'edited')).toMatchObject({stdout: 'Proposal 12: the comment was left as it was.\n'});
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('found nothing missing');
  expect(labelsOf(github)).toEqual(['case-study', 'proposal: complete']);
});

test('no comment is made on a closed proposal, on other issues, or once the page is in the toolkit', async () => {
  const nothing = {code: 0, stdout: 'Number 12 is not a proposal that waits, so there is no comment.\n'};
  const other = await send(SOUND, ['feedback']);
  const closed = await send(SOUND);
  for (const issue of closed.issues) issue.state = 'closed';
  for (const github of [other, closed]) {
    expect(await receive(github)).toMatchObject(nothing);
    expect(github.comments).toEqual([]);
  }
  const cwd = folderWith(publishedFiles());
  await draftProposal(cwd, issueOf(config, SOUND));
  const github = await send(SOUND);
  expect(await runCommand(['job', 'receive-proposal'], cwd, {env: environment(github, 'edited')})).toMatchObject(
    nothing,
  );
  expect(github.log.filter((line) => !line.startsWith('GET '))).toEqual([]);
});

test('while a pull request is open the comment links to it, and goes on to say what is missing', async () => {
  const github = await send({...SOUND, sources: ''}, ['case-study', 'make-file']);
  const from = {id: 1, fullName: config.repository};
  github.pulls.push({number: 13, branch: 'proposal/12', sha: 'a'.repeat(40), from, state: 'open'});
  expect(await receive(github, 'edited')).toMatchObject({code: 0, stdout: 'Proposal 12: the comment was created.\n'});
  const {body = ''} = github.comments[0] ?? {};
  expect(body).toContain('in [pull request 13]');
  expect(body).toContain('**Sources**\n\n- This is not answered yet.');
});

test('a proposal that an editor labels by hand is received too', async () => {
  const github = await send(SOUND);
  expect(await receive(github, 'labeled')).toMatchObject({stdout: 'Proposal 12: the comment was created.\n'});
});

test('an answer that no parser reads in time is a problem like any other', async () => {
  const github = await send({...SOUND, 'what-they-did': 'a]'.repeat(20_000)});
  expect(await receive(github)).toMatchObject({code: 0, stderr: ''});
  expect(github.comments[0]?.body).toContain('characters of Markdown');
});
