import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {inShort, pageText, readDifferences, unitsOf} from '../../support/diff/differences.ts';
import {readUnits, replay, reverse} from '../../support/diff/replay-diff.ts';

const pairs = readDifferences();

const WHAT = ['word', 'number', 'date', 'modal', 'negation', 'link', 'image', 'heading', 'order'];
const WHERE = ['paragraph', 'list', 'nested list', 'table', 'quote', 'directive', 'front matter'];

/** Front matter holds no pictures. */
const NONSENSE = ['image in front matter'];

test('every kind of change is tried in every place that can hold it', () => {
  const wanted = WHAT.flatMap((what) => WHERE.map((where) => `${what} in ${where}`));
  const tried = new Set(pairs.map(({what, where}) => `${what} in ${where}`));
  expect(wanted.filter((cell) => !tried.has(cell))).toEqual(NONSENSE);
});

test.each(pairs)('$what in $where is described as a reader would', ({before, after, edits}) => {
  const diff = diffPages(pageText(before), pageText(after));
  expect(diff.edits.map(inShort)).toEqual(edits);
  expect(diff.kind === 'same').toBe(edits.length === 0);
});

test.each(pairs)('$what in $where can be replayed forwards and backwards', ({before, after}) => {
  const [old, now] = [pageText(before), pageText(after)];
  const diff = diffPages(old, now);
  const units = [old, now].map((page) => readUnits(unitsOf(page)));
  expect(replay(units[0] ?? [], diff)).toEqual(units[1]);
  expect(replay(units[1] ?? [], reverse(diff))).toEqual(units[0]);
});
