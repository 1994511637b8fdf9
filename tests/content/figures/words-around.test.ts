import {expect, test} from 'vitest';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../src/content/examples/example-files.ts';
import {figureRowsIn, rowsOf} from '../../support/figure-rows.ts';

test.each([
  ['its sentence', 'Weir had [300 boats](https://ford.example/survey). Ford fell.', 'Weir had 300 boats.'],
  [
    'its sentence and the one before',
    'All is well. Ford fell. It had [300 boats](https://ford.example/survey).',
    'Ford fell. It had 300 boats.',
  ],
  [
    'an item of a list, however long',
    `At Ford there were:\n\n- [300 boats](https://ford.example/survey), ${'and more'.repeat(20)}.`,
    `At Ford there were: 300 boats, ${'and more'.repeat(20)}.`,
  ],
])('the words around a figure are those of %s', (_name, text, words) => {
  expect(rowsOf(text)).toMatchObject([{words}]);
});

test('those of an outcome are its figure and what that counts, and it stands among the facts', () => {
  const outcome = `outcomes:\n  - {figure: 48%, what: of homes stayed dry, year: 2024, source: ${EXAMPLE_SOURCE}}\n`;
  expect(figureRowsIn({'docs/case-studies/weir.md': caseStudyExample(outcome)})[0]).toMatchObject({
    words: '48% of homes stayed dry',
    anchor: 'at-a-glance',
  });
});

test('a figure stands under the nearest heading above it, in a table too', () => {
  const table = '| Boats | Source |\n| --- | --- |\n| 300 | [A](https://ford.example/survey) |';
  const words = `The [200 boats](https://ford.example/survey).\n\n## First {#one}\n\n### The fleet\n\n${table}\n\n## Last`;
  expect(rowsOf(words).map(({anchor}) => anchor)).toEqual([undefined, 'the-fleet']);
});
