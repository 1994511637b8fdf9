import {describe, expect, test} from 'vitest';
import {pageNumbers} from '../../../src/content/figures/page-numbers.ts';
import {parsePage} from '../../../src/content/parsed-page.ts';
import {readDocument} from '../../../src/store/document.ts';
import {pageOf} from '../../support/sound-toolkit.ts';

/** Each number of some words as `class: number`, or `claim: number`. */
function numbersOf(words: string, names: {name: string; why: string}[] = []): string[] {
  const {kind, document} = pageOf(words);
  return pageNumbers(parsePage(kind, document), names)
    .filter(({unit}) => unit.node || unit.place === 'code' || unit.place === 'address')
    .map(({unit, start, end, allowed}) => `${allowed ?? 'claim'}: ${unit.text.slice(start, end)}`);
}

describe('a claim', () => {
  test.each([
    ['28 homes', 'The flood reached 28 homes.', ['claim: 28']],
    ['a share and a sum', 'It cost £1.2 million, or 48% of the total.', ['claim: £1.2 million', 'claim: 48%']],
    ['a number in words', 'Twenty-five homes were wet, half of them badly.', ['claim: Twenty-five', 'claim: half']],
    ['a share in words', 'One household in ten replied.', ['claim: One household in ten']],
    ['a change in words', 'Visits doubled, then rose fourfold.', ['claim: doubled', 'claim: fourfold']],
    [
      'a range, which is one figure',
      'It costs £14 to £22 a home, for 23 of 43 homes.',
      ['claim: £14 to £22', 'claim: 23 of 43'],
    ],
    [
      'a third of something, but no third house',
      'A third of homes had a boat. The third had two.',
      ['claim: third', 'order: third', 'claim: two'],
    ],
    ['two things, and no share', 'It paid 30 projects in 46 new services.', ['claim: 30', 'claim: 46']],
    [
      'a share of services',
      'It reached 8 in 10 services, or 8 villages in 10.',
      ['claim: 8 in 10', 'claim: 8 villages in 10'],
    ],
    ['a part of its own whole', 'Ford lost 27 of its 43 homes.', ['claim: 27 of its 43']],
    ['a sixth of something', 'It lost a sixth of the boats.', ['claim: sixth']],
    [
      'more than the base of a rate',
      'Each £1 million bought £1.20 of it, for £1 a boat.',
      ['claim: £1 million', 'claim: £1.20', 'claim: £1'],
    ],
    ['a number of four figures that is no year', 'It had 4321 pumps.', ['claim: 4321']],
    ['a sum that ends like a time', 'It cost £6 and 60p.', ['claim: £6', 'claim: 60p']],
    ['a ratio or a decimal', 'It grew 10.3 points, at 3:1.', ['claim: 10.3', 'claim: 3:1']],
  ])('is %s', (_name, words, numbers) => {
    expect(numbersOf(words)).toEqual(numbers);
  });
});

describe('no claim', () => {
  test.each([
    [
      'a date or a period',
      'From 2 May 2024 to 2025, and in 2023/24.',
      ['date: 2', 'date: 2024', 'date: 2025', 'date: 2023/24'],
    ],
    ['a time, which the parser takes for a directive', 'It opens from 8:30am.', ['time: 8:30am']],
    [
      'a time of day',
      'Open at 6pm, from 10 to 4pm, between 10.30am and 9 p.m., and at 18:30.',
      ['time: 6pm', 'time: 10', 'time: 4pm', 'time: 10.30am', 'time: 9', 'time: 18:30'],
    ],
    ['a section of a law', 'Section 7 of the Floods Act 1964.', ['law: 7', 'date: 1964']],
    ['an age', 'For people aged 14 to 25, and those over 65 in need.', ['age: 14', 'age: 25', 'age: 65']],
    ['a version', 'It still shows version 1.', ['version: 1']],
    ['a place in an order', 'The first flood came in step 3.', ['order: first', 'order: 3']],
    ['part of a name', 'COVID-19 and 3D maps at level 2.', ['name: 19', 'name: 3', 'name: 2']],
    ['a registration', 'The charity is number 1150161.', ['registration: 1150161']],
    ['a telephone number', 'Call 0300 123 4567 now.', ['telephone: 0300', 'telephone: 123', 'telephone: 4567']],
    ['the base of a rate', 'It had visits for each 1,000 people.', ['base: 1,000']],
    ['a pound, as the base of a rate', 'It was worth more for each £1 spent.', ['base: £1']],
    ['the sixth of several', 'It was the sixth of the offers.', ['order: sixth']],
    [
      'what the site says of itself, with a link to its own list',
      '[All 41](/studies/) on this site are new.',
      ['own: 41'],
    ],
    ['one by itself', 'One village had it.', ['one: One']],
    ['a heading', '## What changed in 12 years\n\nWords.', ['title: 12']],
    ['a question or a step', '## First steps\n\n- Ask 50 users.', ['title: First', 'advice: 50']],
    ['advice elsewhere', 'You should plan for 12 pumps.', ['advised: 12']],
    ['what the toolkit says of itself', 'We found two studies.', ['own: two']],
    ['what points back', 'The two villages disagree.', ['reference: two']],
    ['what the text sets out', 'It works in two ways.', ['part: two']],
    ['code or an address', 'Type `pump 7`, or see www.flood7.example.', ['code: 7', 'code: 7']],
  ])('is %s', (_name, words, numbers) => {
    expect(numbersOf(words).sort()).toEqual([...numbers].sort());
  });
});

test('what links to a source claims something, in a section of advice too', () => {
  expect(numbersOf('## First steps\n\n- Ford lost [£233,000](https://ford.example/loss) this way.')).toContain(
    'claim: £233,000',
  );
});

test('a link with the title of a listed source names it; a figure of it that is linked is a claim', () => {
  const titled = `---
title: Homes
description: What the page tells a clerk who has an afternoon.
sources:
  - {title: 'Boats: five ways to keep them (copy)', publisher: Ford, url: https://ford.example/5}
---

Read [Boats: five ways to keep them](https://ford.example/5), which tells of [five boats](https://ford.example/5).
`;
  const page = {kind: 'page' as const, ...readDocument('docs/priorities/homes.md', titled)};
  const numbers = pageNumbers(parsePage(page.kind, page.document), []).filter(({unit}) => unit.place === 'prose');
  expect(numbers.map(({allowed}) => allowed)).toEqual(['publication', undefined]);
});

test('names that the configuration lists hold no claims', () => {
  const words = 'Ford signed a Six Steps Promise.';
  expect(numbersOf(words)).toEqual(['claim: Six']);
  expect(numbersOf(words, [{name: 'Six Steps Promise', why: 'A pledge.'}])).toEqual(['own-name: Six']);
});

test('a table tells by its columns what is a figure', () => {
  const table =
    '| Figure | What it counts | Year | Area | Source |\n| --- | --- | --- | --- | --- |\n| 48% | Homes (of 300) | 2024 | Ford | [Survey 3](https://ford.example/3) |';
  expect(numbersOf(table)).toEqual(['claim: 48%', 'claim: 300', 'column: 2024', 'column: 3']);
});
