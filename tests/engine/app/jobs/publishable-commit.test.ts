import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {commitAll, git as runGit} from '../../support/git.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';

const NOTE = 'blog/_pending/wardens.md';

/** A repository that goes when the test ends. */
function createRepository() {
  const cwd = folderWith({});
  const git = (...words: string[]) => runGit(cwd, ...words).trim();
  git('init', '-b', 'main');

  /** Writes files (`null` removes one), commits them, gives the commit. */
  function commit(files: Readonly<Record<string, string | null>>): string {
    for (const [file, words] of Object.entries(files)) {
      const target = path.join(cwd, file);
      mkdirSync(path.dirname(target), {recursive: true});
      if (words === null) rmSync(target);
      else writeFileSync(target, words);
    }
    commitAll(cwd);
    return git('rev-parse', 'HEAD');
  }
  return {cwd, git, commit};
}

const run = (cwd: string) => runCommand(['job', 'publishable-commit'], cwd);

test('the newest commit is published where no note waits', async () => {
  const {cwd, commit} = createRepository();
  commit({'docs/index.md': 'First.', [NOTE]: 'A note.'});
  const published = commit({[NOTE]: null, 'blog/2026-11-02.md': 'An update.', 'blog/_pending/.gitkeep': ''});
  expect(await run(cwd)).toEqual({code: 0, stdout: `${published}\n`, stderr: ''});
});

test('notes that wait at the head lead back to the commit before them', async () => {
  const {cwd, commit} = createRepository();
  commit({'docs/index.md': 'First.'});
  const before = commit({'docs/index.md': 'Second.'});
  commit({'docs/index.md': 'Third.', [NOTE]: 'A note.'});
  commit({'docs/index.md': 'Fourth.', 'blog/_pending/café pumps.md': 'Another.'});
  expect((await run(cwd)).stdout).toBe(`${before}\n`);
});

test('a commit of a merged branch is passed over, though no note waits in it', async () => {
  const {cwd, git, commit} = createRepository();
  const before = commit({'docs/index.md': 'First.'});
  git('checkout', '-b', 'proposal');
  commit({'docs/pumps.md': 'No note yet.'});
  commit({[NOTE]: 'The note.'});
  git('checkout', 'main');
  git('merge', '--no-ff', '--message', 'Merge', 'proposal');
  expect((await run(cwd)).stdout).toBe(`${before}\n`);
});

const configOf = (repository: string) =>
  `export default defineToolkit({title: 'Floods', repository: '${repository}'});\n`;

test('a fork with notes waiting since it began does not publish the toolkit that it was copied from', async () => {
  const {cwd, commit} = createRepository();
  commit({'toolkit.config.ts': configOf('first/toolkit'), 'docs/index.md': 'Theirs.'});
  commit({'toolkit.config.ts': configOf('museums/climate'), 'docs/index.md': 'Ours.', [NOTE]: 'A note.'});
  const {code, stdout, stderr} = await run(cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: ''});
  expect(stderr).toBe(
    'every commit of `HEAD` since it became `museums/climate` (before, it was `first/toolkit`) contains waiting change notes, expected one without.\n' +
      `At its newest commit these wait:\n  ${NOTE}\n` +
      '  fix: Publish the notes as an update, and push that commit.\n',
  );
  const own = commit({[NOTE]: null, 'blog/2026-11-02.md': 'An update.'});
  commit({'docs/index.md': 'Changed.', [NOTE]: 'A note.'});
  expect((await run(cwd)).stdout).toBe(`${own}\n`);
});

test('a note that waits in a page holds its commit back, and a line like it in the text of a page does not', async () => {
  const {cwd, commit} = createRepository();
  const page = (keys: string, words: string) => `---\ntitle: Pumps\n${keys}---\n\n${words}\n`;
  const before = commit({'docs/pumps.md': page('', 'First.'), 'docs/index.md': 'changes:\n\n- many'});
  commit({'docs/pumps.md': page('changes:\n  - note: Words.\n', 'Second.')});
  expect(await run(cwd)).toEqual({code: 0, stdout: `${before}\n`, stderr: ''});
});
