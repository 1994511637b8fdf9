import {expect, test} from 'vitest';
import {toReviewReport} from '../../../../scripts/review/to-review-report.ts';
import {noteExample, pageExample, updateExample} from '../../../../src/checks/examples/example-files.ts';
import type {ExampleFiles} from '../../../../src/checks/rule.ts';
import {checkModel} from '../../../../src/checks/rule-set.ts';
import {
  hindrances,
  idleNotes,
  type ReviewReport,
  summarise,
  withoutNote,
} from '../../../../src/editorial/change-report/review-report.ts';
import type {Problem} from '../../../../src/model/problem.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const TODAY = '2026-11-24';

/** What the sound toolkit was when it was published. */
const RECORD = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
};

const HOMES = {'docs/priorities/homes.md': pageExample('Homes', '', 'Keep three boats.')};
const NOTE = {'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\ncovers: [figure three added]\n')};

function reportOf(
  files: ExampleFiles,
  earlierNotes: readonly string[] = [],
  more: readonly Problem[] = [],
): ReviewReport {
  const toolkit = toolkitWith(files);
  const problems = [...checkModel(toolkit, TODAY), ...more];
  return toReviewReport({
    toolkit,
    base: {kind: 'record'},
    isLaunched: true,
    earlierNotes: new Set(earlierNotes),
    problems,
    today: TODAY,
  });
}

test('a toolkit that says what it said has nothing to publish, and nothing hinders', () => {
  const report = reportOf(RECORD);
  expect(summarise(report)).toBe('no notes wait, no pages changed, nothing stops publishing');
  expect(hindrances(report)).toEqual([]);
});

test('where nothing is published, no page counts as changed', () => {
  expect(reportOf({...HOMES, ...NOTE})).toMatchObject({base: {kind: 'nothing'}, pages: []});
});

test('a changed page stands beside its note', () => {
  const report = reportOf({...RECORD, ...HOMES, ...NOTE});
  expect(report.pages.map(({title, notes}) => [title, notes.map(({path}) => path)])).toEqual([
    ['Homes', ['blog/_pending/homes.md']],
  ]);
  expect(summarise(report)).toBe('1 note waits, 1 page changed, nothing stops publishing');
});

test('each change of a page stands next to what its note says, and one that no note covers hinders', () => {
  const words = pageExample('Homes', '', 'Keep three boats.\n\n## Ropes\n\nTie them.');
  const report = reportOf({...RECORD, ...NOTE, 'docs/priorities/homes.md': words});
  expect(report.pages.flatMap(({coverage}) => coverage.map(({change, cover}) => [change.id, cover]))).toEqual([
    ['figure three added', {sentence: 'The figure for 2024 was put right.', key: 'blog/_pending/homes.md'}],
    ['section added "Ropes"', undefined],
  ]);
  expect(hindrances(report)).toEqual(['1 page has a change that no note covers']);
});

test('a changed page without a note hinders, and stands first', () => {
  const report = reportOf({...RECORD, ...HOMES, ...NOTE, 'docs/priorities/wells.md': pageExample('Wells')});
  expect(report.pages.map(({id}) => id)).toEqual(['priorities/wells', 'priorities/homes']);
  expect(withoutNote(report).map(({id}) => id)).toEqual(['priorities/wells']);
  expect(hindrances(report)).toEqual(['1 page has no note']);
  expect(summarise(report)).toContain('; what stops publishing: 1 page has no note');
});

test('of the problems, those stand apart that nothing else in the report tells', () => {
  const found = (ruleId: string, path: string, severity: Problem['severity']): Problem[] => [
    {ruleId, path, severity, problem: 'something was found, expected nothing', fix: 'Mend it.'},
  ];
  const idle = 'blog/_pending/idle.md';
  const files = {
    ...RECORD,
    'docs/priorities/wells.md': pageExample('Wells'),
    [idle]: noteExample('pages: [priorities/homes]\n'),
  };
  const report = reportOf(
    files,
    [],
    [
      ...found('require-note', 'docs/priorities/wells.md', 'error'),
      ...found('require-note', 'docs/elsewhere.md', 'error'),
      ...found('no-wrong-note', idle, 'error'),
      ...found('no-wrong-note', 'blog/_pending/another.md', 'error'),
      ...found('no-overdue-review', 'docs/index.md', 'warning'),
      ...found('no-personal-data', 'docs/index.md', 'warning'),
      ...found('no-handmade-record', 'docs/index.md', 'note'),
    ],
  );
  expect(report.problems.map(({path, ruleId}) => [path, ruleId])).toEqual([
    ['blog/_pending/another.md', 'no-wrong-note'],
    ['docs/elsewhere.md', 'require-note'],
    ['docs/index.md', 'no-personal-data'],
    [idle, 'no-misplaced-note'],
  ]);
});

test('a note on a page that says what it said before hinders, unless it is a correction or waited before', () => {
  const idle = {...RECORD, ...NOTE};
  expect(idleNotes(reportOf(idle)).map(({unchanged}) => unchanged)).toEqual([
    [{id: 'priorities/homes', title: 'Homes'}],
  ]);
  expect(idleNotes(reportOf(idle, ['blog/_pending/homes.md']))).toEqual([]);
  const correction = NOTE['blog/_pending/homes.md'].replace('content-changed', 'correction');
  expect(idleNotes(reportOf({...RECORD, 'blog/_pending/homes.md': correction}))).toEqual([]);
});

test('a note that waited before this work tells of no change of it', () => {
  const report = reportOf({...RECORD, ...HOMES, ...NOTE}, ['blog/_pending/homes.md']);
  expect(withoutNote(report).map(({id}) => id)).toEqual(['priorities/homes']);
});

test('a page that is gone is told, with where it went', () => {
  const gone = {...RECORD, 'blog/_published/2026-11-02/wells.md': pageExample('Wells')};
  expect(reportOf(gone).pages).toMatchObject([
    {id: 'wells', title: 'Wells', path: 'docs/wells.md', diff: {kind: 'removed'}, movedTo: undefined},
  ]);
  const moved = {...gone, 'docs/priorities/springs.md': pageExample('Springs', 'redirect_from: [/toolkit/wells/]\n')};
  expect(reportOf(moved).pages.find(({id}) => id === 'wells')?.movedTo).toEqual({
    id: 'priorities/springs',
    title: 'Springs',
  });
});

test('only links that a changed page did not have are new: in its words, in references and in its sources', () => {
  const before = pageExample('Homes', '', '[The act](https://act.example/) and [Start](/toolkit/).');
  const source = 'sources:\n  - {title: Minutes, publisher: Parish, url: https://parish.example/minutes}\n';
  const words = '[The act](https://act.example/), [a map][map] and [the map](https://map.example/).';
  const after = pageExample('Homes', source, `${words}\n\n[map]: https://map.example/`);
  const report = reportOf({
    ...RECORD,
    'blog/_published/2026-11-02/priorities/homes.md': before,
    'docs/priorities/homes.md': after,
  });
  expect(report.links.map(({url, words, page}) => [url, words, page.title])).toEqual([
    ['https://map.example/', 'a map', 'Homes'],
    ['https://parish.example/minutes', 'Minutes', 'Homes'],
  ]);
});

test('a correction is told with what it corrects', () => {
  const corrects = (what: string) =>
    noteExample(`pages: [index]\ncorrects: ${what}\n`).replace('content-changed', 'correction');
  const second =
    '  - {kind: content-changed, significance: minor, pages: [index], note: Another word was put right.}\n';
  const update = {...RECORD, 'blog/a.md': updateExample('2026-11-02', 'index', second)};
  const [correction] = reportOf({...update, 'blog/_pending/a.md': corrects('"2026-11-02#2"')}).notes;
  expect(correction?.corrects).toEqual({
    name: '2026-11-02#2',
    title: 'What changed by 2026-11-02',
    published: '2 November 2026',
    notes: ['Another word was put right.'],
  });
  const unknown = reportOf({...update, 'blog/_pending/a.md': corrects('2026-01-01')});
  expect(unknown.notes[0]?.corrects?.title).toBe('');
  expect(hindrances(unknown)).toEqual(['1 problem must be fixed']);
});
