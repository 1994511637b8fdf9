import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {withNotes} from '../../../../src/content/markdown/edit/note-places.ts';
import {pageExample} from '../../../../src/rules/examples/example-files.ts';
import {commitAll, git, startRemote} from '../../support/git.ts';
import {runCommand, textIn} from '../../support/run-command.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const PARTS = ['Boats', 'Pumps'] as const;
type Part = (typeof PARTS)[number];

/** A page with a paragraph for each branch. */
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
};
const PAGE = 'docs/priorities/homes.md';
const TODAY = '2026-11-27';

/** What the note of a branch says. */
const saidOf = (name: Part) => `${name} are now in the red shed by the river.`;

/** Changes one paragraph, and publishes that on a branch of its own. */
async function publishOn(cwd: string, name: Part, today: string): Promise<void> {
  git(cwd, 'checkout', '--quiet', '-b', name, 'start');
  const text = textIn(cwd, PAGE).replace(`${name} are here.`, `${name} are in the red shed.`);
  const note = {significance: 'major', note: saidOf(name)};
  writeFileSync(path.join(cwd, PAGE), withNotes({text}, [note]));
  await publish(cwd, today);
  commitAll(cwd);
  // Each editor has an own clone, and so an own outbox.
  rmSync(path.join(cwd, 'outbox'), {recursive: true});
}

async function publish(cwd: string, today = TODAY, ...options: string[]): Promise<void> {
  expect(await runCommand(['publish', ...options], cwd, {today})).toMatchObject({code: 0, stderr: ''});
}

async function check(cwd: string): Promise<string> {
  return (await runCommand(['check', '--model'], cwd, {today: TODAY})).stdout;
}

/** A checkout in which two branches have published from one start, and one of them is on the main branch. */
async function withBranches(days: Record<Part, string>): Promise<string> {
  const cwd = startRemote(FILES).checkOut();
  git(cwd, 'branch', 'start');
  for (const name of PARTS) await publishOn(cwd, name, days[name]);
  git(cwd, 'push', '--quiet', 'origin', 'Boats:main');
  return cwd;
}

/** Merges the main branch of the remote. Returns whether git reports a conflict. */
function join(cwd: string): boolean {
  try {
    git(cwd, 'merge', '--no-edit', 'origin/main');
    return false;
  } catch {
    return true;
  }
}

test.each([
  {days: {Boats: '2026-11-24', Pumps: '2026-11-24'}, isConflict: true, cause: 'conflict markers of git'},
  {
    days: {Boats: '2026-11-25', Pumps: '2026-11-24'},
    isConflict: false,
    cause: 'update was published without those of `origin/main`, expected it after them',
  },
  {
    days: {Boats: '2026-11-24', Pumps: '2026-11-25'},
    isConflict: false,
    cause: 'update `2026-11-25` was published without `2026-11-24`, expected one after the other',
  },
])('two branches that published join if one follows what the check says: $cause', async ({days, isConflict, cause}) => {
  const cwd = await withBranches(days);
  expect(join(cwd)).toBe(isConflict);
  const said = await check(cwd);
  expect(said).toContain(cause);
  expect(said).toContain('Two branches published: go back');
  expect(said).not.toContain('by hand');

  git(cwd, ...(isConflict ? ['merge', '--abort'] : ['reset', '--quiet', '--keep', 'ORIG_HEAD']));
  await publish(cwd, TODAY, '--undo');
  commitAll(cwd);
  expect(join(cwd)).toBe(false);
  expect(await check(cwd)).toBe('');
  await publish(cwd);
  commitAll(cwd);

  expect(await check(cwd)).toBe('');
  const updates = readdirSync(path.join(cwd, 'blog')).filter((name) => name.endsWith('.md'));
  const texts = updates.sort().map((name) => readFileSync(path.join(cwd, 'blog', name), 'utf8'));
  expect(PARTS.map((name) => texts.findIndex((text) => text.includes(saidOf(name))))).toEqual([1, 2]);
  for (const name of PARTS) {
    expect(textIn(cwd, PAGE)).toContain(`${name} are in the red shed.`);
  }
});

test('two updates that the server has joined follow each other after a fix, and publishing goes on', async () => {
  const cwd = await withBranches({Boats: '2026-11-24', Pumps: '2026-11-25'});
  expect(join(cwd)).toBe(false);
  git(cwd, 'push', '--quiet', 'origin', 'HEAD:main');
  const fixed = await runCommand(['check', '--fix'], cwd, {today: TODAY});
  expect(fixed.stderr).toContain('fixed blog/_published/2026-11-25.json');
  const note = {significance: 'major', note: 'Boats and pumps are both in the red shed.'};
  writeFileSync(path.join(cwd, PAGE), withNotes({text: textIn(cwd, PAGE)}, [note]));
  expect(await check(cwd)).toBe('');
  await publish(cwd);
  commitAll(cwd);
  expect(await check(cwd)).toBe('');
});

test('an update that a conflict was settled against is missed', async () => {
  const cwd = await withBranches({Boats: '2026-11-24', Pumps: '2026-11-24'});
  git(cwd, 'merge', '--quiet', '--no-edit', '--strategy-option', 'ours', 'origin/main');
  expect(await check(cwd)).toContain(
    'blog/2026-11-24.md: error: file is not as on `origin/main`, expected every published update as readers see it',
  );
  const refused = await runCommand(['publish', '--edition'], cwd, {today: TODAY});
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('restore it with `git checkout origin/main -- blog/2026-11-24.md`.'),
  });
});

test('on a branch without the newest update nothing is published', async () => {
  const cwd = await withBranches({Boats: '2026-11-24', Pumps: '2026-11-24'});
  git(cwd, 'checkout', '--quiet', 'start');
  const {code, stderr} = await runCommand(['publish', '--edition'], cwd);
  expect({code, stderr}).toMatchObject({code: 1, stderr: expect.stringContaining('fix: Run `git merge origin/main`')});
  expect(git(cwd, 'status', '--porcelain')).toBe('');
  git(cwd, 'merge', '--quiet', 'origin/main');
  expect(await runCommand(['publish', '--edition'], cwd)).toMatchObject({code: 0, stderr: ''});
});

test('an edited or deleted file of an update is to be restored, and no other update is blamed', async () => {
  const cwd = await withBranches({Boats: '2026-11-24', Pumps: '2026-11-24'});
  git(cwd, 'checkout', '--quiet', 'Boats');
  const page = textIn(cwd, PAGE);
  const file = `blog/_published/2026-11-24/${PAGE.replace('docs/', '')}`;
  writeFileSync(path.join(cwd, file), page.replace('red shed', 'blue shed'));
  const edited = await check(cwd);
  expect(edited).toContain(
    `Readers have it: close this change. If what it says is wrong, change the page again, with \`kind: correction\` and \`corrects: 2026-11-24\` in the note. On your own computer, restore it with \`git checkout origin/main -- ${file}\`.`,
  );
  git(cwd, 'checkout', '--quiet', 'origin/main', '--', file);
  const note = {significance: 'major', note: 'The boats are in the red shed still.', corrects: '2026-11-24'};
  writeFileSync(path.join(cwd, PAGE), withNotes({text: page}, [note]));
  rmSync(path.join(cwd, 'blog/2026-11-24.md'));
  const deleted = await check(cwd);
  expect(deleted).toContain('restore it with `git checkout origin/main -- blog/2026-11-24.md`.');
  expect(deleted).toContain('`blog/2026-11-24.md` is on record but missing');
  expect(edited + deleted).not.toMatch(/two branches|no-broken-chain|does not exist/i);
});
