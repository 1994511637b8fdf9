import {expect, test} from 'vitest';
import {withinTime} from '../../../src/io/time-limit.ts';
import {checkModel, TOOLKIT_RULES} from '../../../src/rules/rule-set.ts';
import {toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const [[first]] = TOOLKIT_RULES as [[(typeof TOOLKIT_RULES)[number][0], 'error']];
const endless = {
  ...first,
  id: 'no-end',
  check: () => {
    for (;;);
  },
};

test('a rule for the toolkit that does not end is stopped and named, and the others run', () => {
  const later = {...first, id: 'later', check: () => [{path: 'docs/index.md', problem: 'seen', fix: 'None.'}]};
  const problems = checkModel(
    toolkitWith(),
    '2026-11-24',
    [
      [endless, 'error'],
      [later, 'error'],
    ],
    (work) => withinTime(work, 1),
  );
  expect(problems.map(({ruleId, problem}) => [ruleId, problem])).toEqual([
    ['no-end', expect.stringContaining('took more than a minute')],
    ['later', 'seen'],
  ]);
});

test('work that ends gives its result, and an error of it is not a limit', () => {
  expect(withinTime(() => 7)).toBe(7);
  expect(() =>
    withinTime(() => {
      throw new RangeError('too deep');
    }),
  ).toThrow(RangeError);
});
