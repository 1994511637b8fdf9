import {expect, test} from 'vitest';
import {checkEdition, checkTitle} from '../../../../src/app/publish/publish-options.ts';

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

test('a title is one line', () => {
  expect(checkTitle('Homes changed')).toEqual([]);
  expect(checkTitle('Homes\nBcc: everybody@flood.example')).toHaveLength(1);
});
