import {execFileSync} from 'node:child_process';
import path from 'node:path';
import type {Endpoints} from '@octokit/types';
import {z} from 'zod';
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
  merged: boolean;
}

interface Answer {
  status: number;
  data: unknown;
}

interface Asked {
  /** Who asks. */
  login: string;
}

type Operation = (asked: Asked & Record<string, unknown>) => Answer;

/** What the answer to a request is, or why there is none. */
const NOT_FOUND = {status: 404, data: {message: 'Not Found'}};

const ID = {author: {name: 'Test', email: 'test@toolkit.example', date: '2026-11-27T10:00:00Z'}};

/**
 * GitHub as the browser editor needs it: repositories, forks and pull requests. The objects and branches are in a real
 * git repository, which forks share; the requests and answers have the types of GitHub's own description.
 */
export class GitHosting {
  readonly #git: string;
  readonly #name: string;
  readonly #owner: string;
  readonly #maintainers: readonly string[];
  readonly #operations = new Map<string, Operation>();
  readonly pulls: Pull[] = [];
  readonly forks = new Set<string>();
  /** Every request, `alice GET /user`. */
  readonly log: string[] = [];
  /** What was wrong with requests. */
  readonly faults: string[] = [];

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
    this.#describe();
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
    for (const [route, operation] of this.#operations) {
      const [verb, pattern = ''] = route.split(' ');
      const match = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^?]+?)')}$`).exec(pathname);
      if (verb !== method || !match) continue;
      const parts = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([key, part]) => [key, decodeURIComponent(part)]),
      );
      const given = body === null ? {} : (JSON.parse(body) as object);
      return operation({login, ...Object.fromEntries(searchParams), ...given, ...parts});
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

  /** Adds an operation, whose request and answer the compiler compares with GitHub's description. */
  #on<R extends Route, S extends z.ZodType<Partial<Endpoints[R]['parameters']>>>(
    route: R,
    request: S,
    answer: (asked: z.output<S> & Asked) => Data<R> | undefined,
    status = 200,
  ): void {
    this.#operations.set(route, ({login, ...asked}) => {
      const parsed = request.safeParse(asked);
      if (!parsed.success) {
        this.faults.push(`${route}: ${parsed.error.message}`);
        return {status: 422, data: {message: 'Validation Failed'}};
      }
      const data = answer({...(parsed.data as object), login} as z.output<S> & Asked);
      return data === undefined ? NOT_FOUND : {status, data};
    });
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

  #toPull({number, title, state, head, labels, author, merged}: Pull) {
    const [owner = '', branch = ''] = head.split(':');
    const sha = this.#sha(this.#refOf(head)) ?? '';
    const repo = this.#repo(owner, author);
    return {
      number,
      title,
      state,
      merged_at: merged ? ID.author.date : null,
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

  #describe(): void {
    const repo = {owner: z.string(), repo: z.string()};
    const login = (name: string) => ({login: name, name: `The account ${name}`, email: null, avatar_url: ''});
    this.#on('GET /user', z.object({}), ({login: name}) => login(name));
    this.#on('GET /users/{username}', z.object({username: z.string()}), ({username}) => login(username));
    this.#on(
      'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      z.object({...repo, username: z.string()}),
      (asked) => ({
        permission: this.#maintainers.includes(asked.username) ? 'write' : 'read',
      }),
    );
    this.#on(
      'POST /repos/{owner}/{repo}/forks',
      z.object(repo),
      ({login: name}) => {
        this.forks.add(name);
        this.run('update-ref', this.#ref(name, 'main'), this.#ref(this.#owner, 'main'));
        return this.#repo(name, name);
      },
      202,
    );
    this.#on(
      'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      z.object({...repo, tree_sha: z.string()}),
      ({owner, tree_sha}) => {
        const [branch = '', folder = ''] = tree_sha.split(':');
        const tree = this.#sha(`${this.#ref(owner, branch)}:${folder}`);
        if (tree === undefined) return undefined;
        const entries = this.run('ls-tree', '-l', tree)
          .split('\n')
          .filter((line) => line !== '');
        return {
          sha: tree,
          truncated: false,
          tree: entries.map((line) => {
            const [, mode = '', type = '', sha = '', size = '', name = ''] =
              /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
            return {path: name, mode, type, sha, ...(type === 'blob' && {size: Number(size)})};
          }),
        };
      },
    );
    this.#on(
      'POST /repos/{owner}/{repo}/git/blobs',
      z.object({...repo, content: z.string(), encoding: z.literal('base64')}),
      ({content}) => {
        const sha = this.#write(Buffer.from(content, 'base64'), 'hash-object', '-w', '--stdin');
        return {sha, url: ''};
      },
      201,
    );
    this.#on(
      'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
      z.object({...repo, file_sha: z.string()}),
      ({file_sha}) => {
        const bytes = execFileSync('git', ['cat-file', 'blob', file_sha], {cwd: this.#git, env: GIT_ENV});
        return {sha: file_sha, content: bytes.toString('base64'), encoding: 'base64', size: bytes.length};
      },
    );
    const entry = z.object({
      path: z.string(),
      mode: z.literal('100644'),
      type: z.literal('blob'),
      sha: z.string().nullable(),
    });
    this.#on(
      'POST /repos/{owner}/{repo}/git/trees',
      z.object({...repo, base_tree: z.string(), tree: z.array(entry)}),
      ({base_tree, tree}) => {
        const index = path.join(this.#git, 'index-of-the-hosting');
        const env = {...GIT_ENV, GIT_INDEX_FILE: index};
        execFileSync('git', ['read-tree', base_tree], {cwd: this.#git, env});
        const lines = tree.map(({path: file, sha}) =>
          sha === null ? `0 ${'0'.repeat(40)}\t${file}\n` : `100644 ${sha}\t${file}\n`,
        );
        execFileSync('git', ['update-index', '--index-info'], {cwd: this.#git, env, input: lines.join('')});
        return {sha: execFileSync('git', ['write-tree'], {cwd: this.#git, env}).toString().trim(), tree: []};
      },
      201,
    );
    this.#on(
      'POST /repos/{owner}/{repo}/git/commits',
      z.object({...repo, message: z.string(), tree: z.string(), parents: z.array(z.string())}),
      (asked) => {
        const parents = asked.parents.flatMap((parent) => ['-p', parent]);
        return {
          ...this.#commit(this.run('commit-tree', asked.tree, ...parents, '-m', asked.message)),
          message: asked.message,
        };
      },
      201,
    );
    this.#on(
      'POST /repos/{owner}/{repo}/git/refs',
      z.object({...repo, ref: z.string().startsWith('refs/heads/'), sha: z.string()}),
      ({owner, ref, sha, login: name}) => {
        if (!this.#repo(owner, name).permissions.push) return undefined;
        this.run('update-ref', this.#ref(owner, ref.slice('refs/heads/'.length)), sha);
        return {ref, object: {sha, type: 'commit'}};
      },
      201,
    );
    this.#on(
      'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
      z.object({...repo, ref: z.string(), sha: z.string(), force: z.boolean().optional()}) as never,
      (asked) => {
        const {owner, ref, sha, login: name} = asked as unknown as Record<'owner' | 'ref' | 'sha' | 'login', string>;
        if (!this.#repo(owner, name).permissions.push) return undefined;
        this.run('update-ref', this.#ref(owner, ref.replace(/^heads\//, '')), sha);
        return {ref, object: {sha, type: 'commit'}};
      },
    );
    this.#on('DELETE /repos/{owner}/{repo}/git/refs/{ref}', z.object({...repo, ref: z.string()}), ({owner, ref}) => {
      this.run('update-ref', '-d', this.#ref(owner, ref.replace(/^heads\//, '')));
      return undefined;
    });
    const matching = ({owner, ref}: {owner: string; ref: string}) => {
      const prefix = this.#ref(owner, '');
      const found = this.run(
        'for-each-ref',
        '--format=%(refname) %(objectname)',
        this.#ref(owner, ref.replace(/^heads\//, '')),
      );
      const lines = found.split('\n').filter((line) => line !== '');
      return lines.map((line) => {
        const [name = '', sha = ''] = line.split(' ');
        return {ref: `refs/heads/${name.slice(prefix.length)}`, object: {sha, type: 'commit'}};
      });
    };
    this.#on('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', z.object({...repo, ref: z.string()}), matching);
    // The name that `matching-refs` had before, which Decap CMS still uses and GitHub still answers.
    const old = this.#operations.get('GET /repos/{owner}/{repo}/git/matching-refs/{ref}');
    if (old) this.#operations.set('GET /repos/{owner}/{repo}/git/refs/{ref}', old);
    this.#on(
      'GET /repos/{owner}/{repo}/branches/{branch}',
      z.object({...repo, branch: z.string()}),
      ({owner, branch}) => {
        const sha = this.#sha(this.#ref(owner, branch));
        return sha === undefined ? undefined : {name: branch, commit: this.#commit(sha)};
      },
    );
    this.#on(
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      z.object({...repo, basehead: z.string()}),
      ({basehead}) => {
        const [base, head] = basehead
          .split('...')
          .map((name) => this.#sha(/^[0-9a-f]{40}$/.test(name) ? name : this.#refOf(name)));
        if (base === undefined || head === undefined) return undefined;
        const fork = this.run('merge-base', base, head);
        const list = (...words: string[]) =>
          this.run(...words)
            .split('\n')
            .filter((line) => line !== '');
        const files = list('diff', '--raw', '--no-abbrev', '--no-renames', fork, head).map((line) => {
          const [, , , sha = '', status = '', filename = ''] = line.split(/[ \t]/);
          const patch = this.run('diff', fork, head, '--', filename);
          return {filename, sha, status: status === 'A' ? ('added' as const) : ('modified' as const), patch};
        });
        const commits = list('rev-list', '--reverse', `${fork}..${head}`).map((sha) => this.#commit(sha));
        return {files, commits, base_commit: this.#commit(base), total_commits: commits.length};
      },
    );
    this.#on(
      'GET /repos/{owner}/{repo}/pulls',
      z.object({
        ...repo,
        state: z.enum(['open', 'closed', 'all']).optional() as never,
        head: z.string().optional() as never,
      }),
      (asked) => {
        const {state = 'open', head} = asked as {state?: string; head?: string};
        return this.pulls
          .filter((pull) => (state === 'all' || pull.state === state) && (head === undefined || pull.head === head))
          .map((pull) => this.#toPull(pull));
      },
    );
    this.#on(
      'POST /repos/{owner}/{repo}/pulls',
      z.object({...repo, title: z.string(), head: z.string(), base: z.string(), body: z.string()}),
      ({title, head, login: author}) => {
        const pull: Pull = {
          number: this.pulls.length + 1,
          title,
          state: 'open',
          head,
          labels: [],
          author,
          merged: false,
        };
        this.pulls.push(pull);
        return this.#toPull(pull);
      },
      201,
    );
    const pull = {...repo, pull_number: z.coerce.number()};
    const find = (number: number) => this.pulls.find((one) => one.number === number);
    this.#on(
      'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge',
      z.object({...pull, sha: z.string()}),
      ({pull_number, sha, login: name}) => {
        const found = find(pull_number);
        if (!found || !this.#maintainers.includes(name)) return undefined;
        const main = this.#sha(this.#ref(this.#owner, 'main')) ?? '';
        const tree = this.run('merge-tree', '--write-tree', main, sha).split('\n')[0] ?? '';
        this.run(
          'update-ref',
          this.#ref(this.#owner, 'main'),
          this.run('commit-tree', tree, '-p', main, '-p', sha, '-m', `Merge ${found.title}`),
        );
        Object.assign(found, {state: 'closed', merged: true});
        return {merged: true, sha, message: 'Pull Request successfully merged'};
      },
    );
    this.#on(
      'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels',
      z.object({...repo, issue_number: z.coerce.number(), labels: z.array(z.string())}),
      ({issue_number, labels}) => {
        const found = find(issue_number);
        if (found) found.labels = labels;
        return labels.map((name) => ({name}));
      },
    );
    this.#on('GET /repos/{owner}/{repo}/commits', z.object(repo), () => []);
    this.#on('GET /repos/{owner}/{repo}', z.object(repo), ({owner, login: name}) =>
      this.#knows(owner) ? this.#repo(owner, name) : undefined,
    );
  }

  #write(input: Buffer, ...words: string[]): string {
    return execFileSync('git', words, {cwd: this.#git, env: GIT_ENV, input}).toString().trim();
  }
}
