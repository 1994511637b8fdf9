import type {Io} from '../../../fs/io.ts';
import {loadToolkit} from '../../../fs/load-toolkit.ts';
import {COMPLETE_LABEL, PROPOSAL_LABEL} from '../../../intake/issue-forms/case-study-proposal-form.ts';
import {absoluteUrl} from '../../../model/routes/addresses.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import {connectToGitHub, failedStatus, type GitHub} from '../../github-client.ts';
import {type Issue, issueSchema, labelNames} from '../../issue-schema.ts';
import {findOpenPullRequest} from '../../open-pull-request.ts';
import {upsertComment} from '../../upsert-comment.ts';
import {checkProposal} from './check-proposal.ts';
import {branchOf, type IssuePlace, readEvent} from './read-event.ts';
import {PROPOSAL_MARKER, renderComment} from './render-comments.ts';

/**
 * Reports to a contributor within minutes that a proposal has arrived and what is missing, in one comment that changes
 * with every edit, and keeps the label of complete proposals up to date. The answers are checked as a page that is
 * never written.
 *
 * @returns a sentence for the log
 */
export async function receiveProposal(env: NodeJS.ProcessEnv, io: Pick<Io, 'cwd' | 'today' | 'pace'>): Promise<string> {
  const place = readEvent(env.GITHUB_EVENT_PATH);
  const github = connectToGitHub(env, io.pace);
  // The issue as it is now, because an event may be older.
  const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {...place});
  const issue = issueSchema.parse(data);
  const toolkit = await loadToolkit(io.cwd);
  if (!isWaiting(issue, toolkit)) return `Number ${issue.number} is not a proposal that waits, so there is no comment.`;
  const {fields} = await checkProposal(toolkit, {number: issue.number, body: issue.body ?? ''}, io);
  const pull = await findOpenPullRequest(github, {...place, head: branchOf(issue.number)});
  const contributeUrl = absoluteUrl(toolkit.config, toolkit.config.contribute.to);
  const comment = renderComment({fields, pull, contributeUrl, usualReply: toolkit.config.usual_reply});
  const done = await upsertComment(github, place, PROPOSAL_MARKER, () => comment);
  await setComplete(github, place, labelNames(issue), !fields.some(({needed}) => needed.length > 0));
  return `Proposal ${issue.number}: the comment was ${done}.`;
}

/** Whether an issue is an open proposal that has not become a page yet. */
function isWaiting(issue: Issue, {caseStudies}: Toolkit): boolean {
  const isProposal = issue.state === 'open' && !issue.pull_request && labelNames(issue).includes(PROPOSAL_LABEL);
  const isPage = caseStudies.some(
    ({data: {consent}}) => consent.basis === 'organisation' && consent.proposal === issue.number,
  );
  return isProposal && !isPage;
}

/** Adds or removes the label of complete proposals; all other labels belong to people. */
async function setComplete(
  github: GitHub,
  place: IssuePlace,
  labels: readonly string[],
  isComplete: boolean,
): Promise<void> {
  if (labels.includes(COMPLETE_LABEL) === isComplete) return;
  if (isComplete) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      ...place,
      labels: [COMPLETE_LABEL],
    });
    return;
  }
  await github
    .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...place, name: COMPLETE_LABEL})
    .catch((error) => {
      // An editor removed it meanwhile, or the answer to an earlier attempt was lost.
      if (failedStatus(error) !== 404) throw error;
    });
}
