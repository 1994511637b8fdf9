import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import type {Io} from '../../../io/cli/io.ts';
import {connectToRepository} from '../../../io/github/github-client.ts';
import {getIssue, type Issue, labelNames, readIssue, setLabels} from '../../../io/github/issues.ts';
import {findOpenPullRequest} from '../../../io/github/open-pull-request.ts';
import {upsertComment} from '../../../io/github/upsert-comment.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {COMPLETE_LABEL, PROPOSAL_LABEL} from '../../feedback/labels.ts';
import {checkProposal} from './check-proposal.ts';
import {branchOf, PROPOSAL_MARKER, renderComment} from './render-comments.ts';

/**
 * Reports to a contributor within minutes that a proposal has arrived and what is missing, in one comment that changes
 * with every edit, and keeps the label of complete proposals up to date. The answers are checked as a page that is
 * never written.
 *
 * @returns a sentence for the log
 */
export async function receiveProposal(env: NodeJS.ProcessEnv, io: Io): Promise<string> {
  const repository = connectToRepository({env, pace: io.pace});
  const {number} = await readIssue(io, env.GITHUB_EVENT_PATH ?? '');
  // The issue as it is now, because an event may be older.
  const issue = await getIssue(repository, number);
  const {github} = repository;
  const place = {...repository.place, issue_number: number};
  const toolkit = await loadToolkit(io.cwd);
  if (!isWaiting(issue, toolkit)) return `Number ${issue.number} is not a proposal that waits, so there is no comment.`;
  const {fields} = await checkProposal(toolkit, {number: issue.number, body: issue.body ?? ''}, io);
  const pull = await findOpenPullRequest(github, {...place, head: branchOf(issue.number)});
  const contributeUrl = absoluteUrl(toolkit.config, toolkit.config.contribute?.to ?? '/');
  const comment = renderComment({fields, pull, contributeUrl, usualReply: toolkit.config.usual_reply});
  const done = await upsertComment(github, place, PROPOSAL_MARKER, () => comment);
  const isComplete = !fields.some(({needed}) => needed.length > 0);
  const isLabelled = labelNames(issue).includes(COMPLETE_LABEL);
  await setLabels(github, place, {
    added: isComplete && !isLabelled ? [COMPLETE_LABEL] : [],
    removed: isLabelled && !isComplete ? [COMPLETE_LABEL] : [],
  });
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
