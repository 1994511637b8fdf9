import {expect, test} from 'vitest';
import {maskPersonalData} from '../../../../src/content/privacy/mask-personal-data.ts';
import {findPhoneNumbers} from '../../../../src/content/privacy/phone-numbers.ts';
import type {Problem} from '../../../../src/content/problem.ts';
import {toReport} from '../../../../src/rules/report/render-json.ts';

test.each([
  ['`jane.reed@parish.example` looks', '`j###.r### [at] parish.example` looks'],
  ['jane_van-reed2 [at] parish.example', 'j###_v##-r#### [at] parish.example'],
  ['Call 07911 123456, +44 7911 123456 or 0191 496 0000.', 'Call 0791# ######, +44 7911 ###### or 0191 ### ####.'],
  ['07911123456@parish.example', '0########## [at] parish.example'],
  ['office@parish.example and 0300 123 4567', 'office@parish.example and 0300 123 4567'],
  ['In 2015 to 2016 there were 20,000 visits.', 'In 2015 to 2016 there were 20,000 visits.'],
])('%s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test('the lines around an edit are masked too', () => {
  const text = 'On 24th May ring 07911 123456 or write to jane.reed@parish.example.';
  const problem: Problem = {
    path: 'docs/a.md',
    place: {line: 1, column: 4},
    problem: '`24th May` is written, expected `24 May`',
    fix: 'Write `24 May`.',
    ruleId: 'require-date-style',
    severity: 'error',
    edit: {start: 3, end: 11, text: '24 May'},
  };
  expect(toReport([problem], {checked: 1, textOf: () => text}).problems[0]).toMatchObject({
    before: 'On 24th May ring 0791# ###### or write to j###.r### [at] parish.example.',
    after: 'On 24 May ring 0791# ###### or write to j###.r### [at] parish.example.',
  });
});

test.each([
  ['+44 7911 123456, 07911-123-456, 0191 433 8400', ['+44 7911 123456', '07911-123-456', '0191 433 8400']],
  ['07911123456;07911123457', ['07911123456', '07911123457']],
  ['(0191) 433 8400,0191 433 8402', ['(0191) 433 8400', '0191 433 8402']],
  ['20,000 and 20, 000 visits, 01 of 02, 03', []],
])('every number of a row is found: %s', (text, numbers) => {
  expect(findPhoneNumbers(text).map(({written}) => written)).toEqual(numbers);
});
