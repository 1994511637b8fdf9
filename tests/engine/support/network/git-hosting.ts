import {execFileSync} from 'node:child_process';
import path from 'node:path';
import type {Endpoints} from '@octokit/types';
import {GIT_ENV, git} from '../git.ts';
import {folderWith} from '../run-command.ts';
import type {Data, Route} from './github-state.ts';

/** A pull request of the hosting. */
interface Pull {
  number: number;
  title: string;
  state: 'open' | 'closed';
  /** `owner:branch` */
  head: string;
  labels: string[];
  author: string;
}

interface Answer {
  status: number;
  data: unknown;
}

/** A request has the types of GitHub's own description, except that a number of an address is text; an answer has them too. */
type Operations = {[R in Route]?: (asked: Endpoints[R]['parameters'] & {login: string}) => Data<R> | undefined} & {
  'GET /repos/{owner}/{repo}/git/refs/{ref}': (asked: {owner: string; ref: string}) => object;
};

/** What the answer to a request is, or why there is none. */
const NOT_FOUND = {status: 404, data: {message: 'Not Found'}};

const ID = {author: {name: 'Test', email: 'test@toolkit.example', date: '2026-11-27T10:00:00Z'}};

const account = (login: string) => ({login, name: `The account ${login}`, email: null, avatar_url: ''});

/**
 * GitHub as the browser editor needs it: repositories, forks and pull requests. The objects and branches are in a real
 * git repository, which forks share; the requests and answers have the types of GitHub's own description.
 */
export class GitHosting {
  readonly #git: string;
  readonly #name: string;
  readonly #owner: string;
  readonly #maintainers: readonly string[];
  readonly pulls: Pull[] = [];
  readonly forks = new Set<string>();
  /** Every request, `alice GET /user`. */
  readonly log: string[] = [];
  /** What was wrong with requests. */
  readonly faults: string[] = [];

  /** Each operation by its route; what has no answer is not found. */
  readonly #operations: Operations = {
    'GET /user': ({login}) => account(login),
    'GET /users/{username}': ({username}) => account(username),
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission': ({username}) => ({
      permission: this.#maintainers.includes(username) ? 'write' : 'read',
    }),
    'POST /repos/{owner}/{repo}/forks': ({login}) => {
      this.forks.add(login);
      this.run('update-ref', this.#ref(login, 'main'), this.#ref(this.#owner, 'main'));
      return this.#repo(login, login);
    },
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': ({owner, tree_sha}) => {
      const [branch = '', folder = ''] = tree_sha.split(':');
      const sha = this.#sha(`${this.#ref(owner, branch)}:${folder}`);
      if (sha === undefined) return undefined;
      const tree = this.#lines('ls-tree', '-l', sha).map((line) => {
        const [, mode = '', type = '', sha = '', size = '', name = ''] =
          /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
        return {path: name, mode, type, sha, ...(type === 'blob' && {size: Number(size)})};
      });
      return {sha, truncated: false, tree};
    },
    'POST /repos/{owner}/{repo}/git/blobs': ({content}) => ({
      sha: this.#write(Buffer.from(content, 'base64'), 'hash-object', '-w', '--stdin'),
      url: '',
    }),
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': ({file_sha}) => {
      const bytes = execFileSync('git', ['cat-file', 'blob', file_sha], {cwd: this.#git, env: GIT_ENV});
      return {sha: file_sha, content: bytes.toString('base64'), encoding: 'base64', size: bytes.length};
    },
    'POST /repos/{owner}/{repo}/git/trees': ({base_tree = '', tree}) => {
      const env = {...GIT_ENV, GIT_INDEX_FILE: path.join(this.#git, 'index-of-the-hosting')};
      execFileSync('git', ['read-tree', base_tree], {cwd: this.#git, env});
      const input = tree.map(({path: file, sha}) => `${sha ? '100644' : '0'} ${sha ?? '0'.repeat(40)}\t${file}\n`);
      execFileSync('git', ['update-index', '--index-info'], {cwd: this.#git, env, input: input.join('')});
      return {sha: execFileSync('git', ['write-tree'], {cwd: this.#git, env}).toString().trim(), tree: []};
    },
    'POST /repos/{owner}/{repo}/git/commits': ({tree, message, parents = []}) => {
      const words = parents.flatMap((parent) => ['-p', parent]);
      return {...this.#commit(this.run('commit-tree', tree, ...words, '-m', message)), message};
    },
    'POST /repos/{owner}/{repo}/git/refs': ({owner, ref, sha, login}) =>
      this.#setRef(owner, ref.replace(/^refs\//, ''), sha, login),
    'PATCH /repos/{owner}/{repo}/git/refs/{ref}': ({owner, ref, sha, login}) => this.#setRef(owner, ref, sha, login),
    'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': (asked) => this.#refs(asked),
    // The name that `matching-refs` had before, which Decap CMS still uses and GitHub still answers.
    'GET /repos/{owner}/{repo}/git/refs/{ref}': (asked) => this.#refs(asked),
    'GET /repos/{owner}/{repo}/branches/{branch}': ({owner, branch}) => {
      const sha = this.#sha(this.#ref(owner, branch));
      return sha === undefined ? undefined : {name: branch, commit: this.#commit(sha)};
    },
    'GET /repos/{owner}/{repo}/compare/{basehead}': ({basehead}) => {
      const [base, head] = basehead
        .split('...')
        .map((name) => this.#sha(/^[0-9a-f]{40}$/.test(name) ? name : this.#refOf(name)));
      if (base === undefined || head === undefined) return undefined;
      const fork = this.run('merge-base', base, head);
      const files = this.#lines('diff', '--raw', '--no-abbrev', '--no-renames', fork, head).map((line) => {
        const [, , , sha = '', status = '', filename = ''] = line.split(/[ \t]/);
        const patch = this.run('diff', fork, head, '--', filename);
        return {filename, sha, status: status === 'A' ? ('added' as const) : ('modified' as const), patch};
      });
      const commits = this.#lines('rev-list', '--reverse', `${fork}..${head}`).map((sha) => this.#commit(sha));
      return {files, commits, base_commit: this.#commit(base), total_commits: commits.length};
    },
    'GET /repos/{owner}/{repo}/pulls': ({state = 'open', head}) =>
      this.pulls
        .filter((pull) => (state === 'all' || pull.state === state) && (head === undefined || pull.head === head))
        .map((pull) => this.#toPull(pull)),
    'POST /repos/{owner}/{repo}/pulls': ({title = '', head, login: author}) => {
      const number = this.pulls.length + 1;
      const pull: Pull = {number, title, state: 'open', head, labels: [], author};
      this.pulls.push(pull);
      return this.#toPull(pull);
    },
    'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels': ({issue_number, labels = []}) => {
      const names = labels.map(String);
      Object.assign(this.pulls.find(({number}) => number === Number(issue_number)) ?? {}, {labels: names});
      return names.map((name) => ({name}));
    },
    'GET /repos/{owner}/{repo}/commits': () => [],
    'GET /repos/{owner}/{repo}': ({owner, login}) => (this.#knows(owner) ? this.#repo(owner, login) : undefined),
  };

  /**
   * @param repository `owner/name`, whose main branch holds `files`
   * @param maintainers the accounts that may write to it
   */
  constructor(
    repository: string,
    maintainers: readonly string[],
    files: Readonly<Record<string, string | Uint8Array>>,
  ) {
    [this.#owner = '', this.#name = ''] = repository.split('/');
    this.#maintainers = maintainers;
    const seed = folderWith(files);
    git(seed, 'init', '--quiet', '--initial-branch', 'main');
    git(seed, 'add', '--all');
    git(seed, 'commit', '--quiet', '--message', 'A toolkit');
    this.#git = path.join(seed, '.git');
    this.run('update-ref', this.#ref(this.#owner, 'main'), 'refs/heads/main');
  }

  /** Runs git in the repository. */
  run(...words: string[]): string {
    return git(this.#git, ...words).trimEnd();
  }

  /** A file of a branch, `alice:cms/page`. */
  fileOf(head: string, file: string): string {
    return git(this.#git, 'show', `${this.#refOf(head)}:${file}`);
  }

  /** The paths that a branch changes, against main. */
  changesOf(head: string): string[] {
    const names = this.run('diff', '--name-only', `${this.#ref(this.#owner, 'main')}...${this.#refOf(head)}`);
    return names.split('\n').filter((name) => name !== '');
  }

  /** Answers a request of an account. */
  answer(login: string, method: string, address: string, body: string | null): Answer {
    const {pathname, searchParams} = new URL(address);
    this.log.push(`${login} ${method} ${pathname}`);
    for (const [route, operation] of Object.entries(this.#operations)) {
      const [verb, pattern = ''] = route.split(' ');
      const match = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^?]+?)')}$`).exec(pathname);
      if (verb !== method || !match) continue;
      const parts = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([key, part]) => [key, decodeURIComponent(part)]),
      );
      const given = body === null ? {} : (JSON.parse(body) as object);
      const asked = {login, ...Object.fromEntries(searchParams), ...given, ...parts};
      const data = (operation as (asked: object) => unknown)(asked);
      return data === undefined ? NOT_FOUND : {status: verb === 'POST' ? 201 : 200, data};
    }
    this.faults.push(`\`${method} ${pathname}\` is not in the table of this hosting`);
    return {status: 501, data: {}};
  }

  #ref(owner: string, branch: string): string {
    return `refs/owners/${owner}/heads/${branch}`;
  }

  #refOf(head: string): string {
    const [owner = '', branch] = head.split(':');
    return branch === undefined ? this.#ref(this.#owner, owner) : this.#ref(owner, branch);
  }

  #sha(revision: string): string | undefined {
    try {
      return this.run('rev-parse', '--verify', '--quiet', revision);
    } catch {
      return undefined;
    }
  }

  #repo(owner: string, login: string) {
    const isOwn = owner === login || (owner === this.#owner && this.#maintainers.includes(login));
    return {
      name: this.#name,
      full_name: `${owner}/${this.#name}`,
      owner: {login: owner},
      fork: owner !== this.#owner,
      default_branch: 'main',
      permissions: {admin: false, push: isOwn, pull: true},
    };
  }

  #knows(owner: string): boolean {
    return owner === this.#owner || this.forks.has(owner);
  }

  #toPull({number, title, state, head, labels, author}: Pull) {
    const [owner = '', branch = ''] = head.split(':');
    const sha = this.#sha(this.#refOf(head)) ?? '';
    const repo = this.#repo(owner, author);
    return {
      number,
      title,
      state,
      merged_at: null,
      updated_at: ID.author.date,
      user: {login: author},
      labels: labels.map((name) => ({name})),
      head: {ref: branch, sha, label: head, repo},
      base: {ref: 'main', sha: this.#sha(this.#ref(this.#owner, 'main')) ?? ''},
      html_url: `https://github.com/${this.#owner}/${this.#name}/pull/${number}`,
    };
  }

  #commit(sha: string) {
    const [parents = '', tree = '', message = ''] = this.run('show', '-s', '--format=%P%n%T%n%B', sha).split('\n');
    return {
      sha,
      parents: parents === '' ? [] : parents.split(' ').map((parent) => ({sha: parent})),
      commit: {message, tree: {sha: tree}, ...ID, committer: ID.author},
    };
  }

  #lines(...words: string[]): string[] {
    return this.run(...words)
      .split('\n')
      .filter((line) => line !== '');
  }

  /** Moves a branch, `heads/cms/page`, for an account that may write there. */
  #setRef(owner: string, ref: string, sha: string, login: string) {
    if (!this.#repo(owner, login).permissions.push) return undefined;
    this.run('update-ref', this.#ref(owner, ref.replace(/^heads\//, '')), sha);
    return {ref, object: {sha, type: 'commit'}};
  }

  #refs({owner, ref}: {owner: string; ref: string}) {
    const prefix = this.#ref(owner, '');
    const place = this.#ref(owner, ref.replace(/^heads\//, ''));
    return this.#lines('for-each-ref', '--format=%(refname) %(objectname)', place).map((line) => {
      const [name = '', sha = ''] = line.split(' ');
      return {ref: `refs/heads/${name.slice(prefix.length)}`, object: {sha, type: 'commit'}};
    });
  }

  #write(input: Buffer, ...words: string[]): string {
    return execFileSync('git', words, {cwd: this.#git, env: GIT_ENV, input}).toString().trim();
  }
}
