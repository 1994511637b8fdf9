import {caseStudyProposalForm, PROPOSAL_LABEL} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {absoluteUrl} from '../../src/content/links/addresses.ts';
import {PROPOSALS_ADDRESS} from '../../src/content/proposals/proposal-rows.ts';
import type {Stage} from '../../src/content/proposals/proposal-stages.ts';
import {
  labelOfStage,
  MAKE_FILE_LABEL,
  STAGES,
  STAGES_BY_HAND,
  stageOf,
} from '../../src/content/proposals/proposal-stages.ts';
import {isWithdrawn} from '../../src/content/proposals/proposed-studies.ts';
import {publishedOn} from '../../src/content/proposals/published-on.ts';
import type {Submission} from '../../src/content/proposals/submission.ts';
import {readSubmission} from '../../src/content/proposals/submission.ts';
import {waitsFor} from '../../src/content/proposals/tell-author.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {missingAnswers} from '../missing-answers.ts';
import {findOpenPullRequest} from '../open-pull-request.ts';
import {putComment} from '../put-comment.ts';
import {branchOf, heldBackOf} from './held-back.ts';
import {readWrittenEvent} from './read-event.ts';
import {PROPOSAL_MARKER, renderComment, renderReceipt} from './render-proposal.ts';

/**
 * Tells whoever sent a proposal, within minutes, that it came and what is missing. Nothing is written but one comment:
 * the answers are judged as a file that is never made, anew at every edit until readers see the page. `open.ts` keeps the
 * same comment when an editor has a file made, or a label tells a stage.
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
  const repo = {owner: repository.owner.login, repo: repository.name};
  const place = {...repo, issue_number: issue.number};
  const github = connectToGitHub(env, pace);
  // As it is now: an event may be older.
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', place);
  const toolkit = await loadToolkit(cwd);
  const submission = readSubmission(JSON.stringify(data), caseStudyProposalForm(toolkit.config), today);
  const record = toolkit.proposals.find((proposal) => proposal.data.issue === issue.number)?.data;
  if (data.pull_request || !isOpen(submission, record, toolkit)) {
    return `Nothing is said: ${issue.number} is no proposal that waits.`;
  }
  const fields = await missingAnswers(toolkit, submission, {cwd, today});
  const proposalsUrl = absoluteUrl(toolkit.config, PROPOSALS_ADDRESS);
  // Without that label a pull request holds the record alone, and nothing to read for whoever sent it.
  const pull = submission.labels.includes(MAKE_FILE_LABEL)
    ? await findOpenPullRequest(github, {...repo, head: branchOf(issue.number)})
    : undefined;
  const stage = record ? stageOf(record).stage : stageOfLabels(submission.labels);
  const words =
    stage === undefined
      ? renderReceipt({fields, proposalsUrl})
      : renderComment({
          stage,
          waitsFor: fields.length > 0 ? waitsFor(fields) : undefined,
          heldBack: record ? heldBackOf(record, submission.labels, today) : [],
          fields,
          pull,
          proposalsUrl,
        });
  const done = await putComment(github, place, PROPOSAL_MARKER, () => words);
  return `Proposal ${issue.number}: the comment was ${done}.`;
}

/** Whether it is a proposal whose answers still count: readers do not see its page yet, and nobody has withdrawn it. */
function isOpen({labels}: Submission, record: Proposal | undefined, toolkit: Toolkit): boolean {
  const isEnded =
    labels.includes(labelOfStage('withdrawn')) ||
    (record !== undefined && (isWithdrawn(record) || publishedOn(toolkit, record.case_study) !== undefined));
  return labels.includes(PROPOSAL_LABEL) && !isEnded;
}

/** The stage that the labels tell where no record is on the main branch yet: of those that a job puts on there is one. */
function stageOfLabels(labels: readonly string[]): Stage | undefined {
  const told = STAGES.map(({id}) => id).filter((id) => labels.includes(labelOfStage(id)));
  return told.find((stage) => !STAGES_BY_HAND.some((one) => one === stage)) ?? told.at(-1);
}

if (import.meta.main) {
  const today = process.env.TOOLKIT_TODAY ?? new Date().toISOString().slice(0, 10);
  const io = {cwd: process.cwd(), today, stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await receiveProposal(process.env, io);
}
