import {globSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {CATALOGUES} from '../../../src/language/catalogues.ts';
import {argumentsOf, textsOf} from '../../../src/language/messages.ts';
import {hasCatalogue, isLanguage, LANGUAGES, textOf} from '../../../src/language/text.ts';
import {template} from '../../../src/site/components/template.ts';
import {messagesIn} from '../support/language/messages.ts';

const ENGLISH = new Map(textsOf(CATALOGUES.en));
const OTHERS = Object.entries(CATALOGUES).filter(([language]) => language !== 'en');

/** Texts that are the same in Welsh. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  cy: [
    'names.labelledEdition',
    'page.printedEdition',
    'facts.cost',
    'editions.titleIn',
    'differences.facts.cost',
    'differences.facts.partners',
  ],
};

describe.each(OTHERS)('%s', (language, catalogue) => {
  const texts = new Map(textsOf(catalogue));

  test('has every message of the English catalogue, and no other', () => {
    expect([...texts.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('has the arguments and tags of each English message', () => {
    const marks = (text = '') => [...argumentsOf(text), ...new Set(text.match(/<\w+/g))].sort();
    for (const [key, text] of texts) expect({key, marks: marks(text)}).toEqual({key, marks: marks(ENGLISH.get(key))});
  });

  test('repeats no English text, apart from those that are the same', () => {
    const repeated = [...texts].filter(([key, text]) => text && ENGLISH.get(key) === text).map(([key]) => key);
    expect(repeated).toEqual(SAME[language] ?? []);
  });
});

test.each(LANGUAGES)('every message can be formatted (%s)', (language) => {
  for (const [key, text] of messagesIn(language))
    expect({key, text}).toEqual({key, text: expect.not.stringMatching(/[{}]/)});
});

test('each file is the catalogue of a language', () => {
  const languages = globSync('src/language/*.json', {exclude: ['**/arguments.json']}).map((file) =>
    path.basename(file, '.json'),
  );
  expect(languages.sort()).toEqual(Object.keys(CATALOGUES));
});

test('a language has a catalogue or not, with or without a region', () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining(['cy', 'en']));
  expect(['en', 'en-GB', 'en-US', 'cy', 'cy-GB'].filter(hasCatalogue)).toEqual(['en', 'en-GB', 'en-US', 'cy', 'cy-GB']);
  expect(['fr', 'xx', 'English', 'constructor', ''].filter(hasCatalogue)).toEqual([]);
  expect(['fr', 'fr-CA', 'xx', 'English', 'en-gb', 'en_GB', ''].filter(isLanguage)).toEqual(['fr', 'fr-CA']);
});

test('a number takes the form of its plural category', () => {
  const {counts, search} = textOf({language: 'cy'});
  expect([1, 2, 3, 6, 11].map((count) => counts.pages({count}))).toEqual([
    '1 dudalen',
    '2 dudalen',
    '3 tudalen',
    '6 tudalen',
    '11 tudalen',
  ]);
  expect([1, 2, 3, 4].map((count) => template(search.found, {count}))).toEqual([
    '{found} canlyniad ar gyfer {query}',
    '{found} ganlyniad ar gyfer {query}',
    '{found} chanlyniad ar gyfer {query}',
    '{found} canlyniad ar gyfer {query}',
  ]);
  const english = textOf({language: 'en'}).counts;
  expect([0, 1, 1165].map((count) => english.caseStudies({count}))).toEqual([
    '0 case studies',
    '1 case study',
    '1,165 case studies',
  ]);
});

test('titles are sorted by the alphabet of the language', () => {
  const sorted = (language: string, titles: string[]) => titles.sort(textOf({language}).format.compare);
  expect(sorted('cy', ['Llan', 'Lwc', 'Naw', 'Ngo', 'Haf'])).toEqual(['Ngo', 'Haf', 'Lwc', 'Llan', 'Naw']);
  expect(sorted('en', ['b', 'A', 'É', 'c'])).toEqual(['A', 'b', 'c', 'É']);
});
