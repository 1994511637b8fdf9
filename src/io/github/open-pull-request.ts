import {ExitError} from '../cli/exit-error.ts';
import {failedStatus, type GitHub, NO_RETRIES, retryIdempotent} from './github-client.ts';

/**
 * For the text of each pull request that a workflow opens: GitHub starts its checks only when a person asks for them.
 * https://docs.github.com/en/actions/concepts/security/github_token
 */
export const START_CHECKS =
  'The checks start when you choose "Approve workflows to run" below. If that is not offered, close this pull request and reopen it.';

/** A pull request to open, from a branch of the repository itself. */
type Wanted = Record<'owner' | 'repo' | 'title' | 'head' | 'base' | 'body', string>;

type OpenPullRequest = {number: number; url: string; body: string};

/**
 * Opens a pull request, and no second one where the first answer was lost.
 *
 * @throws {ExitError} where the repository does not let workflows open pull requests.
 */
export async function openPullRequest(github: GitHub, wanted: Wanted): Promise<OpenPullRequest> {
  const post = async () => {
    const {data} = await github.request('POST /repos/{owner}/{repo}/pulls', {...wanted, ...NO_RETRIES});
    return {number: data.number, url: data.html_url, body: data.body ?? ''};
  };
  try {
    return await retryIdempotent(github, post, () => findOpenPullRequest(github, wanted));
  } catch (error) {
    if (failedStatus(error) !== 403) throw error;
    throw new ExitError(
      'GitHub does not let this workflow open a pull request, expected that the repository allows it',
      'Ask an administrator to allow it under Settings, Actions, General: "Allow GitHub Actions to create and approve pull requests".',
    );
  }
}

/** The open pull request of a branch of the repository itself; `undefined` where there is none. */
export async function findOpenPullRequest(
  github: GitHub,
  {owner, repo, head}: Pick<Wanted, 'owner' | 'repo' | 'head'>,
): Promise<OpenPullRequest | undefined> {
  const {data} = await github.request('GET /repos/{owner}/{repo}/pulls', {owner, repo, head: `${owner}:${head}`});
  const found = data.find((pull) => pull.head.ref === head && pull.head.repo?.full_name === `${owner}/${repo}`);
  return found && {number: found.number, url: found.html_url, body: found.body ?? ''};
}

/** The one pull request of a branch; its text follows what is wanted. */
export async function upsertPullRequest(github: GitHub, wanted: Wanted): Promise<OpenPullRequest> {
  const {owner, repo, title, body} = wanted;
  const found = await findOpenPullRequest(github, wanted);
  if (!found) return openPullRequest(github, wanted);
  if (found.body.trim() === body.trim()) return found;
  const changed = {owner, repo, pull_number: found.number, title, body};
  await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', changed);
  return found;
}
