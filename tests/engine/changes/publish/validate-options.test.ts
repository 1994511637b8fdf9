import {expect, test} from 'vitest';
import {checkEdition, checkTitle, nameEdition} from '../../../../src/changes/publish/publish-options.ts';

const DAY = '2026-11-24';

test.each([
  {name: '2026-11', existing: ['2017-03'], said: undefined},
  {name: '2026-11.2', existing: ['2026-11'], said: undefined},
  {name: '2026-11.2', existing: ['2026-11', '2026-11.10'], said: 'would come before `2026-11.10`'},
  {name: '2026-11', existing: ['2026-11'], said: 'exists, expected an unused name'},
  {name: '2026-12', existing: [], said: 'is not named after the month of 2026-11-24'},
  {name: '../x', existing: [], said: 'expected a month such as `2026-11`'},
])('edition $name after $existing: $said', ({name, existing, said}) => {
  const [fault, ...others] = checkEdition(name, DAY, existing);
  expect(others).toEqual([]);
  if (said === undefined) expect(fault).toBeUndefined();
  else expect(fault?.problem).toContain(said);
});

test('an edition without a name takes the first free one of its month', () => {
  expect(nameEdition('', DAY, ['2017-03'])).toBe('2026-11');
  expect(nameEdition('', DAY, ['2026-11'])).toBe('2026-11.2');
  expect(nameEdition('2026-11.5', DAY, ['2026-11'])).toBe('2026-11.5');
});

test.each([
  {title: 'Homes changed', faults: 0},
  {title: 'Ho', faults: 1},
  {title: 'Homes\nBcc: everybody@flood.example', faults: 1},
  {title: 'x'.repeat(101), faults: 1},
])('title $title has $faults faults', ({title, faults}) => {
  expect(checkTitle(title)).toHaveLength(faults);
});
