import {type GitHub, listAll} from './github-client.ts';
import {NO_RETRIES, retryIdempotent} from './retry-idempotent.ts';
import {WORKFLOW_AUTHOR} from './upsert-comment.ts';

interface Repository {
  owner: string;
  repo: string;
}

/** The content of our one issue of a kind; if `isSettled`, it is closed or not opened. */
export interface WantedIssue {
  /** The beginning of its body, which no other issue of ours has. */
  marker: string;
  title: string;
  body: string;
  isSettled: boolean;
  /** Accounts to assign in addition; GitHub ignores unknown ones. */
  assignees?: readonly string[];
  /** Whether an earlier body already lists everything. */
  isListedIn: (body: string) => boolean;
}

/**
 * Opens, updates or closes our one issue with a marker. If an editor closed it, it is opened again only for something
 * new.
 *
 * @returns what was done, to follow `The issue`
 */
export async function upsertIssue(github: GitHub, repository: Repository, wanted: WantedIssue): Promise<string> {
  const {marker, title, body, isSettled} = wanted;
  const ours = await findOurs(github, repository, marker);
  if (!ours) {
    if (isSettled) return 'was not needed';
    const number = await open(github, repository, {marker, title, body});
    await assign(github, repository, number, wanted);
    return `${number} was opened`;
  }
  const isOpen = ours.state === 'open';
  const isUpToDate = isOpen ? ours.body?.trim() === body.trim() : wanted.isListedIn(ours.body ?? '');
  if (isSettled ? !isOpen : isUpToDate) return `${ours.number} was left as it was`;
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...repository,
    issue_number: ours.number,
    body,
    ...(isSettled ? {state: 'closed', state_reason: 'completed'} : isOpen ? {} : {state: 'open'}),
  });
  await assign(github, repository, ours.number, wanted);
  return `${ours.number} was ${isSettled ? 'closed' : isOpen ? 'updated' : 'opened again'}`;
}

function open(
  github: GitHub,
  repository: Repository,
  {marker, ...content}: Pick<WantedIssue, 'marker' | 'title' | 'body'>,
): Promise<number> {
  const post = async () => {
    const {data} = await github.request('POST /repos/{owner}/{repo}/issues', {
      ...repository,
      ...content,
      ...NO_RETRIES,
    });
    return data.number;
  };
  return retryIdempotent(github, post, async () => (await findOurs(github, repository, marker))?.number);
}

/** GitHub notifies the accounts that are assigned. */
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

/** Our newest issue; GitHub also lists pull requests as issues. */
async function findOurs(github: GitHub, repository: Repository, marker: string) {
  const issues = listAll((page) =>
    github.request('GET /repos/{owner}/{repo}/issues', {
      ...repository,
      state: 'all',
      creator: WORKFLOW_AUTHOR,
      ...page,
    }),
  );
  for await (const issue of issues) {
    const isOurs = !issue.pull_request && issue.user?.login === WORKFLOW_AUTHOR;
    if (isOurs && issue.body?.startsWith(marker)) return issue;
  }
  return undefined;
}
