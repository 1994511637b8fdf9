import type {GitHub} from './github-client.ts';
import {doOnce, NO_RETRIES} from './retry-idempotent.ts';

/** The conversation of an issue or a pull request. */
export interface Conversation {
  owner: string;
  repo: string;
  issue_number: number;
}

/** Nobody else can write under this name. */
const AUTHOR = 'github-actions[bot]';
const PER_PAGE = 100;

/**
 * Sees to it that our one comment with this mark holds these words: it is created, or replaced where it stands.
 *
 * @param marker what it begins with, as its words do
 * @param wording the words, by whether a comment of ours is there already; `undefined` leaves all as it is
 * @returns what was done, `created`
 */
export async function putComment(
  github: GitHub,
  place: Conversation,
  marker: string,
  wording: (isThere: boolean) => string | undefined,
): Promise<'created' | 'replaced' | 'left as it was'> {
  const ours = await findOurs(github, place, marker);
  const body = wording(ours !== undefined);
  if (body === undefined || body.trim() === ours?.body?.trim()) return 'left as it was';
  if (!ours) {
    const post = () =>
      github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {...place, body, ...NO_RETRIES});
    await doOnce<unknown>(github, post, () => findOurs(github, place, marker));
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
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      per_page: PER_PAGE,
      page,
    });
    const ours = data.find(({user, body}) => user?.login === AUTHOR && body?.startsWith(marker));
    if (ours || data.length < PER_PAGE) return ours;
  }
}
