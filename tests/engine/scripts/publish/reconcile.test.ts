import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {noteExample, pageExample} from '../../../../src/checks/examples/example-files.ts';
import {git, startRemote} from '../../support/git.ts';
import {runCommand} from '../../support/run-command.ts';
import {copyOf} from '../../support/toolkits/linked-toolkit.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const PARTS = ['Boats', 'Pumps', 'Sheds'];

/** A page with a paragraph for each branch, and a page of its own for each. */
const HOMES = pageExample(
  'Homes',
  '',
  PARTS.map((name) => `${name} are here.\n\nBetween them is a long wall.`).join('\n\n'),
);
const FILES = {
  ...publishedFiles(),
  '.gitignore': 'outbox/\nnode_modules/\n.tmp/\n.toolkit/\n',
  'docs/priorities/homes.md': HOMES,
  'blog/_published/2026-11-02/priorities/homes.md': HOMES,
  ...Object.fromEntries(
    PARTS.flatMap((name) => {
      const text = pageExample(name, '', `${name} are here.`);
      const file = `priorities/${name.toLowerCase()}.md`;
      return [
        [`docs/${file}`, text],
        [`blog/_published/2026-11-02/${file}`, text],
      ];
    }),
  ),
};

type Way = 'merge' | 'rebase' | 'squash' | 'cherry-pick';

/** Runs git, and lets a conflict stand. */
function tryGit(cwd: string, ...words: string[]): void {
  try {
    git(cwd, ...words);
  } catch {
    // The conflict is what the test is about.
  }
}

/** Publishes one change on a branch. */
async function publishOn(
  cwd: string,
  branch: string,
  name: string,
  isShared: boolean,
  today: string,
  edit = (text: string) => text.replace(`${name} are here.`, `${name} are in the red shed.`),
): Promise<void> {
  const id = isShared ? 'priorities/homes' : `priorities/${name.toLowerCase()}`;
  const file = path.join(cwd, `docs/${id}.md`);
  git(cwd, 'checkout', '--quiet', '-b', branch, 'start');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  writeNote(cwd, name, `pages: [${id}]\ncovers: [answer changed]\n`);
  // Each editor has an own clone, and so an own outbox.
  rmSync(path.join(cwd, 'outbox'), {recursive: true, force: true});
  expect(await runCommand(['publish'], cwd, {today})).toMatchObject({code: 0, stderr: ''});
  commitAll(cwd, `Publish on ${branch}`);
}

function writeNote(cwd: string, name: string, fields: string): void {
  const note = noteExample(fields).replace('The figure for 2024 was put right.', saidOf(name));
  const pending = path.join(cwd, 'blog/_pending');
  mkdirSync(pending, {recursive: true});
  writeFileSync(path.join(pending, `${name}.md`), note);
}

/** What the note of a branch says. */
function saidOf(name: string): string {
  return `${name} are now in the red shed by the river.`;
}

/** Lets a checkout know a commit as the main branch of the remote, as after a push. */
function putOnMain(cwd: string, commit: string): void {
  git(cwd, 'update-ref', 'refs/remotes/origin/main', commit);
}

const templates = new Map<string, string>();

afterAll(() => {
  for (const folder of templates.values()) rmSync(folder, {recursive: true, force: true});
});

/** A checkout with a published branch for each part, from a common start. They are published once; others are copies. */
async function withBranches(isShared: boolean, days: readonly string[] = ONE_DAY): Promise<string> {
  const key = `${isShared} ${days}`;
  let template = templates.get(key);
  if (template === undefined) {
    const cwd = startRemote(FILES).checkOut();
    git(cwd, 'branch', 'start');
    for (const [index, name] of PARTS.entries()) await publishOn(cwd, name, name, isShared, days[index] ?? '');
    rmSync(path.join(cwd, 'outbox'), {recursive: true});
    putOnMain(cwd, PARTS[0] ?? '');
    git(cwd, 'gc', '--quiet');
    template = mkdtempSync(path.join(tmpdir(), 'toolkit-branches-'));
    cpSync(cwd, template, {recursive: true});
    templates.set(key, template);
  }
  return copyOf(template);
}

function commitAll(cwd: string, message: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** Joins a branch with what is on the main branch of the remote. */
function join(cwd: string, branch: string, way: Way): void {
  if (way === 'merge') tryGit(cwd, 'merge', '--no-edit', 'origin/main');
  else if (way === 'rebase') tryGit(cwd, 'rebase', 'origin/main');
  else {
    git(cwd, 'checkout', '--quiet', '-B', `joined-${branch}`, 'origin/main');
    if (way === 'squash') tryGit(cwd, 'merge', '--squash', branch);
    else tryGit(cwd, 'cherry-pick', branch);
  }
}

function finish(cwd: string, way: Way): void {
  git(cwd, 'add', '--all');
  if (way === 'rebase') tryGit(cwd, '-c', 'core.editor=true', 'rebase', '--continue');
  commitAll(cwd, 'Join');
  putOnMain(cwd, 'HEAD');
}

function updatesIn(cwd: string): string {
  const files = readdirSync(path.join(cwd, 'blog')).filter((name) => name.endsWith('.md'));
  return files.map((name) => readFileSync(path.join(cwd, 'blog', name), 'utf8')).join('\n');
}

const WAYS: readonly Way[] = ['merge', 'rebase', 'squash', 'cherry-pick'];
const ONE_DAY = ['2026-11-24', '2026-11-24', '2026-11-24'];
const CASES: {way: Way; count: number; isShared: boolean; days: string[]}[] = [
  // Two branches that changed one page, in every way; and the combinations that go through other code.
  ...WAYS.map((way) => ({way, count: 2, isShared: true, days: ONE_DAY})),
  {way: 'merge', count: 2, isShared: false, days: ONE_DAY},
  {way: 'squash', count: 3, isShared: true, days: ONE_DAY},
  {way: 'rebase', count: 3, isShared: false, days: ONE_DAY},
  {way: 'merge', count: 3, isShared: true, days: ['2026-11-26', '2026-11-25', '2026-11-24']},
];

test.each(CASES)(
  '$count branches that published join by $way; on one page: $isShared; days: $days',
  async ({way, count, isShared, days}) => {
    const cwd = await withBranches(isShared, days);
    for (const name of PARTS.slice(1, count)) {
      git(cwd, 'checkout', '--quiet', name);
      join(cwd, name, way);
      const before = await runCommand(['check', '--model'], cwd, {today: '2026-11-27'});
      if (before.code !== 0) {
        expect(before.stdout).toContain('npm run publish -- --reconcile');
        // Of a file in conflict, only that is said, and of what follows from it nothing.
        const said = before.stdout.split('\n').filter((line) => /: error: /.test(line));
        const marked = said.filter((line) => line.includes('conflict markers of git at line'));
        if (git(cwd, 'ls-files', '--unmerged') !== '') {
          expect(marked.map((line) => line.split(':')[0])).toEqual([
            'blog/2026-11-24.md',
            'ledgers/updates/2026-11-24.json',
          ]);
          expect(said).toEqual(marked);
        }
        expect(await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'})).toMatchObject({
          code: 0,
          stderr: '',
        });
      }
      expect((await runCommand(['check', '--model'], cwd, {today: '2026-11-27'})).stdout).toBe('');
      finish(cwd, way);
    }
    for (const name of PARTS.slice(0, count)) expect(updatesIn(cwd).split(saidOf(name))).toHaveLength(2);
    if (isShared) {
      const text = readFileSync(path.join(cwd, 'docs/priorities/homes.md'), 'utf8');
      for (const name of PARTS.slice(0, count)) expect(text).toContain(`${name} are in the red shed.`);
    }
    // What follows is published as usual.
    expect((await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'})).stderr).toContain(
      'no two updates meet',
    );
    expect(git(cwd, 'status', '--porcelain')).toBe('');
  },
);

test.each([{isWaiting: false}, {isWaiting: true}])(
  'an update records the page as a person resolved it, with the changes of both; with a later change: $isWaiting',
  async ({isWaiting}) => {
    const cwd = startRemote(FILES).checkOut();
    git(cwd, 'branch', 'start');
    const edited = (boats: string, ...others: string[]) =>
      others.reduce(
        (text, name) => text.replace(`${name} are here.`, `${name} are in the red shed.`),
        HOMES.replace('Boats are here.', boats),
      );
    const theirs = edited('Boats are in the red shed.', 'Pumps');
    await publishOn(cwd, 'Boats', 'Boats', true, '2026-11-24', () => theirs);
    await publishOn(cwd, 'Sheds', 'Sheds', true, '2026-11-24', () => edited('Boats are in the blue shed.', 'Sheds'));
    putOnMain(cwd, 'Boats');
    join(cwd, 'Sheds', 'rebase');
    const resolved = edited('Boats are in the red and blue sheds.', 'Pumps', 'Sheds');
    const live = isWaiting ? resolved.replace('is a long wall', 'is a low wall') : resolved;
    writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), live);
    if (isWaiting) writeNote(cwd, 'Walls', 'pages: [priorities/homes]\n');
    git(cwd, 'add', 'docs/priorities/homes.md');
    expect(await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'})).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect((await runCommand(['check', '--model'], cwd, {today: '2026-11-27'})).stdout).toBe('');
    const textOf = (slug: string) =>
      readFileSync(path.join(cwd, `blog/_published/${slug}/priorities/homes.md`), 'utf8');
    expect([textOf('2026-11-24'), textOf('2026-11-27')]).toEqual([theirs, resolved]);
    finish(cwd, 'rebase');
    expect((await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'})).stderr).toContain(
      'no two updates meet',
    );
  },
);

test.each([{hasOwn: true}, {hasOwn: false}])(
  'notes that waited before both branches began are in one update alone; with another note: $hasOwn',
  async ({hasOwn}) => {
    const sentence = 'The pumps are now oiled on every first Monday.';
    const cwd = startRemote({
      ...FILES,
      'docs/priorities/pumps.md': pageExample('Pumps', '', 'Pumps are here, and oiled.'),
      'blog/_pending/oil.md': noteExample('pages: [priorities/pumps]\ncovers: [answer changed]\n').replace(
        'The figure for 2024 was put right.',
        sentence,
      ),
    }).checkOut();
    git(cwd, 'branch', 'start');
    await publishOn(cwd, 'Boats', 'Boats', true, '2026-11-24');
    if (hasOwn) await publishOn(cwd, 'Sheds', 'Sheds', false, '2026-11-24');
    else {
      git(cwd, 'checkout', '--quiet', '-b', 'Sheds', 'start');
      rmSync(path.join(cwd, 'outbox'), {recursive: true, force: true});
      expect(await runCommand(['publish'], cwd, {today: '2026-11-24'})).toMatchObject({code: 0, stderr: ''});
      commitAll(cwd, 'Publish what waits');
    }
    putOnMain(cwd, 'Boats');
    join(cwd, 'Sheds', 'merge');
    const {code, stdout, stderr} = await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'});
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toContain(`dropped a change that the other branch has published too: "${sentence}"`);
    expect((await runCommand(['check', '--model'], cwd, {today: '2026-11-27'})).stdout).toBe('');
    expect(updatesIn(cwd).split(`note: ${sentence}`)).toHaveLength(2);
    const later = readdirSync(path.join(cwd, 'blog'), {recursive: true, encoding: 'utf8'}).filter((name) =>
      name.includes('2026-11-27'),
    );
    const records = path.join(cwd, 'ledgers/updates');
    expect(readdirSync(records).filter((name) => name.includes('2026-11-27'))).toHaveLength(hasOwn ? 1 : 0);
    if (!hasOwn) {
      expect(stdout).toContain('update 2026-11-24 of this branch is removed');
      expect(later).toEqual([]);
      expect(existsSync(path.join(cwd, 'outbox'))).toBe(false);
      return;
    }
    expect(later.filter((name) => name.endsWith('.md'))).toEqual(
      expect.arrayContaining(['2026-11-27.md', '_published/2026-11-27/priorities/sheds.md']),
    );
    expect(later).not.toContain('_published/2026-11-27/priorities/pumps.md');
    expect(readFileSync(path.join(cwd, 'outbox/2026-11-27.txt'), 'utf8')).not.toContain(sentence);
    commitAll(cwd, 'Join');
    // Undoing it restores its own note alone.
    expect(await runCommand(['publish', '--undo'], cwd)).toMatchObject({code: 0, stderr: ''});
    expect(readdirSync(path.join(cwd, 'blog/_pending'))).toEqual(['Sheds.md']);
  },
);

test('a change that both branches published on other days is reported, and dropped', async () => {
  const sentence = 'The pumps are now oiled on every first Monday.';
  const cwd = startRemote({
    ...FILES,
    'docs/priorities/pumps.md': pageExample('Pumps', '', 'Pumps are here, and oiled.'),
    'blog/_pending/oil.md': noteExample('pages: [priorities/pumps]\ncovers: [answer changed]\n').replace(
      'The figure for 2024 was put right.',
      sentence,
    ),
  }).checkOut();
  git(cwd, 'branch', 'start');
  await publishOn(cwd, 'Boats', 'Boats', false, '2026-11-24');
  await publishOn(cwd, 'Sheds', 'Sheds', false, '2026-11-25');
  putOnMain(cwd, 'Boats');
  join(cwd, 'Sheds', 'merge');
  const check = () => runCommand(['check', '--model'], cwd, {today: '2026-11-27'});
  expect((await check()).stdout).toContain(
    'blog/2026-11-25.md:9:3: warning: update repeats a change of update `2026-11-24`',
  );
  const {code, stdout, stderr} = await runCommand(['publish', '--reconcile'], cwd, {today: '2026-11-27'});
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  expect(stdout).toContain(`update 2026-11-25 of this branch is shorter\ndropped a change that the other branch`);
  expect((await check()).stdout).toBe('');
  expect(updatesIn(cwd).split(`note: ${sentence}`)).toHaveLength(2);
  expect(readFileSync(path.join(cwd, 'outbox/2026-11-25.txt'), 'utf8')).not.toContain(sentence);
});

test('on a branch without the newest update nothing is published', async () => {
  const cwd = await withBranches(false);
  git(cwd, 'checkout', '--quiet', 'start');
  const {code, stderr} = await runCommand(['publish', '--edition'], cwd);
  expect({code, stderr}).toMatchObject({code: 1, stderr: expect.stringContaining('fix: Run `git merge origin/main`')});
  expect(git(cwd, 'status', '--porcelain')).toBe('');
  git(cwd, 'merge', '--quiet', 'origin/main');
  expect(await runCommand(['publish', '--edition'], cwd)).toMatchObject({code: 0, stderr: ''});
});

test('a text that is in conflict is decided by a person first', async () => {
  const cwd = await withBranches(true);
  git(cwd, 'checkout', '--quiet', 'Pumps');
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), HOMES.replace('Boats are here.', 'Boats are gone.'));
  commitAll(cwd, 'Another text');
  tryGit(cwd, 'merge', 'origin/main');
  const {code, stderr} = await runCommand(['publish', '--reconcile'], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('`docs/priorities/homes.md` is in conflict between two branches');
});
