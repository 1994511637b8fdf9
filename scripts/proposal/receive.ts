import {caseStudyProposalForm, PROPOSAL_LABEL} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {absoluteUrl} from '../../src/content/links/addresses.ts';
import {proposalPaths, renderAddedNote, renderStudy} from '../../src/content/proposals/proposal-files.ts';
import {PROPOSALS_ADDRESS} from '../../src/content/proposals/proposal-rows.ts';
import {isStageLabel, MAKE_FILE_LABEL} from '../../src/content/proposals/proposal-stages.ts';
import {studyOf} from '../../src/content/proposals/study-of.ts';
import type {Submission} from '../../src/content/proposals/submission.ts';
import {nameOf, readSubmission} from '../../src/content/proposals/submission.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {tellAuthor} from '../../src/content/proposals/tell-author.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {judgeStudy} from '../judge-study.ts';
import {putComment} from '../put-comment.ts';
import {readWrittenEvent} from './read-event.ts';
import {PROPOSAL_MARKER, renderReceipt} from './render-proposal.ts';

/**
 * Tells whoever sent a proposal, within minutes, that it came and what is missing. Nothing is written but one comment:
 * the answers are judged as a file that is never made. Once an editor has a file made, `open.ts` keeps that comment.
 *
 * @returns the exit code: 0 done; 2 could not run
 */
export async function receiveProposal(
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'today' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    stdout.write(`${await receive(env, world)}\n`);
    return 0;
  } catch (error) {
    return tellFailure(error, {stderr});
  }
}

async function receive(
  env: NodeJS.ProcessEnv,
  {cwd, today, pace}: Pick<Io, 'cwd' | 'today' | 'pace'>,
): Promise<string> {
  const {issue, repository} = readWrittenEvent(env.GITHUB_EVENT_PATH);
  const place = {owner: repository.owner.login, repo: repository.name, issue_number: issue.number};
  const github = connectToGitHub(env, pace);
  // As it is now: an event may be older.
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', place);
  const toolkit = await loadToolkit(cwd);
  const submission = readSubmission(JSON.stringify(data), caseStudyProposalForm(toolkit.config), today);
  if (data.pull_request || !isWaiting(submission)) return `Nothing is said: ${issue.number} is no proposal that waits.`;
  const fields = await whatIsMissing(toolkit, submission, {cwd, today});
  const receipt = renderReceipt({fields, proposalsUrl: absoluteUrl(toolkit.config, PROPOSALS_ADDRESS)});
  const done = await putComment(github, place, PROPOSAL_MARKER, () => receipt);
  return `Proposal ${issue.number}: the comment was ${done}.`;
}

/** Whether it is a proposal, and no editor has begun with it. */
function isWaiting({labels}: Submission): boolean {
  const isBegun = labels.some((label) => label === MAKE_FILE_LABEL || isStageLabel(label));
  return labels.includes(PROPOSAL_LABEL) && !isBegun;
}

async function whatIsMissing(
  toolkit: Toolkit,
  submission: Submission,
  world: Pick<Io, 'cwd' | 'today'>,
): Promise<ToldField[]> {
  const {config, files} = toolkit;
  const study = studyOf(submission, config, world.today);
  const paths = proposalPaths(nameOf(submission), (file) => files.some(({path}) => path === file));
  const {document, problems} = await judgeStudy(toolkit, world, {
    paths,
    page: renderStudy(study, config),
    note: renderAddedNote(paths.id, study.data),
    record: {case_study: paths.id, received: submission.received, ...(study.consent && {consent: study.consent})},
  });
  return tellAuthor(caseStudyProposalForm(config), document, problems, study.faults);
}

if (import.meta.main) {
  const today = process.env.TOOLKIT_TODAY ?? new Date().toISOString().slice(0, 10);
  const io = {cwd: process.cwd(), today, stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await receiveProposal(process.env, io);
}
