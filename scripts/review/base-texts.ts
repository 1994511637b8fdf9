import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {once} from '../../src/content/once.ts';
import {pageIdOf} from '../../src/content/page-id.ts';
import type {Published, PublishedPage} from '../../src/content/published.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {isPage} from '../../src/content/toolkit.ts';
import {readDocument} from '../../src/store/document.ts';
import {ExitError} from '../io.ts';

const MOST_OUTPUT = 256 * 1024 * 1024;

const FOLDERS = ['docs', 'handbook', 'blog/_pending'];

const PAGE_RE = /^(docs|handbook)\/.+\.md$/;

/** The texts of pages where this work left a ref, and the notes that stood then as they stand now. */
export interface BaseTexts {
  published: Published;
  earlierNotes: ReadonlySet<string>;
}

/**
 * Asks git for the pages at the merge base with a ref.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
export async function baseTexts(cwd: string, ref: string, {documents}: Toolkit): Promise<BaseTexts> {
  const git = (...args: string[]) => runGit(cwd, args);
  const base = await mergeBase(git, ref);
  const diff = await git('diff', '--relative', '--name-only', '--no-renames', '-z', base, '--', ...FOLDERS);
  const differing = new Set(lines(diff));
  const atBase = new Set(lines(await git('ls-tree', '-r', '--name-only', '-z', base, '--', ...FOLDERS)));
  const prefix = (await git('rev-parse', '--show-prefix')).trimEnd();
  const now = new Map(documents.filter(isPage).map(({document}) => [document.path, document.text]));

  const texts = new Map<string, PublishedPage>();
  for (const path of atBase) {
    if (!PAGE_RE.test(path)) continue;
    const kept = differing.has(path) ? undefined : now.get(path);
    const text = kept ?? (await git('cat-file', 'blob', `${base}:${prefix}${path}`));
    texts.set(pageIdOf(path), {slug: ref, text, document: once(() => readDocument(path, text).document)});
  }
  const notes = documents.filter(({kind}) => kind === 'change-note').map(({document}) => document.path);
  return {
    published: {texts, ids: new Set(texts.keys())},
    earlierNotes: new Set(notes.filter((path) => atBase.has(path) && !differing.has(path))),
  };
}

type Git = (...args: string[]) => Promise<string>;

async function mergeBase(git: Git, ref: string): Promise<string> {
  await git('rev-parse', '--git-dir').catch((error) => {
    throw explain(error, 'this folder is in no git repository, expected one to compare with', 'Leave out `--since`.');
  });
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch((error) => {
    const fix = ref.startsWith('origin/')
      ? `Run \`git fetch origin ${ref.slice('origin/'.length)}\`, and try again.`
      : 'Name a branch, a tag or a commit; `git branch --all` lists the branches.';
    throw explain(error, `\`${ref}\` is not known to git, expected a branch, a tag or a commit`, fix);
  });
  const base = await git('merge-base', commit.trimEnd(), 'HEAD').catch(async (error) => {
    const isShallow = (await git('rev-parse', '--is-shallow-repository')).trimEnd() === 'true';
    throw explain(
      error,
      `no commit is shared with \`${ref}\`, expected one to compare with`,
      isShallow
        ? 'This clone is shallow: run `git fetch --unshallow`, and try again.'
        : 'Name a branch that yours was made from.',
    );
  });
  return base.trimEnd();
}

async function runGit(cwd: string, args: readonly string[]): Promise<string> {
  const {stdout} = await promisify(execFile)('git', [...args], {cwd, maxBuffer: MOST_OUTPUT});
  return stdout;
}

function lines(output: string): string[] {
  return output.split('\0').filter(Boolean);
}

function explain(error: NodeJS.ErrnoException, message: string, fix: string): ExitError {
  if (error.code !== 'ENOENT') return new ExitError(message, fix);
  return new ExitError('git was not found on this machine', 'Install git, or leave out `--since`.');
}
