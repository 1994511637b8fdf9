import type {Endpoints} from '@octokit/types';
import {z} from 'zod';

/** What the stand-in keeps: nothing of it is on disk. */
export interface GitHubState {
  /** `owner/name` of the one repository. */
  repository: string;
  pulls: StoredPull[];
  /** Issues that are no pull requests; the numbers of both are drawn from one line. */
  issues: StoredIssue[];
  comments: StoredComment[];
  /** Labels that somebody made; those that only stand on an issue are not among them. */
  labels: {name: string; description?: string}[];
  /** What runs of workflows left. */
  artifacts: {id: number; run: number; name: string; expired?: boolean}[];
}

interface StoredPull {
  number: number;
  state: 'open' | 'closed';
  branch: string;
  sha: string;
  /** The repository of the branch; `null` where it has been deleted. */
  from: {id: number; fullName: string} | null;
  /** What it was opened with, where that was done here. */
  title?: string;
  body?: string;
  author?: string;
  /** The files that it changes. */
  files?: {
    filename: string;
    previous_filename?: string;
    status: 'added' | 'removed' | 'modified' | 'renamed';
  }[];
}

interface StoredIssue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  /** A reader, where it is left out. */
  author?: string;
  labels?: string[];
  /** `2026-11-24T10:00:00Z` */
  createdAt?: string;
  /** Whether nobody but members may write there. */
  isLocked?: boolean;
}

interface StoredComment {
  id: number;
  /** The number of the issue or pull request. */
  issue: number;
  author: string;
  body: string;
}

export type Route = keyof Endpoints;

/** What an answer holds, as GitHub describes it; the fields that nothing reads may be left out. */
type Part<T> = T extends readonly (infer Item)[] ? Part<Item>[] : T extends object ? {[K in keyof T]?: Part<T[K]>} : T;

export type Data<R extends Route> = Part<Endpoints[R]['response']['data']>;

export interface Answer {
  status: number;
  data: unknown;
  /** All there is, where the answer is one page of it. */
  pages?: number;
}

type Answered<R extends Route> = (Answer & {status: 200 | 201; data: Data<R>}) | Refused;

/** Every operation the stand-in knows, by its route. */
export const OPERATIONS = new Map<string, {request: z.ZodType; answer(state: GitHubState, asked: unknown): Answer}>();

/**
 * Adds an operation: the request as GitHub describes it, which the compiler compares with that description, and what it
 * does to the state.
 */
function operation<R extends Route, S extends z.ZodType<Endpoints[R]['parameters']>>(
  route: R,
  request: S,
  answer: (state: GitHubState, asked: z.output<S>) => Answered<R>,
): void {
  OPERATIONS.set(route, {request, answer: (state, asked) => answer(state, asked as z.output<S>)});
}

/** The name under which a workflow's own token writes. */
export const BOT = 'github-actions[bot]';

const MAX_BODY = 65_536;
const MAX_LABEL = 50;
const MAX_DESCRIPTION = 100;

/** When an issue was opened of which a test says nothing. */
const SOME_DAY = '2026-11-01T10:00:00Z';

const SOME_READER = 'a-reader';

interface Refused {
  status: 403 | 404 | 422;
  data: {message: string};
}

const NOT_FOUND: Refused = {status: 404, data: {message: 'Not Found'}};
const FORBIDDEN: Refused = {status: 403, data: {message: 'Unable to create comment because issue is locked.'}};
const INVALID: Refused = {status: 422, data: {message: 'Validation Failed'}};

const id = z.coerce.number().int();
const text = z.string().exactOptional();
const repository = {owner: z.string(), repo: z.string()};
const issue = {...repository, issue_number: id};
const pull = {...repository, pull_number: id};
const paging = {per_page: id.exactOptional(), page: id.exactOptional()};
const states = z.enum(['open', 'closed', 'all']).exactOptional();

operation(
  'GET /repos/{owner}/{repo}/pulls',
  z.strictObject({...repository, ...paging, state: states, head: text}),
  ({pulls, repository}, {state = 'open', head, ...paging}) => {
    const found = pulls
      .filter((pull) => state === 'all' || pull.state === state)
      // As the real one does: what is no `owner:branch` is passed over.
      .filter((pull) => !head?.includes(':') || headOf(pull) === head)
      .sort((a, b) => b.number - a.number);
    return page(paging, found, (pull) => toPull(pull, repository));
  },
);

operation(
  'POST /repos/{owner}/{repo}/pulls',
  z.strictObject({...repository, title: z.string(), head: z.string(), base: z.string(), body: text}),
  (state, {title, head, body}) => {
    const isThere = state.pulls.some((pull) => pull.state === 'open' && pull.branch === head);
    if (title.trim() === '' || !isBody(body) || isThere) return INVALID;
    const opened = {number: nextNumber(state), branch: head, sha: '0'.repeat(40), title, body};
    const pull: StoredPull = {...opened, state: 'open', from: {id: 1, fullName: state.repository}};
    state.pulls.push(pull);
    return {status: 201, data: toPull(pull, state.repository)};
  },
);

operation(
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
  z.strictObject({...pull, title: text, body: text}),
  ({pulls, repository}, {pull_number, title, body}) => {
    const pull = pulls.find(({number}) => number === pull_number);
    if (!pull) return NOT_FOUND;
    if (body !== undefined && !isBody(body)) return INVALID;
    Object.assign(pull, {...(title !== undefined && {title}), ...(body !== undefined && {body})});
    return {status: 200, data: toPull(pull, repository)};
  },
);

operation(
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  z.strictObject({...pull, ...paging}),
  ({pulls}, {pull_number, ...paging}) => {
    const pull = pulls.find(({number}) => number === pull_number);
    return pull ? page(paging, pull.files ?? [], (file) => file) : NOT_FOUND;
  },
);

operation(
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  z.strictObject({...repository, ...paging, run_id: id, name: text}),
  ({artifacts}, {run_id, name}) => {
    const found = artifacts
      .filter((artifact) => artifact.run === run_id && (name === undefined || artifact.name === name))
      .map(({id, name, expired = false}) => ({id, name, expired}));
    return {status: 200, data: {total_count: found.length, artifacts: found}};
  },
);

operation(
  'GET /repos/{owner}/{repo}/issues',
  z.strictObject({...repository, ...paging, state: states, labels: text, since: z.iso.datetime().exactOptional()}),
  ({issues, pulls, repository}, {state = 'open', labels, since = '', ...paging}) => {
    const wanted = labels?.split(',') ?? [];
    // Pull requests are issues too.
    const asIssues = pulls.map((pull): StoredIssue & {isPull: boolean} => {
      return {title: '', body: '', author: BOT, ...pull, isPull: true};
    });
    const found = [...issues.map((issue) => ({...issue, isPull: false})), ...asIssues]
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => (issue.createdAt ?? SOME_DAY) >= since)
      .filter((issue) => wanted.every((label) => issue.labels?.includes(label)))
      .sort((a, b) => (b.createdAt ?? SOME_DAY).localeCompare(a.createdAt ?? SOME_DAY) || b.number - a.number);
    return page(paging, found, (issue) => toIssue(issue, repository));
  },
);

operation(
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  z.strictObject(issue),
  ({issues, repository}, {issue_number}) => {
    const issue = issues.find(({number}) => number === issue_number);
    return issue ? {status: 200, data: toIssue(issue, repository)} : NOT_FOUND;
  },
);

operation(
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
  z.strictObject({...issue, labels: z.array(z.string())}),
  ({issues}, {issue_number, labels}) => {
    const issue = issues.find(({number}) => number === issue_number);
    if (!issue) return NOT_FOUND;
    if (labels.some((label) => label.trim() === '' || label.length > MAX_LABEL)) return INVALID;
    issue.labels = [...new Set([...(issue.labels ?? []), ...labels])];
    return {status: 200, data: issue.labels.map(toLabel)};
  },
);

operation(
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
  z.strictObject({...issue, name: z.string()}),
  ({issues}, {issue_number, name}) => {
    const issue = issues.find(({number}) => number === issue_number);
    if (!issue?.labels?.includes(name)) return NOT_FOUND;
    issue.labels = issue.labels.filter((label) => label !== name);
    return {status: 200, data: issue.labels.map(toLabel)};
  },
);

operation('GET /repos/{owner}/{repo}/labels', z.strictObject({...repository, ...paging}), ({labels}, paging) =>
  page(paging, labels, ({name}) => toLabel(name)),
);

operation(
  'POST /repos/{owner}/{repo}/labels',
  z.strictObject({...repository, name: z.string(), color: text, description: text}),
  ({labels}, {name, description = ''}) => {
    const isThere = labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
    if (isThere || name.trim() === '' || name.length > MAX_LABEL || description.length > MAX_DESCRIPTION)
      return INVALID;
    labels.push({name, description});
    return {status: 201, data: toLabel(name)};
  },
);

operation(
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  z.strictObject({...issue, ...paging}),
  (state, {issue_number, ...paging}) => {
    if (!hasIssue(state, issue_number)) return NOT_FOUND;
    const found = state.comments.filter(({issue}) => issue === issue_number);
    return page(paging, found, (comment) => toComment(comment, state.repository));
  },
);

operation(
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  z.strictObject({...issue, body: z.string()}),
  (state, {issue_number, body}) => {
    if (!hasIssue(state, issue_number)) return NOT_FOUND;
    if (state.issues.some(({number, isLocked}) => number === issue_number && isLocked)) return FORBIDDEN;
    if (!isBody(body)) return INVALID;
    const id = 1 + Math.max(0, ...state.comments.map((comment) => comment.id));
    const comment = {id, issue: issue_number, author: BOT, body};
    state.comments.push(comment);
    return {status: 201, data: toComment(comment, state.repository)};
  },
);

operation(
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  z.strictObject({...repository, comment_id: id, body: z.string()}),
  ({comments, repository}, {comment_id, body}) => {
    const comment = comments.find(({id}) => id === comment_id);
    if (!comment) return NOT_FOUND;
    if (!isBody(body)) return INVALID;
    comment.body = body;
    return {status: 200, data: toComment(comment, repository)};
  },
);

function isBody(body: string | undefined): body is string {
  return body !== undefined && body.trim() !== '' && [...body].length <= MAX_BODY;
}

function hasIssue({pulls, issues}: GitHubState, number: number): boolean {
  return [...pulls, ...issues].some((conversation) => conversation.number === number);
}

function page<T, U>(
  {per_page = 30, page = 1}: {per_page?: number; page?: number},
  found: readonly T[],
  show: (item: T) => U,
): {status: 200; data: U[]; pages: number} {
  const size = Math.min(100, per_page);
  const start = (page - 1) * size;
  return {status: 200, data: found.slice(start, start + size).map(show), pages: Math.ceil(found.length / size)};
}

function nextNumber({pulls, issues}: GitHubState): number {
  return 1 + Math.max(0, ...[...pulls, ...issues].map(({number}) => number));
}

function headOf({from, branch}: StoredPull): string {
  return `${from?.fullName.split('/')[0]}:${branch}`;
}

function toPull(pull: StoredPull, repository: string) {
  const {number, state, branch, sha, from, title, body, author} = pull;
  const [owner = '', name = ''] = (from?.fullName ?? '').split('/');
  const html_url = `https://github.com/${from?.fullName}`;
  const repo = from && {id: from.id, name, full_name: from.fullName, owner: toUser(owner), html_url};
  return {
    number,
    state,
    ...(title !== undefined && {title}),
    ...(body !== undefined && {body}),
    ...(author !== undefined && {user: toUser(author)}),
    html_url: `https://github.com/${repository}/pull/${number}`,
    // A branch whose fork is gone has no repository; GitHub's description forgets it.
    head: {label: `${owner}:${branch}`, ref: branch, sha, repo: repo as NonNullable<typeof repo>},
    base: {ref: 'main', label: `${repository.split('/')[0]}:main`},
  };
}

function toIssue(issue: StoredIssue & {isPull?: boolean}, repository: string) {
  const {number, state, title, body, isPull, labels = []} = issue;
  const html_url = `https://github.com/${repository}/${isPull ? 'pull' : 'issues'}/${number}`;
  return {
    number,
    state,
    title,
    body,
    html_url,
    user: toUser(issue.author ?? SOME_READER),
    labels: labels.map(toLabel),
    created_at: issue.createdAt ?? SOME_DAY,
    ...(isPull && {pull_request: {html_url}}),
  };
}

function toLabel(name: string) {
  return {name};
}

function toComment({id, issue, author, body}: StoredComment, repository: string) {
  return {
    id,
    body,
    user: toUser(author),
    html_url: `https://github.com/${repository}/pull/${issue}#issuecomment-${id}`,
  };
}

function toUser(login: string) {
  return {login, type: login.endsWith('[bot]') ? 'Bot' : 'User'};
}
