import type {Toolkit} from '../../../content/toolkit.ts';
import type {Io} from '../../../io/cli/io.ts';
import type {Git} from '../../../io/git/merge-base.ts';
import {connectToRepository} from '../../../io/github/github-client.ts';
import {jobGit, pushIndex} from '../../../io/github/job-git.ts';
import {findOpenPullRequest, upsertPullRequest} from '../../../io/github/open-pull-request.ts';
import {upsertComment, WORKFLOW_AUTHOR} from '../../../io/github/upsert-comment.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {answerIssue} from '../answer-issue.ts';
import {getIssue, type Issue, readIssue} from '../issues.ts';
import {COMPLETE_LABEL, PROPOSAL_LABEL} from '../labels.ts';
import {checkProposal, createDraft} from './check-proposal.ts';
import {branchOf, isMissing, PROPOSAL_MARKER, renderComment, renderProposalBody} from './render-comments.ts';

/**
 * Reports to a contributor within minutes that a proposal has arrived and what is missing, in one comment that changes
 * with every edit, and keeps the label of complete proposals up to date. The answers are checked as a page that is
 * never written.
 *
 * @returns a sentence for the log
 */
export async function receiveProposal(env: NodeJS.ProcessEnv, io: Io): Promise<string> {
  const repository = connectToRepository({env, pace: io.pace});
  const {number} = await readIssue(env);
  // The issue as it is now, because an event may be older.
  const issue = await getIssue(repository, number);
  const toolkit = await loadToolkit(io.cwd);
  if (!isWaiting(issue, toolkit)) return `Number ${number} is not a proposal that waits, so there is no comment.`;
  const {fields} = await checkProposal(toolkit, issue, io);
  const pull = await findOpenPullRequest(repository.github, {...repository.place, head: branchOf(number)});
  const {comment} = await answerIssue(repository, issue, {
    marker: PROPOSAL_MARKER,
    comment: renderComment(fields, pull, toolkit.config),
    labels: isMissing(fields) ? [] : [COMPLETE_LABEL],
    isOurs: (label) => label === COMPLETE_LABEL,
  });
  return `Proposal ${number}: the comment was ${comment}.`;
}

/** Whether an issue is an open proposal that has not become a page yet. */
function isWaiting(issue: Issue, {caseStudies}: Toolkit): boolean {
  const isProposal = issue.state === 'open' && !issue.pull_request && issue.labels.includes(PROPOSAL_LABEL);
  const isPage = caseStudies.some(
    ({data: {consent}}) => consent.basis === 'organisation' && consent.proposal === issue.number,
  );
  return isProposal && !isPage;
}

const MAIN = 'main';

/**
 * Creates the draft page of a proposal, opens or updates its pull request, and comments on the proposal. The job may write
 * to GitHub, so it runs only commands of the main branch, and reads the proposal as data. The checks of the pull request
 * run without write permission.
 *
 * @returns a sentence for the log
 */
export async function openProposal(env: NodeJS.ProcessEnv, io: Io): Promise<string> {
  const {cwd, pace} = io;
  const {github, place} = connectToRepository({env, pace});
  const git = jobGit(cwd, env);
  const issue = await readIssue(env);
  const {number} = issue;
  const toolkit = await loadToolkit(cwd);
  const draft = await createDraft(toolkit, issue, io);
  await git('add', '--all');
  const branch = branchOf(number);
  const title = `Proposal ${number}: a new case study`;
  const pushed = await pushBranch(git, branch, title);
  const isEdited = pushed === 'left to the editor who changed it';
  const body = renderProposalBody(draft, {issue: number, isEdited}, toolkit.config);
  const pull = await upsertPullRequest(github, {...place, title, head: branch, base: MAIN, body});
  const comment = renderComment(draft.fields, pull, toolkit.config);
  const done = await upsertComment(github, {...place, issue_number: number}, PROPOSAL_MARKER, () => comment);
  return `The branch \`${branch}\` was ${pushed}, with pull request ${pull.number}: ${pull.url}. The comment was ${done}.`;
}

/**
 * Commits git's index and pushes it as the branch of a proposal. A branch that an editor has changed stays as it is.
 */
async function pushBranch(
  git: Git,
  branch: string,
  message: string,
): Promise<'created' | 'replaced' | 'left as it was' | 'left to the editor who changed it'> {
  const ref = `refs/heads/${branch}`;
  const [there = ''] = (await git('ls-remote', 'origin', ref)).split(/\s/);
  if (there !== '') {
    await git('fetch', '--quiet', '--depth', '1', 'origin', there);
    if ((await git('log', '-1', '--format=%an', there)).trim() !== WORKFLOW_AUTHOR)
      return 'left to the editor who changed it';
    if ((await git('write-tree')) === (await git('rev-parse', `${there}^{tree}`))) return 'left as it was';
  }
  const fix =
    'Check whether the branch has changed meanwhile, or a rule keeps workflows from creating branches; then start again.';
  await pushIndex(git, branch, message, fix, `--force-with-lease=${ref}:${there}`);
  return there === '' ? 'created' : 'replaced';
}
