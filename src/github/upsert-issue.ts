import type {GitHub} from './github-client.ts';
import {doOnce, NO_RETRIES} from './retry-idempotent.ts';

/** The repository whose issues are meant. */
interface Repository {
  owner: string;
  repo: string;
}

/** What our one issue of a kind is to say; `isSettled` closes it, and opens none. */
export interface WantedIssue {
  /** What its words begin with, and those of no other issue of ours. */
  marker: string;
  title: string;
  body: string;
  isSettled: boolean;
  /** The accounts it is given to, beside those that have it; GitHub passes over those that it does not know. */
  assignees?: readonly string[];
  /** Whether an earlier body of it says all that matters. */
  isToldIn: (body: string) => boolean;
}

/** Nobody else can write under this name. */
const AUTHOR = 'github-actions[bot]';
const PER_PAGE = 100;

/**
 * Sees to it that our one issue with this mark says this: it is opened, replaced where it stands, or closed. One that
 * somebody closed is opened again only where there is something new to say.
 *
 * @returns what was done, in words that follow `The issue`
 */
export async function putIssue(github: GitHub, repository: Repository, wanted: WantedIssue): Promise<string> {
  const {marker, title, body, isSettled} = wanted;
  const ours = await findOurs(github, repository, marker);
  if (!ours) {
    if (isSettled) return 'was not needed';
    const number = await open(github, repository, {marker, title, body});
    await assign(github, repository, number, wanted);
    return `${number} was opened`;
  }
  const isOpen = ours.state === 'open';
  const isSaid = isOpen ? ours.body?.trim() === body.trim() : wanted.isToldIn(ours.body ?? '');
  if (isSettled ? !isOpen : isSaid) return `${ours.number} was left as it was`;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...repository,
    issue_number: ours.number,
    body,
    ...(isSettled ? {state: 'closed', state_reason: 'completed'} : isOpen ? {} : {state: 'open'}),
  });
  await assign(github, repository, ours.number, wanted);
  return `${ours.number} was ${isSettled ? 'closed' : isOpen ? 'replaced' : 'opened again'}`;
}

function open(
  github: GitHub,
  repository: Repository,
  {marker, ...words}: Pick<WantedIssue, 'marker' | 'title' | 'body'>,
): Promise<number> {
  const post = async () => {
    const {data} = await github.request('POST /repos/{owner}/{repo}/issues', {...repository, ...words, ...NO_RETRIES});
    return data.number;
  };
  return doOnce(github, post, async () => (await findOurs(github, repository, marker))?.number);
}

/** Whoever is given an issue is told of it. */
async function assign(
  github: GitHub,
  repository: Repository,
  number: number,
  {assignees = [], isSettled}: WantedIssue,
): Promise<void> {
  if (assignees.length === 0 || isSettled) return;
  await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
    ...repository,
    issue_number: number,
    assignees: [...assignees],
  });
}

/** The newest issue of ours; pull requests are issues too, for GitHub. */
async function findOurs(github: GitHub, repository: Repository, marker: string) {
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/issues', {
      ...repository,
      state: 'all',
      creator: AUTHOR,
      per_page: PER_PAGE,
      page,
    });
    const ours = data.find(
      ({user, body, pull_request}) => !pull_request && user?.login === AUTHOR && body?.startsWith(marker),
    );
    if (ours || data.length < PER_PAGE) return ours;
  }
}
