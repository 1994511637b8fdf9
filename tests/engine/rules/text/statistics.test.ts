import {expect, test} from 'vitest';
import {statisticsIn} from '../../../../src/rules/text/statistics.ts';

const found = (text: string) => statisticsIn(text).map((number) => number.text);

test.each([
  ['It cost £5, or £1.2 million, or 5% of it.', ['£5', '£1.2 million', '5%']],
  ['It is 4 per cent of 2 million people.', ['4 per cent', '2 million']],
  ['In 2019, 10 of 1,250 boats sank; 9 were found.', ['10', '1,250']],
  ['They have 10-12 boats, 12-month loans and 3.5 staff.', ['10', '12', '12']],
  ['It drew £2000 and 30% in 2024/25.', ['£2000', '30%']],
  ['Adults over 65 came 20 times.', ['65', '20']],
])('the statistics of %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'It met on 24 November 2026, 12 to 14 March, November 24, 24/11/2026 and 2026-11-24.',
  'It ran from 2015 to 2017, in 2014/15 and in the 1990s, until 10.30am, 5pm and 18:45.',
  'It is for people aged 14 to 25, under-16s, over 75s and 16-year-olds, and those 18 years old.',
  'See section 12, page 40 of a 90-page report, 120 pages in all, step 10 and version 12.1.',
  'See [2014] EWHC 2365, HC 123 and SI 1984; COVID-19, B12, 24/7, the 12th time.',
  'Call 020 7946 0000 or +44 20 7946 0000.',
])('no statistic: %s', (text) => {
  expect(found(text)).toEqual([]);
});
