import {expect, test} from 'vitest';
import type {Problem} from '../../../src/content/problem.ts';
import {shrinkBaseline} from '../../../src/rules/baseline.ts';

const problem = (path: string, ruleId: string): Problem => ({path, ruleId, problem: '', fix: '', severity: 'warning'});

const OLD = [problem('b.md', 'y'), problem('a.md', 'x'), problem('a.md', 'x')];

test('shrinking never lets it grow', () => {
  expect(shrinkBaseline({'a.md': {x: 1}}, OLD)).toEqual({'a.md': {x: 1}});
});
