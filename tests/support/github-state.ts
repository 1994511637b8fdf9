import {exampleOf} from './github-description.ts';

type Json = Record<string, unknown>;

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
  /** Accounts that may be given issues; others are passed over. */
  assignable: string[];
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
}

interface StoredIssue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  /** A reader, where it is left out. */
  author?: string;
  labels?: string[];
  assignees?: string[];
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

/** A request that the description allows, its values read. */
export interface OperationRequest {
  path: Readonly<Record<string, string | number>>;
  query: Readonly<Record<string, string | number>>;
  body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  status: number;
  data: unknown;
  /** All there is, where the answer is one page of it. */
  pages?: number;
}

/** The name under which a workflow's own token writes. */
export const BOT = 'github-actions[bot]';

const MAX_BODY = 65_536;
const MAX_LABEL = 50;
const MAX_DESCRIPTION = 100;

/** When an issue was opened of which a test says nothing. */
const SOME_DAY = '2026-11-01T10:00:00Z';

const SOME_READER = 'a-reader';

/** Every operation that the stand-in knows; another one is a new line here, with what it does to the state. */
export const OPERATIONS: Readonly<Record<string, (state: GitHubState, request: OperationRequest) => Answer>> = {
  'GET /repos/{owner}/{repo}/pulls': ({pulls, repository}, {query}) => {
    const {state = 'open', head} = query;
    const found = pulls
      .filter((pull) => state === 'all' || pull.state === state)
      // As the real one does: what is no `owner:branch` is passed over.
      .filter((pull) => !String(head ?? '').includes(':') || headOf(pull) === head)
      .sort((a, b) => b.number - a.number);
    return page(query, found, (pull) => toPull(pull, repository));
  },

  'POST /repos/{owner}/{repo}/pulls': (state, {body}) => {
    const {title, head, body: words} = body;
    const isThere = state.pulls.some((pull) => pull.state === 'open' && pull.branch === head);
    if (typeof title !== 'string' || title.trim() === '' || !isBody(words) || isThere) return INVALID;
    const from = {id: 1, fullName: state.repository};
    const number = nextNumber(state);
    const pull: StoredPull = {
      number,
      state: 'open',
      branch: String(head),
      sha: '0'.repeat(40),
      from,
      title,
      body: words,
    };
    state.pulls.push(pull);
    return {status: 201, data: toOpened(pull, state.repository)};
  },

  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': (state, {path, body}) => {
    const pull = state.pulls.find(({number}) => number === path.pull_number);
    if (!pull) return NOT_FOUND;
    if (body.body !== undefined && !isBody(body.body)) return INVALID;
    Object.assign(pull, body);
    return {status: 200, data: toOpened(pull, state.repository)};
  },

  'GET /repos/{owner}/{repo}/issues': ({issues, pulls, repository}, {query}) => {
    const {state = 'open', creator, labels} = query;
    const wanted = labels === undefined ? [] : String(labels).split(',');
    // Pull requests are issues too.
    const asIssues = pulls.map((pull): StoredIssue & {isPull: boolean} => {
      return {title: '', body: '', author: BOT, ...pull, isPull: true};
    });
    const found = [...issues.map((issue) => ({...issue, isPull: false})), ...asIssues]
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => creator === undefined || issue.author === creator)
      .filter((issue) => wanted.every((label) => issue.labels?.includes(label)))
      .sort((a, b) => (b.createdAt ?? SOME_DAY).localeCompare(a.createdAt ?? SOME_DAY) || b.number - a.number);
    return page(query, found, (issue) => toIssue(issue, repository, 'issue-items'));
  },

  'POST /repos/{owner}/{repo}/issues': (state, {body}) => {
    const {title, body: words} = body;
    if (typeof title !== 'string' || title.trim() === '' || !isBody(words)) return INVALID;
    const issue: StoredIssue = {number: nextNumber(state), state: 'open', author: BOT, title, body: words};
    state.issues.push(issue);
    return {status: 201, data: toIssue(issue, state.repository, 'issue')};
  },

  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': ({issues, repository}, {path, body}) => {
    const issue = issues.find(({number}) => number === path.issue_number);
    if (!issue) return NOT_FOUND;
    if (body.body !== undefined) {
      if (!isBody(body.body)) return INVALID;
      issue.body = body.body;
    }
    if (body.state === 'open' || body.state === 'closed') issue.state = body.state;
    return {status: 200, data: toIssue(issue, repository, 'issue')};
  },

  'GET /repos/{owner}/{repo}/issues/{issue_number}': ({issues, repository}, {path}) => {
    const issue = issues.find(({number}) => number === path.issue_number);
    return issue ? {status: 200, data: toIssue(issue, repository, 'issue')} : NOT_FOUND;
  },

  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': ({issues}, {path, body}) => {
    const issue = issues.find(({number}) => number === path.issue_number);
    if (!issue) return NOT_FOUND;
    const labels = body.labels as string[];
    if (labels.some((label) => label.trim() === '' || label.length > MAX_LABEL)) return INVALID;
    issue.labels = [...new Set([...(issue.labels ?? []), ...labels])];
    return {status: 200, data: issue.labels.map(toLabel)};
  },

  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': ({issues}, {path}) => {
    const issue = issues.find(({number}) => number === path.issue_number);
    if (!issue?.labels?.includes(String(path.name))) return NOT_FOUND;
    issue.labels = issue.labels.filter((label) => label !== path.name);
    return {status: 200, data: issue.labels.map(toLabel)};
  },

  'GET /repos/{owner}/{repo}/labels': ({labels}, {query}) => page(query, labels, ({name}) => toLabel(name)),

  'POST /repos/{owner}/{repo}/labels': ({labels}, {body}) => {
    const {name, description = ''} = body as {name: string; description?: string};
    const isThere = labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
    if (isThere || name.trim() === '' || name.length > MAX_LABEL || description.length > MAX_DESCRIPTION)
      return INVALID;
    labels.push({name, description});
    return {status: 201, data: toLabel(name)};
  },

  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees': ({issues, repository, assignable}, {path, body}) => {
    const issue = issues.find(({number}) => number === path.issue_number);
    if (!issue) return NOT_FOUND;
    const given = (body.assignees as string[]).filter((login) => assignable.includes(login));
    issue.assignees = [...new Set([...(issue.assignees ?? []), ...given])];
    return {status: 201, data: toIssue(issue, repository, 'issue')};
  },

  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': (state, {path, query}) => {
    if (!hasIssue(state, path.issue_number)) return NOT_FOUND;
    const found = state.comments.filter(({issue}) => issue === path.issue_number);
    return page(query, found, (comment) => toComment(comment, state.repository));
  },

  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': (state, {path, body}) => {
    if (!hasIssue(state, path.issue_number)) return NOT_FOUND;
    if (state.issues.some(({number, isLocked}) => number === path.issue_number && isLocked)) return FORBIDDEN;
    if (!isBody(body.body)) return INVALID;
    const id = 1 + Math.max(0, ...state.comments.map((comment) => comment.id));
    const comment = {id, issue: Number(path.issue_number), author: BOT, body: body.body};
    state.comments.push(comment);
    return {status: 201, data: toComment(comment, state.repository)};
  },

  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': (state, {path, body}) => {
    const comment = state.comments.find(({id}) => id === path.comment_id);
    if (!comment) return NOT_FOUND;
    if (!isBody(body.body)) return INVALID;
    comment.body = body.body;
    return {status: 200, data: toComment(comment, state.repository)};
  },
};

const NOT_FOUND: Answer = {status: 404, data: {message: 'Not Found', status: '404'}};
const FORBIDDEN: Answer = {status: 403, data: {message: 'Unable to create comment because issue is locked.'}};
const INVALID: Answer = {
  status: 422,
  data: {message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors: [{code: 'invalid'}]},
};

function isBody(body: unknown): body is string {
  return typeof body === 'string' && body.trim() !== '' && [...body].length <= MAX_BODY;
}

function hasIssue({pulls, issues}: GitHubState, number: unknown): boolean {
  return [...pulls, ...issues].some((conversation) => conversation.number === number);
}

function page<T>(query: OperationRequest['query'], found: readonly T[], show: (item: T) => unknown): Answer {
  const size = Math.min(100, Number(query.per_page ?? 30));
  const start = (Number(query.page ?? 1) - 1) * size;
  return {status: 200, data: found.slice(start, start + size).map(show), pages: Math.ceil(found.length / size)};
}

function nextNumber({pulls, issues}: GitHubState): number {
  return 1 + Math.max(0, ...[...pulls, ...issues].map(({number}) => number));
}

function headOf({from, branch}: StoredPull): string {
  return `${from?.fullName.split('/')[0]}:${branch}`;
}

/** GitHub's own example, with what this pull request has of its own. */
function toPull(pull: StoredPull, repository: string): unknown {
  const {number, state, branch, sha, from, title, body} = pull;
  const [example] = exampleOf('pull-request-simple-items') as [Json & {head: Json & {repo: Json}; base: Json}];
  const [owner, name] = (from?.fullName ?? '').split('/');
  const repo = from && {
    ...example.head.repo,
    id: from.id,
    name,
    full_name: from.fullName,
    owner: toUser(owner ?? ''),
    html_url: `https://github.com/${from.fullName}`,
  };
  return {
    ...example,
    number,
    state,
    ...(title !== undefined && {title}),
    ...(body !== undefined && {body}),
    html_url: `https://github.com/${repository}/pull/${number}`,
    head: {...example.head, label: `${owner}:${branch}`, ref: branch, sha, repo},
    base: {...example.base, ref: 'main', label: `${repository.split('/')[0]}:main`},
    // The example's team breaks the description: it has no `type`.
    requested_teams: [],
  };
}

/** GitHub's own example of one alone, which says more than those of a list. */
function toOpened({number, branch, title, body}: StoredPull, repository: string): unknown {
  const example = exampleOf('pull-request') as Json & {head: Json};
  const html_url = `https://github.com/${repository}/pull/${number}`;
  return {...example, number, title, body, html_url, head: {...example.head, ref: branch}, requested_teams: []};
}

/** GitHub's own example, of a list or of one alone, with what this issue has of its own. */
function toIssue(issue: StoredIssue & {isPull?: boolean}, repository: string, name: 'issue' | 'issue-items'): unknown {
  const {
    number,
    state,
    author = SOME_READER,
    title,
    body,
    isPull,
    labels = [],
    assignees = [],
    createdAt = SOME_DAY,
  } = issue;
  const found = exampleOf(name);
  const {pull_request, ...example} = (Array.isArray(found) ? found[0] : found) as Json;
  const html_url = `https://github.com/${repository}/${isPull ? 'pull' : 'issues'}/${number}`;
  return {
    ...example,
    number,
    state,
    title,
    body,
    html_url,
    user: toUser(author),
    labels: labels.map(toLabel),
    assignee: assignees[0] === undefined ? null : toUser(assignees[0]),
    assignees: assignees.map(toUser),
    created_at: createdAt,
    ...(isPull && {pull_request}),
  };
}

function toLabel(name: string): unknown {
  const [example] = exampleOf('label-items') as [Json];
  return {...example, name};
}

function toComment({id, issue, author, body}: StoredComment, repository: string): unknown {
  return {
    ...(exampleOf('issue-comment') as Json),
    id,
    body,
    user: toUser(author),
    url: `https://api.github.com/repos/${repository}/issues/comments/${id}`,
    html_url: `https://github.com/${repository}/pull/${issue}#issuecomment-${id}`,
    issue_url: `https://api.github.com/repos/${repository}/issues/${issue}`,
  };
}

function toUser(login: string): Json {
  const {user} = exampleOf('issue-comment') as {user: Json};
  return {...user, login, type: login.endsWith('[bot]') ? 'Bot' : 'User'};
}
