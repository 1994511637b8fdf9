import {expect, test} from 'vitest';
import {chosenFeatures, FEATURES} from '../../../src/features/features.ts';

const namesOf = (options: Parameters<typeof chosenFeatures>[0]) => chosenFeatures(options).map(({name}) => name);

test('a toolkit uses every feature that it does not switch off, and none with `false`', () => {
  expect(namesOf(undefined)).toEqual(FEATURES.map(({name}) => name));
  expect(namesOf({search: false})).not.toContain('search');
  expect(namesOf(false)).toEqual([]);
});

test.each([
  {options: {serach: false}, said: 'is no feature, expected `search`'},
  {options: {feedback: false}, said: 'is off, expected it on, because `proposals` needs it'},
])('$options is refused by name', ({options, said}) => {
  expect(() => chosenFeatures(options as Record<string, boolean>)).toThrow(said);
});
