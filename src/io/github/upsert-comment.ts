import {type GitHub, listAll, NO_RETRIES, retryIdempotent} from './github-client.ts';

/** The conversation of an issue or a pull request. */
export interface Conversation {
  owner: string;
  repo: string;
  issue_number: number;
}

/** Only workflows can write under this name. */
export const WORKFLOW_AUTHOR = 'github-actions[bot]';

/**
 * Creates our one comment with a marker, or replaces its text.
 *
 * @param marker the beginning of the comment
 * @param render returns the text, depending on whether the comment exists; `undefined` changes nothing
 * @returns what was done, `created`
 */
export async function upsertComment(
  github: GitHub,
  place: Conversation,
  marker: string,
  render: (isThere: boolean) => string | undefined,
): Promise<'created' | 'replaced' | 'left as it was'> {
  const ours = await findOurs(github, place, marker);
  const body = render(ours !== undefined);
  if (body === undefined || body.trim() === ours?.body?.trim()) return 'left as it was';
  if (!ours) {
    const post = () =>
      github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {...place, body, ...NO_RETRIES});
    await retryIdempotent<unknown>(github, post, () => findOurs(github, place, marker));
    return 'created';
  }
  const {owner, repo} = place;
  await github.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: ours.id,
    body,
  });
  return 'replaced';
}

async function findOurs(github: GitHub, place: Conversation, marker: string) {
  const comments = listAll((page) =>
    github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {...place, ...page}),
  );
  for await (const comment of comments) {
    if (comment.user?.login === WORKFLOW_AUTHOR && comment.body?.startsWith(marker)) return comment;
  }
  return undefined;
}
