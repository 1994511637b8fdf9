import {failedStatus, type GitHub} from './github-client.ts';
import type {Conversation} from './upsert-comment.ts';

/** Adds labels to an issue and removes others; all further labels belong to people. */
export async function setLabels(
  github: GitHub,
  place: Conversation,
  {added, removed}: {added: readonly string[]; removed: readonly string[]},
): Promise<void> {
  if (added.length > 0) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...place, labels: [...added]});
  }
  for (const name of removed) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...place, name})
      .catch((error) => {
        // An editor removed it, or an earlier attempt succeeded.
        if (failedStatus(error) !== 404) throw error;
      });
  }
}
