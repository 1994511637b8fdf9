import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {withNotes} from '../../../../src/content/markdown/edit/note-places.ts';
import {recordUpdate} from '../../../../src/content/updates/update-record.ts';
import {hashOf} from '../../../../src/io/fingerprint.ts';
import {pageExample, updateExample} from '../../../../src/rules/examples/example-files.ts';
import {commitAll, git, startRemote} from '../../support/git.ts';
import {notesIn, runCommand} from '../../support/run-command.ts';
import {copyOf} from '../../support/toolkits/linked-toolkit.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const PARTS = ['Boats', 'Pumps', 'Sheds'];

/** A page with a paragraph for each branch, and a page of its own for each. */
const HOMES = pageExample(
  'Homes',
  '',
  PARTS.map((name) => `${name} are here.\n\nBetween them is a long wall.`).join('\n\n'),
);
/** The name of an update of a predecessor says nothing about its day. */
const ORIGINAL = {
  path: 'blog/original-1.md',
  content: updateExample('2026-11-01', 'index').replace('slug: 2026-11-01', 'slug: original-1'),
};
const ORIGINAL_RECORD = recordUpdate('original-1', [ORIGINAL], hashOf);

const FILES = {
  ...publishedFiles(),
  '.gitignore': 'outbox/\nnode_modules/\n.tmp/\n.toolkit/\n',
  [ORIGINAL.path]: ORIGINAL.content,
  [ORIGINAL_RECORD.path]: ORIGINAL_RECORD.content,
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
  const text = edit(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  const isAnswer = !isShared || !text.includes('Boats are here.');
  writeNote(cwd, name, id, isAnswer);
  // Each editor has an own clone, and so an own outbox.
  rmSync(path.join(cwd, 'outbox'), {recursive: true, force: true});
  expect(await runCommand(['publish'], cwd, {today})).toMatchObject({code: 0, stderr: ''});
  commitAll(cwd);
}

/** Adds a note to those that wait in a page. */
function writeNote(cwd: string, name: string, id: string, isAnswer = false): void {
  const file = `docs/${id}.md`;
  const note = {significance: 'major', note: saidOf(name), ...(isAnswer && {covers: ['answer changed']})};
  const text = readFileSync(path.join(cwd, file), 'utf8');
  writeFileSync(path.join(cwd, file), withNotes({text}, [...notesIn(cwd, file), note]));
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
  commitAll(cwd);
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

const TODAY = '2026-11-27';

async function check(cwd: string): Promise<string> {
  return (await runCommand(['check', '--model'], cwd, {today: TODAY})).stdout;
}

async function reconcile(cwd: string): Promise<string> {
  const {code, stdout, stderr} = await runCommand(['publish', '--reconcile'], cwd, {today: TODAY});
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  return stdout;
}

async function publish(cwd: string): Promise<void> {
  expect(await runCommand(['publish'], cwd, {today: TODAY})).toMatchObject({code: 0, stderr: ''});
}

/** Nothing is left to reconcile, and nothing is changed by trying. */
async function expectSettled(cwd: string): Promise<void> {
  expect(await reconcile(cwd)).toContain('nothing to reconcile');
  expect(git(cwd, 'status', '--porcelain')).toBe('');
}

/** Whether a file is an update that one of the branches published. */
function isOfNovember(file: string): boolean {
  return file.startsWith('blog/2026-11-2');
}

function pageIn(cwd: string, file: string): string {
  return readFileSync(path.join(cwd, file), 'utf8');
}

test.each(CASES)(
  '$count branches that published join by $way; on one page: $isShared; days: $days',
  async ({way, count, isShared, days}) => {
    const cwd = await withBranches(isShared, days);
    for (const name of PARTS.slice(1, count)) {
      git(cwd, 'checkout', '--quiet', name);
      const [file = ''] = git(cwd, 'ls-tree', '--name-only', 'origin/main', 'blog/').split('\n').filter(isOfNovember);
      const first = git(cwd, 'show', `origin/main:${file}`);
      join(cwd, name, way);
      const before = await check(cwd);
      if (before !== '') {
        expect(before).toContain('npm run publish -- --reconcile');
        // Of a file in conflict, only that is said, and of what follows from it nothing.
        const said = before.split('\n').filter((line) => /: error: /.test(line));
        const marked = said.filter((line) => line.includes('conflict markers of git at line'));
        if (git(cwd, 'ls-files', '--unmerged') !== '') {
          expect(marked.map((line) => line.split(':')[0])).toEqual([
            'blog/2026-11-24.md',
            'ledgers/updates/2026-11-24.json',
          ]);
          expect(said).toEqual(marked);
        }
        expect(await reconcile(cwd)).toContain('waits again');
        expect(await check(cwd)).toBe('');
        await publish(cwd);
      }
      expect(await check(cwd)).toBe('');
      // What readers have seen stays as it was.
      expect(readFileSync(path.join(cwd, file), 'utf8')).toBe(first);
      finish(cwd, way);
    }
    for (const name of PARTS.slice(0, count)) expect(updatesIn(cwd).split(saidOf(name))).toHaveLength(2);
    if (isShared) {
      const text = pageIn(cwd, 'docs/priorities/homes.md');
      for (const name of PARTS.slice(0, count)) expect(text).toContain(`${name} are in the red shed.`);
    }
    await expectSettled(cwd);
  },
);

test('two updates of each branch on one page join at two stops of a rebase, in their order', async () => {
  const cwd = startRemote(FILES).checkOut();
  git(cwd, 'branch', 'start');
  const say = (before: string, after: string) => (text: string) => text.replace(before, after);
  const again = async (name: string, edit: (text: string) => string) => {
    const file = path.join(cwd, 'docs/priorities/homes.md');
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    writeNote(cwd, name, 'priorities/homes');
    expect(await runCommand(['publish'], cwd, {today: '2026-11-24'})).toMatchObject({code: 0, stderr: ''});
    commitAll(cwd);
  };
  await publishOn(cwd, 'theirs', 'Boats', true, '2026-11-24', say('Boats are here.', 'Boats are in the red shed.'));
  await again('Sheds', say('Sheds are here.', 'Sheds are red.'));
  await publishOn(cwd, 'mine', 'Pumps', true, '2026-11-24', say('Boats are here.', 'Boats are in the blue shed.'));
  await again('Walls', say('is a long wall', 'is a low wall'));
  putOnMain(cwd, 'theirs');
  join(cwd, 'mine', 'rebase');
  const file = path.join(cwd, 'docs/priorities/homes.md');
  const resolved = HOMES.replace('Boats are here.', 'Boats are in both sheds.').replace(
    'Sheds are here.',
    'Sheds are red.',
  );
  expect(await reconcile(cwd)).toContain('decide the conflict in docs/priorities/homes.md');
  writeFileSync(file, resolved);
  // The page was in conflict, so that its note got a file of its own.
  expect(await check(cwd)).toMatch(/^Please check \(1\)\n.+\[no-misplaced-note\]/);
  await publish(cwd);
  git(cwd, 'add', '--all');
  tryGit(cwd, '-c', 'core.editor=true', 'rebase', '--continue');
  await reconcile(cwd);
  const waiting = notesIn(cwd, 'docs/priorities/homes.md');
  writeFileSync(file, withNotes({text: say('is a long wall', 'is a low wall')(resolved)}, waiting));
  expect(await check(cwd)).toBe('');
  await publish(cwd);
  finish(cwd, 'rebase');
  const slugs = ['2026-11-24', '2026-11-24.2', '2026-11-27', '2026-11-27.2'];
  const notes = slugs.map((slug) => /note: (\w+)/.exec(readFileSync(path.join(cwd, `blog/${slug}.md`), 'utf8'))?.[1]);
  expect(notes).toEqual(['Boats', 'Sheds', 'Pumps', 'Walls']);
  await expectSettled(cwd);
});

test('a note whose change lost the conflict has to go before the rest is published', async () => {
  const cwd = startRemote(FILES).checkOut();
  git(cwd, 'branch', 'start');
  const say = (words: string) => (text: string) => text.replace('Boats are here.', words);
  await publishOn(cwd, 'theirs', 'Boats', true, '2026-11-24', say('Boats are in the red shed.'));
  await publishOn(cwd, 'mine', 'Sheds', true, '2026-11-24', say('Boats are in the blue shed.'));
  putOnMain(cwd, 'theirs');
  join(cwd, 'mine', 'merge');
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), say('Boats are in the red shed.')(HOMES));
  await reconcile(cwd);
  expect(await check(cwd)).toContain(
    'docs/priorities/homes.md:7:5: error: note names `priorities/homes`, which has not changed',
  );
  expect(await runCommand(['check', '--fix'], cwd)).toMatchObject({code: 0});
  expect(await check(cwd)).toBe('');
});

test('an update that simply comes after the others is published, and nothing undoes it', async () => {
  const cwd = await withBranches(true);
  git(cwd, 'checkout', '--quiet', '-b', 'later', 'origin/main');
  const file = path.join(cwd, 'docs/priorities/pumps.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Pumps are here.', 'Each barge is in the old dock.'));
  writeNote(cwd, 'Pumps', 'priorities/pumps', true);
  await publish(cwd);
  expect(await check(cwd)).toBe('');
  commitAll(cwd);
  expect(await check(cwd)).toBe('');
  await expectSettled(cwd);
});

test('an update that a conflict was settled against is missed, and brought back', async () => {
  const cwd = await withBranches(true);
  git(cwd, 'checkout', '--quiet', 'Pumps');
  tryGit(cwd, 'merge', '--strategy-option', 'ours', 'origin/main');
  // A conflict that was committed.
  writeFileSync(path.join(cwd, 'blog/_published/2026-11-24.before.json'), '<<<<<<< HEAD\n{}\n');
  commitAll(cwd);
  const first = git(cwd, 'show', 'origin/main:blog/2026-11-24.md');
  expect(await check(cwd)).toContain(
    'blog/2026-11-24.md: error: file is not as on `origin/main`, expected every published update as readers see it',
  );
  const refused = await runCommand(['publish', '--edition'], cwd, {today: TODAY});
  expect(refused.stderr).toContain('fix: Run `npm run publish -- --reconcile`');
  await reconcile(cwd);
  expect(readFileSync(path.join(cwd, 'blog/2026-11-24.md'), 'utf8')).toBe(first);
  await publish(cwd);
  expect(await check(cwd)).toBe('');
});

test('a branch that is joined with what it was before a rebase says each thing once', async () => {
  const cwd = await withBranches(true);
  git(cwd, 'checkout', '--quiet', 'Pumps');
  git(cwd, 'branch', 'pushed');
  join(cwd, 'Pumps', 'rebase');
  await reconcile(cwd);
  await publish(cwd);
  git(cwd, 'add', '--all');
  tryGit(cwd, '-c', 'core.editor=true', 'rebase', '--continue');
  tryGit(cwd, 'merge', '--no-edit', 'pushed');
  const stdout = await reconcile(cwd);
  expect(stdout).toContain(`dropped a note that is published or waits already: "${saidOf('Pumps')}"`);
  await publish(cwd);
  commitAll(cwd);
  expect(updatesIn(cwd).split(saidOf('Pumps'))).toHaveLength(2);
  await expectSettled(cwd);
});

test.each([{hasOwn: true}, {hasOwn: false}])(
  'notes that waited before both branches began are in one update alone; with another note: $hasOwn',
  async ({hasOwn}) => {
    const sentence = 'The pumps are now oiled on every first Monday.';
    const cwd = startRemote({
      ...FILES,
      'docs/priorities/pumps.md': pageExample(
        'Pumps',
        `changes: [{significance: major, note: ${sentence}, covers: [answer changed]}]\n`,
        'Pumps are here, and oiled.',
      ),
    }).checkOut();
    git(cwd, 'branch', 'start');
    await publishOn(cwd, 'Boats', 'Boats', true, '2026-11-24');
    if (hasOwn) await publishOn(cwd, 'Sheds', 'Sheds', false, '2026-11-24');
    else {
      git(cwd, 'checkout', '--quiet', '-b', 'Sheds', 'start');
      rmSync(path.join(cwd, 'outbox'), {recursive: true, force: true});
      expect(await runCommand(['publish'], cwd, {today: '2026-11-24'})).toMatchObject({code: 0, stderr: ''});
      commitAll(cwd);
    }
    putOnMain(cwd, 'Boats');
    join(cwd, 'Sheds', 'merge');
    expect(await reconcile(cwd)).toContain(`dropped a note that is published or waits already: "${sentence}"`);
    expect(await check(cwd)).toBe('');
    expect(existsSync(path.join(cwd, 'outbox/2026-11-24.txt'))).toBe(false);
    expect(existsSync(path.join(cwd, 'outbox/undone/2026-11-24.txt'))).toBe(true);
    expect(notesIn(cwd, 'docs/priorities/sheds.md')).toHaveLength(hasOwn ? 1 : 0);
    if (hasOwn) await publish(cwd);
    expect(updatesIn(cwd).split(`note: ${sentence}`)).toHaveLength(2);
    finish(cwd, 'merge');
    await expectSettled(cwd);
  },
);

test('on a branch without the newest update nothing is published', async () => {
  const cwd = await withBranches(false);
  git(cwd, 'checkout', '--quiet', 'start');
  const {code, stderr} = await runCommand(['publish', '--edition'], cwd);
  expect({code, stderr}).toMatchObject({code: 1, stderr: expect.stringContaining('fix: Run `git merge origin/main`')});
  expect(git(cwd, 'status', '--porcelain')).toBe('');
  git(cwd, 'merge', '--quiet', 'origin/main');
  expect(await runCommand(['publish', '--edition'], cwd)).toMatchObject({code: 0, stderr: ''});
});
