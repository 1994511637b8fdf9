import {existsSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {recordsOf} from '../../../../src/changes/updates/page-record.ts';
import {unreadableFile} from '../../../../src/content/files/unreadable-page.ts';
import {renderMirror} from '../../../../src/features/api/markdown-mirror.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
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

test('a conflict among the notes of a page is to be kept from both branches', () => {
  const page = (keys: string) => ({path: HOMES, bytes: new TextEncoder().encode(pageExample('Homes', keys, TEXT))});
  const sides = '<<<<<<< HEAD\n  - {note: Ours.}\n=======\n  - {note: Theirs.}\n>>>>>>> theirs\n';
  expect(unreadableFile(page(`changes:\n${sides}`))?.fix).toContain('Keep the notes of both branches');
  expect(unreadableFile(page(`sources:\n${sides}`))?.fix).toContain('Choose which version to keep');
});
