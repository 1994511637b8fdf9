import {expect, test} from 'vitest';
import {textOf} from '../../../../src/language/text.ts';
import {numbersOf} from '../../../../src/site/figures/figure-numbers.ts';

const TEXT = textOf({language: 'en-GB'});
const figure = (text: string) => numbersOf({figure: text, year: ''}, TEXT);
const years = (text: string) => {
  const {year_from: from, year_to: to} = numbersOf({figure: '', year: text}, TEXT);
  return [from, to];
};

test.each([
  ['£27.5 million', {value: 27_500_000, unit: 'GBP'}],
  ['About £6,000 a year', {value: 6000, unit: 'GBP a year'}],
  ['48.2%', {value: 48.2, unit: '%'}],
  ['£1,107k', {value: 1_107_000, unit: 'GBP'}],
  ['-125', {value: -125, unit: ''}],
  ['−125', {value: -125, unit: ''}],
  ['Over 2 million', {lower: 2_000_000, unit: ''}],
  ['nearly 5,000 people', {upper: 5000, unit: 'people'}],
  ['£50,000 to £250,000', {lower: 50_000, upper: 250_000, unit: 'GBP'}],
  ['5% to 10%', {lower: 5, upper: 10, unit: '%'}],
])('%s is read as numbers', (text, numbers) => {
  expect(figure(text)).toEqual({year_from: undefined, year_to: undefined, ...numbers});
});

test.each([
  'Six years',
  '19 of 25',
  '75% and 65%',
  '£7 million to £5 million',
  'nearly fourfold',
  '£12.50 or £25 an hour',
])('what %s says as numbers would be a guess', (text) =>
  expect(figure(text)).toEqual({year_from: undefined, year_to: undefined}),
);

test.each([
  ['2024', 2024, 2024],
  ['2014/15', 2014, 2015],
  ['May 2015', 2015, 2015],
  ['April 2020 to March 2023', 2020, 2023],
  ['From 2023', 2023, undefined],
  ['By 2023 (a plan)', undefined, undefined],
  ['Published 2023', undefined, undefined],
  ['not stated', undefined, undefined],
])('the years of %s', (text, from, to) => expect(years(text)).toEqual([from, to]));
