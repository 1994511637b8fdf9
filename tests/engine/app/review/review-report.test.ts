import {expect, test} from 'vitest';
import {toReviewReport} from '../../../../src/app/review/review.ts';
import {idleNotes, type ReviewReport, withoutNote} from '../../../../src/changes/report/review-report.ts';
import type {Problem} from '../../../../src/content/problem.ts';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import type {ExampleFiles} from '../../../../src/rules/rule.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
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
  return toReviewReport(toolkit, new Set(earlierNotes), {
    base: {kind: 'record'},
    isLaunched: true,
    problems,
    today: TODAY,
  });
}

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
