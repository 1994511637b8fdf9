import {describe, expect, test} from 'vitest';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../src/content/examples/example-files.ts';
import {figureRowsIn} from '../../support/figure-rows.ts';
import {page} from '../../support/sound-toolkit.ts';

const STUDY = caseStudyExample(
  `outcomes:\n  - {figure: 43 boats, what: were kept dry, year: 2024, source: ${EXAMPLE_SOURCE}}\n`,
).replace(
  '## Why\n',
  '## Why\n\nBy 2019 they asked for [two years](https://ford.example/asked) where to moor. [Two boats](https://ford.example/lost) sank.\n',
);

/** The row of a guidance page that takes a figure from the study. */
function rowOf(words: string): string[] {
  const homes = page('Homes').replace('Words.', `- [The weir](../case-studies/weir.md): ${words}`);
  return figureRowsIn({'docs/priorities/homes.md': homes, 'docs/case-studies/weir.md': STUDY})
    .filter((row) => row.what.includes(words))
    .map(({figure, year, area, source}) => `${figure} | ${year} | ${area} | ${source?.url}`);
}

describe('a figure that a page takes from another page', () => {
  test('rests on the source that it has there, with the year and the area', () => {
    expect(rowOf('how 43 boats were saved.')).toEqual([`43 boats | 2024 | Lower Ford | ${EXAMPLE_SOURCE}`]);
  });

  test('is told from another of the same number by what it counts', () => {
    expect(rowOf('what was asked for over two years.')).toEqual([
      'two years | By 2019 | Lower Ford | https://ford.example/asked',
    ]);
  });

  test('keeps what its own sentence says', () => {
    expect(rowOf('in 2011 it lost 43 boats in Kent.')).toEqual([`43 boats | 2011 | Kent | ${EXAMPLE_SOURCE}`]);
  });

  test.each([['44 boats were saved.'], ['it has two ponds.']])(
    'rests on the page where that has it not: %s',
    (words) => {
      expect(rowOf(words)).toEqual([expect.stringMatching(/\/toolkit\/case-studies\/weir\/$/)]);
    },
  );
});
