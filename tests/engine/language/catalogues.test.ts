import {describe, expect, test} from 'vitest';
import {cy} from '../../../src/language/cy.ts';
import {en} from '../../../src/language/en.ts';
import {formatOf} from '../../../src/language/format.ts';
import {hasCatalogue, LANGUAGES, textOf} from '../../../src/language/text.ts';
import {messagesOf} from '../support/language/messages.ts';

const ENGLISH = messagesOf(en(formatOf('en-GB')));

/** Texts that are the same word in Welsh. */
const SAME_IN_WELSH = ['facts.cost', 'differences.facts.cost', 'differences.facts.partners'];

describe.each([['cy', messagesOf(cy(formatOf('cy'))), SAME_IN_WELSH] as const])('%s', (_, catalogue, same) => {
  test('has every message of the English catalogue, and no other', () => {
    expect([...catalogue.keys()]).toEqual([...ENGLISH.keys()]);
    expect([...catalogue].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('repeats no English text, apart from words that are the same', () => {
    const repeated = [...catalogue].filter(([key, text]) => ENGLISH.get(key) === text).map(([key]) => key);
    expect(repeated).toEqual(same);
  });

  test('has the elements and values of each English message', () => {
    const marks = (text = '') => [...new Set(text.match(/<\w+|\{\w+\}|\b70\d\d\b/g))].sort();
    const values = (text = '') => marks(text.replace(/(?<=\d)[,. ](?=\d)/g, ''));
    for (const [key, text] of catalogue)
      expect({key, marks: values(text)}).toEqual({key, marks: values(ENGLISH.get(key))});
  });
});

test('a language is one with a catalogue, with or without a region', () => {
  expect(LANGUAGES).toEqual(['en', 'cy']);
  expect(['en', 'en-GB', 'en-US', 'cy', 'cy-GB'].filter(hasCatalogue)).toEqual(['en', 'en-GB', 'en-US', 'cy', 'cy-GB']);
  expect(['fr', 'xx', 'English', 'en-gb', 'en_GB', 'constructor', ''].filter(hasCatalogue)).toEqual([]);
});

test('days, ranges, periods, numbers and lists are written as the language writes them', () => {
  const [english, american, welsh] = ['en-GB', 'en-US', 'cy'].map((tag) => textOf({language: tag}).format);
  expect(english?.day('2026-11-24')).toBe('24 November 2026');
  expect(american?.day('2026-11-24T00:00:00.000Z')).toBe('November 24, 2026');
  expect(welsh?.day('2026-11-24')).toBe('24 Tachwedd 2026');
  expect(english?.range({earliest: '2015-12-01', latest: '2017-03-31'})).toBe('between December 2015 and March 2017');
  expect(english?.range({earliest: '2015-12-01', latest: '2015-12-09'})).toBe(
    'between 1 December 2015 and 9 December 2015',
  );
  expect(welsh?.range({earliest: '2015-12-01', latest: '2017-03-31'})).toBe('rhwng Rhagfyr 2015 a Mawrth 2017');
  expect(english?.period({from: {year: 2012}, to: {year: 2017, approximate: true}})).toBe('2012 to about 2017');
  expect(english?.period({from: {year: 2015}, to: {year: 2015}})).toBe('2015');
  expect(welsh?.period({from: {year: 2012}})).toBe('o 2012 ymlaen');
  expect(english?.number(1165)).toBe('1,165');
  expect(english?.either(['a', 'b', 'c'])).toBe('a, b or c');
  expect(english?.join([1, 2, 3])).toEqual([1, ', ', 2, ' and ', 3]);
});

test('a number takes the form of its plural category', () => {
  const {counts, search, format} = textOf({language: 'cy'});
  expect([1, 2, 3, 6, 11].map(counts.pages)).toEqual([
    '1 dudalen',
    '2 dudalen',
    '3 tudalen',
    '6 tudalen',
    '11 tudalen',
  ]);
  expect([1, 2, 3, 4].map((n) => format.plural(n, search.found).split(' ')[1])).toEqual([
    'canlyniad',
    'ganlyniad',
    'chanlyniad',
    'canlyniad',
  ]);
  expect([0, 1, 2].map(textOf({language: 'en'}).counts.caseStudies)).toEqual([
    '0 case studies',
    '1 case study',
    '2 case studies',
  ]);
});

test('titles are sorted by the alphabet of the language', () => {
  expect(['Llan', 'Lwc', 'Naw', 'Ngo', 'Haf'].sort(textOf({language: 'cy'}).format.compare)).toEqual([
    'Ngo',
    'Haf',
    'Lwc',
    'Llan',
    'Naw',
  ]);
  expect(['b', 'A', 'É', 'c'].sort(textOf({language: 'en'}).format.compare)).toEqual(['A', 'b', 'c', 'É']);
});
