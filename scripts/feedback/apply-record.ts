import type {Repository} from '../../src/github/feedback-repository.ts';
import {failedStatus} from '../../src/github/github-client.ts';
import type {Issue} from '../../src/github/issue-schema.ts';
import {labelNames} from '../../src/github/issue-schema.ts';
import {putComment} from '../../src/github/upsert-comment.ts';
import {isOurs} from '../../src/intake/feedback/feedback-labels.ts';
import {FEEDBACK_MARKER, renderFeedbackComment} from '../../src/intake/feedback/render-feedback-comment.ts';
import type {FeedbackRecord} from '../../src/model/schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/**
 * Makes an issue as its record says: one comment, our labels and no stale ones, and somebody to deal with it where it is
 * nobody's. Done twice, it changes nothing the second time.
 *
 * @returns what was done, in one line
 */
export async function applyRecord(
  {github, place}: Repository,
  issue: Issue,
  record: FeedbackRecord,
  config: ToolkitConfig,
): Promise<string> {
  const at = {...place, issue_number: issue.number};
  // Whoever named a person should hear of it first, whatever fails after that.
  const comment = await putComment(github, at, FEEDBACK_MARKER, () => renderFeedbackComment(record, config));
  const has = labelNames(issue);
  const added = record.labels.filter((label) => !has.includes(label));
  const removed = has.filter((label) => isOurs(label) && !record.labels.includes(label));
  if (added.length > 0) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...at, labels: added});
  }
  for (const name of removed) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...at, name})
      .catch(unlessGone);
  }
  const assigned = await assign({github, place}, issue, record.assignees);
  return [`the comment was ${comment}`, counted(added.length, 'added'), counted(removed.length, 'taken away'), assigned]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Somebody may have given it to another person: then it stays with them. */
async function assign({github, place}: Repository, issue: Issue, assignees: readonly string[]) {
  if (assignees.length === 0 || (issue.assignees ?? []).length > 0) return undefined;
  const {data} = await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
    ...place,
    issue_number: issue.number,
    assignees: [...assignees],
  });
  const given = new Set(data.assignees?.map(({login}) => login.toLowerCase()));
  // GitHub passes over accounts that may not be given issues.
  const refused = assignees.filter((login) => !given.has(login.toLowerCase()));
  return refused.length === 0 ? 'given to its owner' : `GitHub did not give it to ${refused.join(', ')}`;
}

function counted(count: number, done: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? 'label' : 'labels'} ${done}`;
}

/** A label that somebody else took away, or an answer that came after the deed. */
function unlessGone(error: unknown): void {
  if (failedStatus(error) !== 404) throw error;
}
