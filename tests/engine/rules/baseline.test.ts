import {expect, test} from 'vitest';
import type {Problem} from '../../../src/content/problem.ts';
import {applyBaseline, grownBaseline, shrinkBaseline} from '../../../src/rules/baseline.ts';

const problem = (path: string, ruleId: string): Problem => ({path, ruleId, problem: '', fix: '', severity: 'warning'});

const OLD = [problem('b.md', 'y'), problem('a.md', 'x'), problem('a.md', 'x')];
const BASELINE = {'a.md': {x: 2}, 'b.md': {y: 1}};

test('one problem more shows all of its rule in that file, and no others', () => {
  const one = problem('a.md', 'x');
  expect(applyBaseline(BASELINE, [...OLD, one])).toEqual([OLD[1], OLD[2], one]);
});

test('one problem fewer is a problem of the baseline, and shrinking fixes it', () => {
  const fewer = OLD.slice(0, 2);
  expect(applyBaseline(BASELINE, fewer).map(({ruleId}) => ruleId)).toEqual(['no-loose-baseline']);
  const shrunk = shrinkBaseline(BASELINE, fewer);
  expect(shrunk).toEqual({'a.md': {x: 1}, 'b.md': {y: 1}});
  expect(applyBaseline(shrunk, fewer)).toEqual([]);
});

test('shrinking never lets it grow', () => {
  expect(shrinkBaseline({'a.md': {x: 1}}, OLD)).toEqual({'a.md': {x: 1}});
});

test('a baseline that allows more than before is a problem, by file and rule', () => {
  expect(grownBaseline(BASELINE, {'a.md': {x: 3}, 'c.md': {z: 1}}).map(({problem}) => problem)).toEqual([
    'baseline allows 3 of `x` in `a.md`, expected at most 2 as before',
    'baseline allows 1 of `z` in `c.md`, expected at most 0 as before',
  ]);
  expect(grownBaseline(BASELINE, {'a.md': {x: 1}})).toEqual([]);
});
