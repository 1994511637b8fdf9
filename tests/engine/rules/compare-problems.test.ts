import {expect, test} from 'vitest';
import type {Problem} from '../../../src/content/problem.ts';
import {compareProblems} from '../../../src/rules/compare-problems.ts';

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
