import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {folderWith} from './run-command.ts';

/** The environment of a job, with no settings of this machine. */
export const GIT_ENV = {PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'};

const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@toolkit.example'];

/** Runs git as somebody who has a name; gives what it prints. */
export function git(cwd: string, ...words: string[]): string {
  return execFileSync('git', [...IDENTITY, ...words], {cwd, env: GIT_ENV, encoding: 'utf8', stdio: 'pipe'});
}

/** Makes a repository of a folder, whose `main` holds all that is in it. */
export function startRepository(cwd: string): void {
  git(cwd, 'init', '--quiet', '--initial-branch', 'main', '--template=');
  commitAll(cwd);
}

/** Commits all that a folder holds. */
export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'A change');
}

/** A repository on a server. */
export interface Remote {
  /** Runs git in it. */
  remote(...words: string[]): string;
  /** Checks out its main branch, as shallow as jobs do; gives the folder. */
  checkOut(): string;
}

/**
 * Starts a repository whose main branch holds files; it goes when the test ends. Git prepares the repository and the
 * first checkout once for the same files: later ones are copies.
 */
export function startRemote(files: Readonly<Record<string, string | Uint8Array>>): Remote {
  const template = templateOf(files);
  const work = folderWith({});
  const bare = path.join(work, 'remote.git');
  cpSync(path.join(template, 'remote.git'), bare, {recursive: true});
  let checkouts = 0;
  return {
    remote: (...words) => git(bare, ...words),
    checkOut() {
      checkouts += 1;
      const checkout = path.join(work, `checkout-${checkouts}`);
      // Git packs the references of a clone: the main branch has a file of its own once something was pushed to it.
      if (existsSync(path.join(bare, 'refs/heads/main'))) {
        git(work, 'clone', '--quiet', '--depth', '1', `file://${bare}`, checkout);
      } else {
        cpSync(path.join(template, 'checkout'), checkout, {recursive: true, verbatimSymlinks: true});
        const config = path.join(checkout, '.git/config');
        writeFileSync(config, readFileSync(config, 'utf8').replace(path.join(template, 'remote.git'), bare));
      }
      return checkout;
    },
  };
}

const templates = new Map<string, string>();

function templateOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const [file, content] of Object.entries(files)) hash.update(`${file}\0`).update(content).update('\0');
  const key = hash.digest('hex');
  const known = templates.get(key);
  if (known !== undefined) return known;
  const template = mkdtempSync(path.join(tmpdir(), 'toolkit-remote-'));
  process.on('exit', () => rmSync(template, {recursive: true, force: true}));
  const seed = folderWith(files);
  startRepository(seed);
  git(template, 'clone', '--quiet', '--bare', seed, 'remote.git');
  git(template, 'clone', '--quiet', '--depth', '1', `file://${template}/remote.git`, 'checkout');
  templates.set(key, template);
  return template;
}
