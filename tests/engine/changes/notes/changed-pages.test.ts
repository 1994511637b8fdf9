import {describe, expect, test} from 'vitest';
import {changedPages, gonePages, pagesWithOldNote, whyMajor} from '../../../../src/changes/notes/changed-pages.ts';
import {caseStudyExample, noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {requireNote} from '../../../../src/rules/public-record/require-note.ts';
import type {ExampleFiles} from '../../../../src/rules/rule.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {EXAMPLE_DAY, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const RECORD = 'blog/_published/2026-11-02';

/** The sound toolkit as it is on record. */
const LIVE = {
  [`${RECORD}/index.md`]: pageExample('Start'),
  [`${RECORD}/priorities/homes.md`]: pageExample('Homes'),
};
const HOMES = {'docs/priorities/homes.md': pageExample('Homes', '', 'Keep 3 boats.')};
const NOTE = {'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n')};

describe('pages that changed', () => {
  const changedIn = (files: ExampleFiles) =>
    [...changedPages(toolkitWith(files))].map(([id, {page, diff}]) => `${id} ${page.id} ${diff.kind}`);

  test('are those that say something else than their text on record, or have none', () => {
    expect(changedIn({})).toEqual([]);
    expect(changedIn(LIVE)).toEqual([]);
    expect(changedIn({...LIVE, ...HOMES})).toEqual(['priorities/homes priorities/homes changed']);
    expect(changedIn({...LIVE, 'docs/priorities/homes.md': pageExample('Homes', '', '*Words*.')})).toEqual([]);
    expect(changedIn({...LIVE, 'docs/boats.md': pageExample('Boats')})).toEqual(['boats boats added']);
  });
});

describe('pages that only an earlier note names', () => {
  const WAITS = {...LIVE, ...HOMES, ...NOTE};
  const EARLIER = new Set(['blog/_pending/homes.md']);
  const before = (words: string) =>
    toolkitWith({...LIVE, [`${RECORD}/priorities/homes.md`]: pageExample('Homes', '', words)}).published;
  const untold = (files: ExampleFiles, words = 'Keep 2 boats.', earlier: ReadonlySet<string> = EARLIER) =>
    pagesWithOldNote(toolkitWith(files), before(words), earlier).map(({page, diff, note}) => [
      page.id,
      diff.kind,
      note,
    ]);

  test('are reported with the note', () => {
    expect(untold(WAITS)).toEqual([['priorities/homes', 'changed', 'blog/_pending/homes.md']]);
  });

  test('are none where a note is new, where no note names them, or where the page is as it was', () => {
    expect(untold(WAITS, 'Keep 2 boats.', new Set())).toEqual([]);
    expect(untold({...LIVE, ...HOMES})).toEqual([]);
    expect(untold(WAITS, 'Keep 3 boats.')).toEqual([]);
    expect(untold({...WAITS, 'blog/_pending/more.md': noteExample('pages: [priorities/homes]\n')})).toEqual([]);
    expect(untold({...LIVE, ...HOMES, 'blog/_pending/homes.md': noteExample('pages: [index]\n')})).toEqual([]);
  });

  test('are none where the page is again as readers have it', () => {
    expect(untold({...LIVE, ...NOTE})).toEqual([]);
  });
});

test('pages that are gone are those on record without a file, and not at an address that leads on', () => {
  const MILLS = {...LIVE, [`${RECORD}/priorities/mills.md`]: pageExample('Mills')};
  expect(gonePages(toolkitWith(LIVE))).toEqual([]);
  expect(gonePages(toolkitWith(MILLS))).toEqual(['priorities/mills']);
  const moved = pageExample('Homes', 'redirect_from: [/toolkit/priorities/mills/]\n');
  expect(gonePages(toolkitWith({...MILLS, 'docs/priorities/homes.md': moved}))).toEqual([]);
  expect(gonePages(toolkitWith({...MILLS, 'docs/priorities/mills.md': '---\ntitle: [\n---\n'}))).toEqual([]);
});

describe('a page without a note', () => {
  test('is reported with a whole note, in which only the sentence is left to write', () => {
    const STUDY = {...LIVE, 'docs/case-studies/weir.md': caseStudyExample()};
    const [{example = ''} = {}] = requireNote.check(toolkitWith(STUDY), EXAMPLE_DAY);
    expect(example).toMatch(/^changes:\n {2}- significance: major\n {4}note: >-\n {6}Write here: /);
    const reworded = toolkitWith({...LIVE, 'docs/priorities/homes.md': pageExample('Homes', '', 'Other words.')});
    expect(requireNote.check(reworded, EXAMPLE_DAY)[0]?.example).toContain('significance: minor');
    const written = example.replace(/Write here: .*/, 'A new case study: how "Lower Ford" keeps its hall dry.');
    const files = {...STUDY, 'docs/case-studies/weir.md': caseStudyExample(`${written}\n`)};
    const {notes} = toolkitWith(files);
    expect(notes.map(({data}) => data.kind)).toEqual(['case-study-added']);
    const problems = checkModel(toolkitWith(files), EXAMPLE_DAY);
    expect(problems.filter(({ruleId}) => /note$/.test(ruleId))).toEqual([]);
  });
});

test.each([
  ['Keep 2 boats.', 'Keep 3 boats.', 'changes `figure 2 -> 3`'],
  ['You must pay.', 'You may pay.', 'changes `duty must -> may`'],
  ['Pay.', 'Pay.', undefined],
])('why the change is major: %j to %j', (before, after, reason) => {
  const record = {[`${RECORD}/priorities/homes.md`]: pageExample('Homes', '', before)};
  const page = {'docs/priorities/homes.md': pageExample('Homes', '', after)};
  const homes = changedPages(toolkitWith({...LIVE, ...record, ...page})).get('priorities/homes');
  expect(homes && whyMajor(homes)).toBe(reason);
});
