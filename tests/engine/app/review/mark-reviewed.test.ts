import {expect, test} from 'vitest';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {readTree} from '../../io/transaction/trees.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {checkedFiles, LEVELS} from './reviewed-toolkit.ts';

const OPTIONS = ['--as', 'editor', '--scope', 'sources-read'];

async function reviewsIn(cwd: string) {
  const {pages} = await loadToolkit(cwd);
  return Object.fromEntries(pages.flatMap(({id, data}) => (data.reviewed ? [[id, data.reviewed]] : [])));
}

test('a review is recorded in the page with role, day, scope and the update whose text was read, and changes no text', async () => {
  const cwd = folderWith(checkedFiles());
  const before = readTree(cwd, /^\.toolkit|^docs\/levels/);
  const printIn = async () => (await loadToolkit(cwd)).pages.find(({id}) => id === 'levels')?.fingerprint();
  const print = await printIn();
  const {code, stdout, stderr} = await runCommand(['review', '--done', 'levels', ...OPTIONS], cwd);
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  const review = 'reviewed:\n  on: 2026-11-24\n  by: editor\n  scope: sources-read\n  text: 2026-11-10\n';
  expect(textIn(cwd, 'docs/levels.md')).toBe(LEVELS.replace('\n---\n', `\n${review}---\n`));
  expect(readTree(cwd, /^\.toolkit|^docs\/levels/)).toEqual(before);
  expect(await printIn()).toBe(print);
  expect(stdout).toContain(
    '"Checked on 24 November 2026 (read against its sources, by the role Editor); nothing changed"',
  );
});

test('pages are named by id, file or address, and recorded together, by the role of their owner if none is given', async () => {
  const cwd = folderWith(checkedFiles());
  const done = ['review', '--done', '/toolkit/levels/', 'docs/index.md', '--scope', 'facts', '--on', '2026-11-12'];
  expect(await runCommand(done, cwd)).toMatchObject({code: 0, stderr: ''});
  const review = {on: '2026-11-12', by: 'editor', scope: 'facts'};
  expect(await reviewsIn(cwd)).toMatchObject({index: review, levels: review});
});

test.each([
  {words: [], said: 'no page given', fix: 'npm run review -- --done <page>'},
  {words: ['levls', ...OPTIONS], said: 'no page has the id `levls`', fix: 'Write `levels`'},
  {words: ['approaches/boats', ...OPTIONS], said: 'was withdrawn on 2026-11-01', fix: '--undo'},
  {words: ['changed', ...OPTIONS], said: 'has changes that readers do not see yet', fix: 'npm run review'},
  {words: ['unpublished', ...OPTIONS], said: 'was never published', fix: 'npm run review'},
  {words: ['handbook/contribute/rules', ...OPTIONS], said: 'is a generated page', fix: 'Leave it'},
  {words: ['levels', '--as', 'edtior', '--scope', 'facts'], said: '`--as` is `edtior`', fix: 'Write `--as editor`'},
  {words: ['levels', '--as', 'editor', '--scope', 'fact'], said: '`--scope` is `fact`', fix: '`--scope facts`'},
  {words: ['index', ...OPTIONS], said: 'names no sources', fix: '--scope facts'},
  {words: ['levels', ...OPTIONS, '--on', '2026-11-25'], said: 'expected today', fix: 'leave `--on` out'},
  {words: ['levels', ...OPTIONS, '--on', '2026-11-09'], said: 'a day since 2026-11-10', fix: 'leave `--on` out'},
])('review --done $words is refused with what to do, and nothing is written', async ({words, said, fix}) => {
  const cwd = folderWith(checkedFiles());
  const before = readTree(cwd);
  const {code, stderr} = await runCommand(['review', '--done', ...words], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(fix);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readTree(cwd)).toEqual(before);
});
