import {existsSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {withNotes} from '../../../../src/content/markdown/edit/note-places.ts';
import {renderMirror} from '../../../../src/features/api/markdown-mirror.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {commitAll, git, startRepository} from '../../support/git.ts';
import {folderWith, notesIn, runCommand, textIn} from '../../support/run-command.ts';
import {publishedFiles} from '../../support/toolkits/waiting-toolkit.ts';

const HOMES = 'docs/priorities/homes.md';
const BOATS = {significance: 'major', note: 'Each village keeps three boats for every 40 homes.'};
const CHANGES = `changes:\n  - significance: major\n    note: ${BOATS.note}\n`;
const TEXT = 'Keep three boats for every 40 homes, and a key to each.';

/** A toolkit in which a note waits in the page that it is about. */
const waiting = (more: Record<string, string> = {}) =>
  folderWith({...publishedFiles(), [HOMES]: pageExample('Homes', CHANGES, TEXT), ...more});

test('a note in a page is published and taken off the page, which readers and editions get without it', async () => {
  const cwd = waiting();
  const before = await loadToolkit(cwd);
  const page = before.pages.find(({id}) => id === 'priorities/homes');
  if (!page) throw new Error('the page is missing');
  expect(before.notes.map(({data}) => [data.kind, data.pages])).toEqual([['content-changed', ['priorities/homes']]]);
  expect(recordsOf(before, '2026-11-24').isPreview).toBe(true);
  expect(renderMirror(page, before.config, {url: 'https://flood.example', baseUrl: '/'})).not.toContain('changes');
  expect(await runCommand(['publish', '--edition'], cwd)).toMatchObject({code: 0, stderr: ''});
  const clean = pageExample('Homes', '', TEXT);
  for (const file of [
    HOMES,
    'blog/_published/2026-11-24/priorities/homes.md',
    'versioned_docs/version-2026-11/priorities/homes.md',
  ]) {
    expect(textIn(cwd, file)).toBe(clean);
  }
  const {notes, updates, pages} = await loadToolkit(cwd);
  expect(notes).toEqual([]);
  expect(pages.find(({id}) => id === 'priorities/homes')?.fingerprint()).toBe(page.fingerprint());
  const [change] = updates.find(({data}) => data.slug === '2026-11-24')?.data.changes ?? [];
  expect(change).toEqual({
    kind: 'content-changed',
    significance: 'major',
    pages: ['priorities/homes'],
    note: BOATS.note,
  });
});

test('undoing puts the notes back before those written since, and keeps how the page is managed now', async () => {
  const cwd = waiting();
  await runCommand(['publish'], cwd);
  const second = {significance: 'minor', note: 'The page says who has the keys to the boats.'};
  const edited = textIn(cwd, HOMES).replace(
    'review_every: 12 months\n',
    `review_every: 6 months\nchanges:\n  - significance: minor\n    note: ${second.note}\n`,
  );
  writeFileSync(path.join(cwd, HOMES), edited);
  expect(await runCommand(['publish', '--undo', '--force'], cwd)).toMatchObject({code: 0, stderr: ''});
  expect(notesIn(cwd, HOMES)).toEqual([BOATS, second]);
  expect(textIn(cwd, HOMES)).toContain('review_every: 6 months\n');
  expect(existsSync(path.join(cwd, 'blog/2026-11-24.md'))).toBe(false);
});

test('undoing an update of an earlier engine restores the files of its notes, and the check moves them into their pages', async () => {
  const cwd = folderWith({
    ...publishedFiles(),
    [HOMES]: pageExample('Homes', '', TEXT),
    'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n').replace(
      'The figure for 2024 was put right.',
      BOATS.note,
    ),
  });
  await runCommand(['publish'], cwd);
  await runCommand(['publish', '--undo', '--force'], cwd);
  expect((await runCommand(['check'], cwd)).stdout).toContain('[no-misplaced-note]');
  expect(await runCommand(['check', '--fix'], cwd)).toMatchObject({code: 0});
  expect(existsSync(path.join(cwd, 'blog/_pending/homes.md'))).toBe(false);
  expect(notesIn(cwd, HOMES)).toEqual([{kind: 'content-changed', ...BOATS}]);
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
});

test('a note that is not valid is reported with its place in the page, and stops publishing', async () => {
  const cwd = waiting({[HOMES]: pageExample('Homes', 'changes:\n  - significance: mayor\n    note: Short.\n', TEXT)});
  const {code, stdout} = await runCommand(['check'], cwd);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^docs\/priorities\/homes\.md:7:19: error: .+`significance` holds `mayor`/m);
  expect(stdout).toMatch(/^docs\/priorities\/homes\.md:8:11: error: .+ at least 20 characters/m);
  expect(stdout).not.toContain('[require-note]');
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 2});
});

test('the kind of a note follows from the page', async () => {
  const note = (words: string) => `changes: [{significance: major, note: ${words}}]\n`;
  const cwd = waiting({
    'docs/boats.md': pageExample('Boats', note('There is a page about boats.')),
    'docs/case-studies/ford.md': '',
    'docs/homes.md': pageExample(
      'Homes',
      `redirect_from: [/toolkit/priorities/homes/]\n${note('The page on homes has moved.')}`,
    ),
    'docs/index.md': pageExample(
      'Start',
      `withdrawn: {on: 2026-11-20, why: It is out of date now.}\n${note('The page was withdrawn.')}`,
    ),
    'handbook/contribute/help.md': pageExample(
      'How to help',
      'changes: [{significance: major, note: The update said whom to ask wrongly., corrects: 2026-11-02}]\n',
    ),
  });
  rmSync(path.join(cwd, HOMES));
  const {notes} = await loadToolkit(cwd);
  expect(Object.fromEntries(notes.map(({data}) => [data.pages[0], data.kind]))).toEqual({
    boats: 'page-added',
    homes: 'page-moved',
    index: 'page-withdrawn',
    'handbook/contribute/help': 'correction',
  });
});

const WALL = 'Between them is a long wall.';
const PARAGRAPHS = ['Two boats are in the shed.', WALL, 'Two pumps are by the river.', WALL, 'Ring the bell.'];
const PUMPS = {significance: 'major', note: 'The pumps are now at the bridge.'};
const OTHER_BOATS = {significance: 'major', note: 'Three boats are now in the shed.'};
const WAITS = {significance: 'minor', note: 'The page says where the bell hangs.'};

interface Version {
  words?: readonly [before: string, after: string][];
  keys?: string;
  notes: readonly unknown[];
}
const OURS: Version = {words: [['Two boats', 'Three boats']], notes: [OTHER_BOATS]};
const THEIRS: Version = {words: [['by the river', 'at the bridge']], notes: [PUMPS]};

/** A repository in which a page has a conflict between two branches. */
function inConflict(how: string, style: string, [base, ours, theirs]: readonly Version[]): string {
  const text = pageExample('Homes', '', PARAGRAPHS.join('\n\n'));
  const cwd = folderWith({
    ...publishedFiles(),
    [HOMES]: text,
    'blog/_published/2026-11-02/priorities/homes.md': text,
    '.gitignore': '.toolkit/\n',
  });
  startRepository(cwd);
  git(cwd, 'config', 'merge.conflictStyle', style);
  const write = ({words = [], keys = '', notes}: Version) => {
    const changed = words.reduce((page, [before, after]) => page.replace(before, after), text);
    writeFileSync(path.join(cwd, HOMES), withNotes({text: changed.replace('owner:', `${keys}owner:`)}, notes));
    commitAll(cwd);
  };
  if (base) write(base);
  git(cwd, 'branch', 'theirs');
  if (ours) write(ours);
  git(cwd, 'checkout', '--quiet', 'theirs');
  if (theirs) write(theirs);
  if (how !== 'rebase') git(cwd, 'checkout', '--quiet', 'main');
  expect(() => git(cwd, how, how === 'rebase' ? 'main' : 'theirs')).toThrow();
  return cwd;
}

/** What the check says, then what its fixes say, with the notes of the page after them. */
async function fixNotes(cwd: string) {
  const {stdout: before} = await runCommand(['check', '--model'], cwd);
  expect(before).toContain('fix: Run `npm run check -- --fix`, which keeps the notes of both branches.');
  const {code, stderr} = await runCommand(['check', '--fix'], cwd);
  return {code, stderr, notes: notesIn(cwd, HOMES)};
}

test.each([
  {how: 'merge', style: 'merge'},
  {how: 'rebase', style: 'diff3'},
  {how: 'cherry-pick', style: 'zdiff3'},
])(
  '$how in the style $style: the check keeps the notes of both branches, and puts one back that somebody drops',
  async ({how, style}) => {
    const base = {notes: [WAITS], words: [['the bell', 'the bell at the bridge']] as [string, string][]};
    const also = ({words = [], notes}: Version) => ({words: [...base.words, ...words], notes: [WAITS, ...notes]});
    const cwd = inConflict(how, style, [base, also(OURS), also(THEIRS)]);
    const {code, stderr, notes} = await fixNotes(cwd);
    expect({code, notes}).toEqual({code: 0, notes: [WAITS, OTHER_BOATS, PUMPS]});
    expect(stderr).toContain(`kept the notes of both branches in ${HOMES}: read it, and run \`git add\` for it`);
    const text = textIn(cwd, HOMES);
    expect(text).toMatch(/^Three boats .+^Two pumps are at the bridge\..+^Ring the bell at the bridge\.$/ms);

    for (const stage of how === 'merge' ? ['staged', 'merged'] : ['staged']) {
      writeFileSync(path.join(cwd, HOMES), withNotes({text}, [WAITS, OTHER_BOATS]));
      git(cwd, 'add', HOMES);
      if (stage === 'merged') commitAll(cwd);
      expect((await runCommand(['check', '--model'], cwd)).stdout).toContain('page lacks 1 note of the branches');
      expect(await runCommand(['check', '--fix'], cwd)).toMatchObject({code: 0});
      expect(notesIn(cwd, HOMES)).toEqual([WAITS, OTHER_BOATS, PUMPS]);
    }
  },
);

test('a note that one branch has published is not brought back, and one that both have is kept once', async () => {
  const cwd = inConflict('merge', 'merge', [
    {notes: [WAITS, BOATS]},
    {...OURS, notes: [WAITS, PUMPS, OTHER_BOATS]},
    {...THEIRS, notes: [BOATS, PUMPS]},
  ]);
  expect((await fixNotes(cwd)).notes).toEqual([PUMPS, OTHER_BOATS]);
});

test('of a page that is new on both branches, the notes of both are kept', async () => {
  const cwd = inConflict('merge', 'diff3', [{notes: []}, OURS, THEIRS]);
  git(cwd, 'merge', '--abort');
  const added = 'docs/priorities/roads.md';
  for (const [branch, note] of Object.entries({theirs: PUMPS, main: OTHER_BOATS})) {
    git(cwd, 'checkout', '--quiet', branch);
    git(cwd, 'checkout', '--quiet', 'main~1', '--', '.');
    writeFileSync(path.join(cwd, added), withNotes({text: pageExample('Roads', '', note.note)}, [note]));
    commitAll(cwd);
  }
  expect(() => git(cwd, 'merge', 'theirs')).toThrow();
  const {stderr} = await runCommand(['check', '--fix'], cwd);
  expect(stderr).toContain(`in ${added}: decide the other conflicts in it`);
  expect(textIn(cwd, added).match(/^ {2}- significance/gm)).toHaveLength(2);
});

test('conflicts in the text and in other keys are left, what was decided there stays, and the notes are safe', async () => {
  const cwd = inConflict('merge', 'merge', [
    {notes: []},
    {
      keys: 'audience: clerks\n',
      words: [
        ['Two boats', 'Three boats'],
        ['Ring', 'Sound'],
      ],
      notes: [OTHER_BOATS],
    },
    {
      keys: 'audience: wardens\n',
      words: [
        ['Two boats', 'Four boats'],
        ['Ring', 'Hit'],
        // The line above the notes, which git puts into their conflict.
        ['12 months', '6 months'],
      ],
      notes: [PUMPS],
    },
  ]);
  const decided = textIn(cwd, HOMES).replace(/<{7} HEAD\nSound.+?>{7} theirs\n/s, 'Sound the bell, or hit it.\n');
  writeFileSync(path.join(cwd, HOMES), decided);
  const {stderr} = await runCommand(['check', '--fix'], cwd);
  expect(stderr).toContain('decide the other conflicts in it');
  const left = textIn(cwd, HOMES);
  expect(left).toContain('theirs\nowner: editor\nreview_every: 6 months\nchanges:\n');
  expect(left).toContain('<<<<<<< ours\naudience: clerks\n=======\naudience: wardens\n>>>>>>> theirs\nowner');
  expect(left).toContain(
    '<<<<<<< ours\nThree boats are in the shed.\n=======\nFour boats are in the shed.\n>>>>>>> theirs\n',
  );
  expect(left).toContain('Sound the bell, or hit it.\n');
  const again = await runCommand(['check', '--fix'], cwd);
  expect(again.stderr).not.toContain('kept the notes');
  expect(again.stdout).toContain('In the rest of the page, choose which version to keep');
  expect(textIn(cwd, HOMES)).toBe(left);
  writeFileSync(path.join(cwd, HOMES), left.replace(/<{7} .+\n(.+\n)={7}\n.+\n>{7} .+\n/g, '$1'));
  expect(notesIn(cwd, HOMES)).toEqual([OTHER_BOATS, PUMPS]);
});

test('two notes that were joined into one by hand are both to be kept', async () => {
  const twice = `${CHANGES}    note: ${PUMPS.note}\n`;
  const {stdout} = await runCommand(['check', '--model'], waiting({[HOMES]: pageExample('Homes', twice, TEXT)}));
  expect(stdout).toContain('fix: Keep one. If they are of two notes, keep both');
});
