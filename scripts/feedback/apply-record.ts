import type {Repository} from '../../src/github/feedback-repository.ts';
import {failedStatus} from '../../src/github/github-client.ts';
import {type Issue, labelNames} from '../../src/github/issue-schema.ts';
import {upsertComment} from '../../src/github/upsert-comment.ts';
import {isOurs} from '../../src/intake/feedback/feedback-labels.ts';
import type {FeedbackRecord} from '../../src/intake/feedback/feedback-record.ts';
import {FEEDBACK_MARKER, renderFeedbackComment} from '../../src/intake/feedback/render-feedback-comment.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/**
 * Updates an issue to match its record: one comment, current labels, and assignees if it has none. A second run changes
 * nothing.
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
  // The comment comes first: it warns a reader who named a person, even if a later request fails.
  const comment = await upsertComment(github, at, FEEDBACK_MARKER, () => renderFeedbackComment(record, config));
  const has = labelNames(issue);
  const added = record.labels.filter((label) => !has.includes(label));
  const removed = has.filter((label) => isOurs(label, config) && !record.labels.includes(label));
  if (added.length > 0) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...at, labels: added});
  }
  for (const name of removed) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...at, name})
      .catch(unlessGone);
  }
  const assigned = await assign({github, place}, issue, record.assignees);
  return [`the comment was ${comment}`, counted(added.length, 'added'), counted(removed.length, 'removed'), assigned]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Assigns an issue that has no assignee yet. */
async function assign({github, place}: Repository, issue: Issue, assignees: readonly string[]) {
  if (assignees.length === 0 || (issue.assignees ?? []).length > 0) return undefined;
  const {data} = await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
    ...place,
    issue_number: issue.number,
    assignees: [...assignees],
  });
  const given = new Set(data.assignees?.map(({login}) => login.toLowerCase()));
  // GitHub ignores accounts that cannot be assigned.
  const refused = assignees.filter((login) => !given.has(login.toLowerCase()));
  return refused.length === 0 ? 'assigned to its owner' : `GitHub did not assign it to ${refused.join(', ')}`;
}

function counted(count: number, done: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? 'label' : 'labels'} ${done}`;
}

/** Ignores a label that is already gone: an editor removed it, or an earlier attempt succeeded. */
function unlessGone(error: unknown): void {
  if (failedStatus(error) !== 404) throw error;
}
