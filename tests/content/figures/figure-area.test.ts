import {describe, expect, test} from 'vitest';
import {caseStudyExample} from '../../../src/content/examples/example-files.ts';
import {figureRowsIn, rowsOf} from '../../support/figure-rows.ts';

/** Each figure of some words with its area. */
function areasOf(words: string): string[] {
  return rowsOf(linked(words)).map(({figure, area}) => `${figure}: ${area}`);
}

/** The figures that a case study of a place gives in `Why`, with their areas. */
function areasInStudy(words: string, place = 'Lower Ford'): string[] {
  const study = caseStudyExample('')
    .replace(/^place: .*$/m, `place: ${place}`)
    .replace('## Why\n', `## Why\n\n${linked(words)}\n`);
  return figureRowsIn({'docs/case-studies/weir.md': study})
    .filter(({figure}) => /\d/.test(figure))
    .map(({figure, area}) => `${figure}: ${area}`);
}

function linked(words: string): string {
  return words.replace(/<(.*?)>/g, '[$1](https://ford.example/survey)');
}

describe('the area of a figure is', () => {
  test.each([
    ['what the sentence names before it', 'Kent <had 300 boats>, and sold 20.', ['300 boats: Kent', '20: Kent']],
    ['not where it was ranked', 'It was among <the cheapest 12% of Welsh villages>.', ['12%: not stated']],
    ['where the best of all is', 'It gave prizes to <the best, in Wales to 12 boats>.', ['12 boats: Wales']],
    ['no example of what is counted', 'It had <300 members>, among them Kent.', ['300 members: not stated']],
    ['no member of what is counted', 'Kent was one of <300 places>.', ['300 places: not stated']],
    ['where that is which a place is one of', 'Kent was one of <300 places in Wales>.', ['300 places: Wales']],
    ['not that of another statement', 'They ran <300 boats>, and in Kent trams too.', ['300 boats: not stated']],
    ['not that of a part of it', 'It lost <£300 in all, £20 of it in Kent>.', ['£300: not stated', '£20: Kent']],
    [
      'not that of the next figure, of which another area is told',
      'Kent <lost £300 a year and Devon about £20>, for boats.',
      ['£300 a year: Kent', 'about £20: Devon'],
    ],
    ['not what it lies beyond', 'It had <300 boats beyond Wales>.', ['300 boats: not stated']],
    [
      'not that of a paragraph on another source',
      'Kent <fell>. Boats are [300 in all](https://weir.example/).',
      ['300: not stated'],
    ],
  ])('%s', (_name, words, areas) => {
    expect(areasOf(words)).toEqual(areas);
  });

  test('that of the sentence which introduces a list', () => {
    expect(areasOf('<In Kent> it kept:\n\n- 300 boats.')).toEqual(['300 boats: Kent']);
  });
});

describe('a case study', () => {
  test('is about its own place', () => {
    expect(areasInStudy('It had <300 boats>.')).toEqual(['300 boats: Lower Ford (place of the study)']);
  });

  test.each([
    ['Nationally, it was <300 boats>.'],
    ['It was <300 boats> across the country.'],
    ['It was one of <300>.'],
  ])('is not where this is: %s', (words) => {
    expect(areasInStudy(words)).toEqual([expect.stringMatching(/: not stated$/)]);
  });

  test('of several places is about the one of which the paragraph speaks', () => {
    expect(areasInStudy('Kent <had boats>. It lost <300 boats>.', 'Kent and Devon')).toEqual([
      '300 boats: Kent (same paragraph)',
    ]);
  });
});
