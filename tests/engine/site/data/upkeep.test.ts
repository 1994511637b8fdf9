import {expect, test} from 'vitest';
import {upkeepOf} from '../../../../src/site/data/upkeep.ts';
import {DESK_FILES, TODAY, TWO_ROLES} from '../../support/toolkits/dashboard-toolkit.ts';
import {toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const FILES = {...DESK_FILES, 'toolkit.config.ts': TWO_ROLES};
const facts = upkeepOf(toolkitWith(FILES), TODAY);
const value = Object.fromEntries(facts.map((fact) => [fact.what, fact.value]));

test('readers get the numbers of the desk in words, and each page counts once', () => {
  expect(value).toEqual({
    'Pages with an owner, those about the toolkit included': '8',
    'Checked against their sources in time': '1',
    'Checked, but changed since': '1',
    'Not checked since they were published': '5',
    'Overdue for review': '1',
    'Sources that no longer open': '1',
    'Changes made after readers’ feedback': '1',
    'Updates in the last 12 months': '4',
  });
  const [all, ...kinds] = facts.slice(0, 5).map((fact) => Number(fact.value));
  expect(kinds.reduce((sum, many) => sum + many, 0)).toBe(all);
});

test('pages that somebody read, and those that readers should be careful with, are named', () => {
  expect(facts.flatMap(({what, pages}) => (pages ? [[what, pages]] : []))).toEqual([
    ['Checked against their sources in time', [{title: 'Wells', address: '/toolkit/wells/'}]],
    ['Checked, but changed since', [{title: 'Mills', address: '/toolkit/mills/'}]],
    ['Overdue for review', [{title: 'Ponds', address: '/toolkit/ponds/'}]],
  ]);
});

test('an update of the day one year ago counts no more', () => {
  const at = (today: string) => upkeepOf(toolkitWith(FILES), today).at(-1)?.value;
  expect([at('2026-12-24'), at('2026-12-23')]).toEqual(['3', '4']);
});

test('where no source is known to fail, there is no number', () => {
  const empty = upkeepOf(toolkitWith(), TODAY);
  const words = Object.fromEntries(empty.map((fact) => [fact.what, fact.value]));
  expect(words['Sources that no longer open']).toBeUndefined();
});
