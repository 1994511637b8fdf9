import {ISSUE_MARKER} from '../../src/content/link-ledger/render-issue.ts';
import {doOnce, NO_RETRIES} from '../do-once.ts';
import type {GitHub} from '../github-client.ts';

/** The repository whose issues are meant. */
interface Repository {
  owner: string;
  repo: string;
}

/** What our one issue is to say; `isSettled` closes it, and opens none. */
export interface WantedIssue {
  title: string;
  body: string;
  isSettled: boolean;
  /** Whether an earlier body of it says all that matters. */
  isToldIn: (body: string) => boolean;
}

/** Nobody else can write under this name. */
const AUTHOR = 'github-actions[bot]';
const PER_PAGE = 100;

/**
 * Sees to it that our one issue says this: it is opened, replaced where it stands, or closed. One that somebody closed
 * is opened again only where there is something new to say.
 *
 * @returns what was done, in words that follow `The issue`
 */
export async function putIssue(github: GitHub, repository: Repository, wanted: WantedIssue): Promise<string> {
  const {title, body, isSettled} = wanted;
  const ours = await findOurs(github, repository);
  if (!ours) return isSettled ? 'was not needed' : open(github, repository, {title, body});
  const isOpen = ours.state === 'open';
  const isSaid = isOpen ? ours.body?.trim() === body.trim() : wanted.isToldIn(ours.body ?? '');
  if (isSettled ? !isOpen : isSaid) return `${ours.number} was left as it was`;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...repository,
    issue_number: ours.number,
    body,
    ...(isSettled ? {state: 'closed', state_reason: 'completed'} : isOpen ? {} : {state: 'open'}),
  });
  return `${ours.number} was ${isSettled ? 'closed' : isOpen ? 'replaced' : 'opened again'}`;
}

async function open(github: GitHub, repository: Repository, words: {title: string; body: string}): Promise<string> {
  const post = async () => {
    const {data} = await github.request('POST /repos/{owner}/{repo}/issues', {...repository, ...words, ...NO_RETRIES});
    return data.number;
  };
  const number = await doOnce(github, post, async () => (await findOurs(github, repository))?.number);
  return `${number} was opened`;
}

/** The newest issue of ours; pull requests are issues too, for GitHub. */
async function findOurs(github: GitHub, repository: Repository) {
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/issues', {
      ...repository,
      state: 'all',
      creator: AUTHOR,
      per_page: PER_PAGE,
      page,
    });
    const ours = data.find(
      ({user, body, pull_request}) => !pull_request && user?.login === AUTHOR && body?.startsWith(ISSUE_MARKER),
    );
    if (ours || data.length < PER_PAGE) return ours;
  }
}
