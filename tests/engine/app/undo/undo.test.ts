import {appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {noteExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {commitAll, git, startRepository} from '../../support/git.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {publishedFiles, waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';
import {typeAnswers} from '../../support/type-answers.ts';

const UPDATE = 'blog/2026-11-24.md';
const GIT = /^\.git(?:\/|$)/;

/** A repository with the waiting notes committed, and on the main branch of a remote, as an editor has it before publishing. */
function repository(files = waitingFiles()): string {
  const cwd = folderWith(files);
  startRepository(cwd);
  git(cwd, 'remote', 'add', 'origin', path.join(folderWith({}), 'remote.git'));
  git(cwd, 'init', '--quiet', '--bare', remoteOf(cwd));
  push(cwd);
  return cwd;
}

const remoteOf = (cwd: string) => git(cwd, 'remote', 'get-url', 'origin').trimEnd();

function push(cwd: string, branch = 'HEAD'): void {
  git(cwd, 'push', '--quiet', '--force', 'origin', `${branch}:main`);
}

async function publish(cwd: string, ...options: string[]): Promise<void> {
  expect((await runCommand(['publish', ...options], cwd)).stderr).toBe('');
}

const undo = (cwd: string, ...options: string[]) => runCommand(['publish', '--undo', ...options], cwd);

test.each([
  {options: [], what: 'an update'},
  {options: ['--edition'], what: 'an update with its edition'},
])('$what that is taken back leaves the very bytes that were there', async ({options}) => {
  const cwd = repository();
  const before = readTree(cwd, GIT);
  await publish(cwd, ...options);
  expect(readTree(cwd, GIT)).not.toEqual(before);
  const {code, stdout} = await undo(cwd);
  expect({code, stdout}).toMatchObject({code: 0, stdout: expect.stringContaining(`undid ${UPDATE}`)});
  expect(stdout).toMatch(/\nNext: change the notes or the pages, then publish again\. .*\n$/);
  expect(readTree(cwd, GIT)).toEqual(before);
});

test('headings that an update added go on record with it, and go from the record when it is taken back', async () => {
  const cwd = repository();
  await publish(cwd, '--edition');
  const file = 'ledgers/addresses/live.json';
  const anchorsOnRecord = () => JSON.parse(readFileSync(path.join(cwd, file), 'utf8')).pages.wardens.anchors;
  const before = readTree(cwd, GIT);
  appendFileSync(path.join(cwd, 'docs/wardens.md'), '\n## Where they stand\n\nAt the bridge.\n');
  mkdirSync(path.join(cwd, 'blog/_pending'), {recursive: true});
  writeFileSync(
    path.join(cwd, 'blog/_pending/more.md'),
    noteExample('pages: [wardens]\ncovers: [section added "Where they stand"]\n'),
  );
  const waiting = readTree(cwd, GIT);
  await publish(cwd);
  expect(anchorsOnRecord()).toEqual(['where-they-stand']);
  expect((await undo(cwd)).code).toBe(0);
  expect(readTree(cwd, GIT)).toEqual(waiting);
  expect(anchorsOnRecord()).toEqual([]);
  expect(waiting[file]).toBe(before[file]);
});

test('the title that is lost with an update is in what to type next', async () => {
  const cwd = repository();
  await publish(cwd, '--title', "It's deep", '--edition');
  expect((await undo(cwd)).stdout).toContain("`npm run publish -- --title 'It'\\''s deep' --edition 2026-11`");
});

test('an edition that was the first is taken back with the list of editions', async () => {
  const {'versions.json': _none, ...files} = waitingFiles();
  const cwd = repository(files);
  const before = readTree(cwd, GIT);
  await publish(cwd, '--edition');
  expect((await undo(cwd)).code).toBe(0);
  expect(readTree(cwd, GIT)).toEqual(before);
});

/** How a branch gets to the main branch of the remote, as somebody else does it there. */
const MERGES: Readonly<Record<string, (cwd: string) => void>> = {
  'fast-forward': (cwd) => git(cwd, 'merge', '--quiet', '--ff-only', 'update'),
  squash: (cwd) => {
    git(cwd, 'merge', '--quiet', '--squash', 'update');
    commitAll(cwd);
  },
  rebase(cwd) {
    writeFileSync(path.join(cwd, 'README.md'), 'Another change.\n');
    commitAll(cwd);
    git(cwd, 'cherry-pick', 'update');
  },
};

/** A clone in which an update is published on a branch of its own, which went to the remote. */
async function branched(): Promise<string> {
  const cwd = repository();
  git(cwd, 'checkout', '--quiet', '-b', 'update');
  await publish(cwd);
  commitAll(cwd);
  git(cwd, 'push', '--quiet', 'origin', 'update');
  return cwd;
}

/** Changes the main branch of the remote in another clone. */
function mergeElsewhere(cwd: string, merge: (clone: string) => void): void {
  const clone = folderWith({});
  git(clone, 'clone', '--quiet', '--branch', 'main', remoteOf(cwd), '.');
  git(clone, 'branch', '--quiet', 'update', 'origin/update');
  merge(clone);
  push(clone);
}

test.each(Object.entries(MERGES))(
  'after a merge by %s readers have the update: it stays, and a correction is offered',
  async (_, merge) => {
    const cwd = await branched();
    mergeElsewhere(cwd, merge);
    const before = readTree(cwd, GIT);
    const {code, stderr} = await undo(cwd, '--force');
    expect(code).toBe(2);
    expect(stderr).toContain('update `2026-11-24` is on `origin/main`, expected one that readers cannot have seen');
    expect(stderr).toContain('Write it with `npm run new -- note --corrects 2026-11-24 --pages wardens --note "..."`.');
    expect(readTree(cwd, GIT)).toEqual(before);
  },
);

test('an update that is not on the main branch, or another one of its name, is undone', async () => {
  const cwd = await branched();
  expect(await undo(cwd, '--dry-run')).toMatchObject({code: 0, stderr: ''});
  mergeElsewhere(cwd, (clone) => {
    MERGES.squash?.(clone);
    appendFileSync(path.join(clone, UPDATE), 'By other editors.\n');
    commitAll(clone);
  });
  expect(await undo(cwd)).toMatchObject({code: 0, stderr: ''});
});

test('where the remote does not answer, an update is undone only by force', async () => {
  const cwd = await branched();
  rmSync(remoteOf(cwd), {recursive: true});
  expect((await undo(cwd, '--dry-run')).stderr).toContain('when git last asked it, at a time that is not known');
  writeFileSync(path.join(cwd, '.git/FETCH_HEAD'), 'main');
  utimesSync(path.join(cwd, '.git/FETCH_HEAD'), 0, new Date('2026-11-23T14:05:06Z'));
  const asOf = 'was not on `origin/main` at the last fetch, on 2026-11-23 at 14:05 UTC';
  for (const _again of ['once', 'twice'])
    expect(await undo(cwd, '--dry-run')).toMatchObject({code: 2, stderr: expect.stringContaining(asOf)});
  expect(await undo(cwd, '--dry-run', '--force')).toMatchObject({
    code: 0,
    stderr: `The remote did not answer: update \`2026-11-24\` ${asOf}.\n`,
  });
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'update');
  expect((await undo(cwd)).stderr).toContain('update `2026-11-24` is on `origin/main`');
});

test('without a remote, nobody knows what readers have', async () => {
  const cwd = repository();
  git(cwd, 'remote', 'remove', 'origin');
  await publish(cwd);
  expect((await undo(cwd)).stderr).toContain('we cannot know whether readers have update `2026-11-24`');
  expect((await undo(cwd, '--force')).code).toBe(0);
});

test('where there is no repository, or no git, only whoever knows better takes an update back', async () => {
  const cwd = folderWith(waitingFiles());
  await publish(cwd);
  const {code, stderr} = await undo(cwd);
  expect({code, stderr}).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('we cannot know whether readers have'),
  });
  vi.stubEnv('PATH', '/nowhere');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect((await undo(cwd)).stderr).toContain('npm run publish -- --undo --force');
  expect((await undo(cwd, '--force')).code).toBe(0);
  expect(existsSync(path.join(cwd, 'blog/_pending/homes-boats.md'))).toBe(true);
});

test('a dry run says what would be taken back, and a terminal asks first', async () => {
  const cwd = repository();
  await publish(cwd);
  const before = readTree(cwd, GIT);
  expect((await undo(cwd, '--dry-run')).stdout).toContain(`would undo ${UPDATE}, and restore blog/_pending/`);
  const terminal = typeAnswers([['Undo "', 'n']]);
  expect(await runCommand(['publish', '--undo'], cwd, terminal)).toMatchObject({code: 2});
  expect(readTree(cwd, GIT)).toEqual(before);
});

test('an email that somebody has worked on stays', async () => {
  const cwd = repository();
  await publish(cwd);
  appendFileSync(path.join(cwd, 'outbox/2026-11-24.txt'), 'See you on Monday.\n');
  expect((await undo(cwd)).stdout).toContain('kept outbox/2026-11-24.txt, which is not as this update wrote it');
  expect(existsSync(path.join(cwd, 'outbox/2026-11-24.txt'))).toBe(true);
});

test('all reasons why an update must stay are given at once', async () => {
  const cwd = repository();
  await publish(cwd, '--edition');
  // Without its record, nothing says what the newest edition contains.
  cpSync(path.join(cwd, 'versioned_docs/version-2026-11'), path.join(cwd, 'versioned_docs/version-2026-11.2'), {
    recursive: true,
  });
  writeFileSync(path.join(cwd, 'versions.json'), '["2026-11.2", "2026-11"]\n');
  appendFileSync(path.join(cwd, 'docs/priorities/homes.md'), '\nAnd four keys.\n');
  writeFileSync(path.join(cwd, 'versioned_docs/version-2026-11/wardens.md'), '---\ntitle: Wardens\n---\n\nNone.\n');
  writeFileSync(path.join(cwd, UPDATE), updateExample('2026-11-24', 'index'));
  mkdirSync(path.join(cwd, 'blog/_pending'));
  writeFileSync(path.join(cwd, 'blog/_pending/wardens.md'), noteExample('pages: [wardens]\n'));
  const {code, stderr} = await undo(cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('`docs/priorities/homes.md` has changed since update `2026-11-24`');
  expect(stderr).toContain(`\`${UPDATE}\` has been edited since it was published`);
  expect(stderr).toContain('edition `2026-11.2` was frozen after update `2026-11-24`');
  expect(stderr).toContain('`blog/_pending/wardens.md` exists');
});

test('an update that this command did not make stays', async () => {
  const {stderr} = await undo(repository(publishedFiles()));
  expect(stderr).toContain(
    'update `2026-11-02`, the newest, has no record in `blog/_published/2026-11-02.before.json`',
  );
});

test('while an update cannot be read, no other is taken for the newest', async () => {
  const cwd = repository();
  await publish(cwd);
  writeFileSync(path.join(cwd, 'blog/2026-11-24.2.md'), '---\ntitle: No more\n---\n');
  expect((await undo(cwd)).stderr).toContain(
    '`blog/2026-11-24.2.md` cannot be read, expected every update to be readable',
  );
  expect(existsSync(path.join(cwd, UPDATE))).toBe(true);
});

test('a record that would restore anything but notes is no record', async () => {
  const cwd = repository();
  await publish(cwd);
  const record = {schema: 1, before: {'scripts/run.ts': 'run()'}, editions: []};
  writeFileSync(path.join(cwd, 'blog/_published/2026-11-24.before.json'), JSON.stringify(record));
  expect((await undo(cwd)).stderr).toContain('the newest, has no record in');
});

test('what undoing a deployed update would need goes with the next update, which can be undone', async () => {
  const cwd = repository();
  await publish(cwd);
  commitAll(cwd);
  push(cwd);
  appendFileSync(path.join(cwd, 'docs/wardens.md'), '\nWardens meet at the bridge.\n');
  mkdirSync(path.join(cwd, 'blog/_pending'), {recursive: true});
  writeFileSync(path.join(cwd, 'blog/_pending/more.md'), noteExample('pages: [wardens]\n'));
  await publish(cwd);
  const records = (slug: string) => existsSync(path.join(cwd, `blog/_published/${slug}.before.json`));
  expect([records('2026-11-24'), records('2026-11-24.2')]).toEqual([false, true]);
  commitAll(cwd);
  expect((await runCommand(['check', '--model'], cwd)).stdout).not.toContain('error');
  expect((await undo(cwd)).code).toBe(0);
});
