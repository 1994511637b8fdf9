import {expect, test} from 'vitest';
import {compareProblems} from '../../../src/checks/compare-problems.ts';
import {renderComment} from '../../../src/checks/report/render-comment.ts';
import {toReport} from '../../../src/checks/report/render-json.ts';
import {renderMarkdown} from '../../../src/checks/report/render-markdown.ts';
import {renderText} from '../../../src/checks/report/render-text.ts';
import type {Problem} from '../../../src/model/problem.ts';

const problem = (ruleId: string, path: string, line?: number, severity: Problem['severity'] = 'error'): Problem => ({
  path,
  place: line === undefined ? undefined : {line, column: 1},
  problem: 'one, expected another',
  fix: 'Mend it.',
  ruleId,
  severity,
});

const IN_ORDER = [
  problem('no-unsafe-address', 'docs/b.md', 9),
  problem('no-invalid-front-matter', 'docs/a.md', 2),
  problem('require-standard-sections', 'docs/a.md'),
  problem('require-note', 'docs/b.md', 3),
  problem('markdownlint/no-trailing-spaces', 'docs/a.md', 4),
  problem('require-date-style', 'docs/a.md', 3),
  problem('no-personal-data', 'docs/a.md', 1, 'warning'),
];

test('safety comes first, then what a page is, how it is laid out and its words; without a line comes last', () => {
  expect([...IN_ORDER].reverse().sort(compareProblems)).toEqual(IN_ORDER);
});

test('every format keeps that order, and those on GitHub say what to do next', () => {
  const mixed = [...IN_ORDER].reverse();
  const edited = mixed.map((one) => ({...one, edit: {start: 0, end: 1, text: 'B'}}));
  const report = toReport(edited, {checked: 2, textOf: () => 'A'});
  const context = {
    headUrl: 'https://github.com/a/b',
    branch: 'c',
    removed: new Set<string>(),
    runUrl: 'https://github.com/a/b/runs/1',
    hasFailed: true,
    code: [],
  };
  const comment = renderComment({...report, problems: [...report.problems].reverse()}, context);
  for (const text of [renderText(mixed), renderMarkdown(report), comment, JSON.stringify(report)]) {
    const places = IN_ORDER.map(({ruleId}) => text.indexOf(ruleId));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  for (const text of [renderMarkdown(report), comment]) {
    expect(text.trimEnd()).toMatch(
      /\n\nNext: fix the problems under "Must be fixed"\. The checks run again after each change\.(\n\nAn editor reads it next\.)?$/,
    );
  }
});
