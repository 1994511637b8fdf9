import type {Io} from '../../io/cli/io.ts';
import {
  connectToRepository,
  failedStatus,
  GitHubError,
  listAll,
  NO_RETRIES,
  type Repository,
  retryIdempotent,
} from '../../io/github/github-client.ts';
import {upsertComment} from '../../io/github/upsert-comment.ts';
import {loadConfig} from '../../io/load-toolkit.ts';
import type {Issue} from './issues.ts';
import {ISSUE_LABELS} from './labels.ts';

/** What an issue should have: our one comment, which begins with the marker, and our labels; all others belong to people. */
interface Answer {
  marker: string;
  comment: string;
  labels: readonly string[];
  isOurs(label: string): boolean;
}

/** Gives an issue its comment and labels. A second run changes nothing. Returns what was done to each. */
export async function answerIssue(
  {github, place}: Repository,
  {number, labels: has}: Issue,
  {marker, comment, labels, isOurs}: Answer,
) {
  const at = {...place, issue_number: number};
  // The comment comes first: it warns a reader who named a person, even if a later request fails.
  const done = await upsertComment(github, at, marker, () => comment);
  const added = labels.filter((label) => !has.includes(label));
  const removed = has.filter((label) => isOurs(label) && !labels.includes(label));
  if (added.length > 0) {
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {...at, labels: added});
  }
  for (const name of removed) {
    await github
      .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {...at, name})
      .catch((error) => {
        // An editor removed it, or an earlier attempt succeeded.
        if (failedStatus(error) !== 404) throw error;
      });
  }
  return {comment: done, added: added.length, removed: removed.length};
}

/** Comments on an issue once; `closed` if it is gone or locked. A rate limit has the status 403 too. */
export async function commentOnce({github, place}: Repository, number: number, marker: string, body: string) {
  try {
    return await upsertComment(github, {...place, issue_number: number}, marker, () => body);
  } catch (error) {
    const isClosed = error instanceof GitHubError && [403, 404, 410].includes(error.status) && !error.isRateLimited;
    if (!isClosed) throw error;
    return 'closed';
  }
}

/** Creates the labels that the repository lacks; existing labels stay as they are. */
export async function createLabels(env: NodeJS.ProcessEnv, {cwd, pace}: Pick<Io, 'cwd' | 'pace'>): Promise<string> {
  const {github, place} = connectToRepository({env, pace}, loadConfig(cwd).repository);
  const list = async () => {
    const labels = listAll((page) => github.request('GET /repos/{owner}/{repo}/labels', {...place, ...page}));
    // To GitHub `Feedback` and `feedback` are the same.
    return new Set(await Array.fromAsync(labels, ({name}) => name.toLowerCase()));
  };
  const has = await list();
  const missing = ISSUE_LABELS.filter(({name}) => !has.has(name.toLowerCase()));
  for (const label of missing) {
    const post = () => github.request('POST /repos/{owner}/{repo}/labels', {...place, ...label, ...NO_RETRIES});
    const find = async () => (await list()).has(label.name.toLowerCase()) || undefined;
    await retryIdempotent<unknown>(github, post, find);
  }
  return missing.length === 0 ? 'Every label exists.' : `Created: ${missing.map(({name}) => name).join(', ')}.`;
}
