import {expect, test} from 'vitest';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../src/content/examples/example-files.ts';
import {figureRowsIn, rowsOf} from '../../support/figure-rows.ts';

test.each([
  ['They handed over [44 libraries](https://ford.example/survey).', '44 libraries'],
  ['They took over [44 libraries](https://ford.example/survey).', '44 libraries'],
  ['They gave over [44 hours](https://ford.example/survey).', 'over 44 hours'],
  ['It had [over 44 libraries](https://ford.example/survey).', 'over 44 libraries'],
  ['It had [no more than 44 libraries](https://ford.example/survey).', 'no more than 44 libraries'],
  ['It had [approximately 44 libraries](https://ford.example/survey).', 'approximately 44 libraries'],
  ['Most gave [44 hours or more](https://ford.example/survey).', '44 hours or more'],
  ['They gave help over the [nine weeks](https://ford.example/survey) of summer.', 'nine weeks'],
  ['They gave help over [nine weeks](https://ford.example/survey).', 'nine weeks'],
  ['They gave help for over [nine weeks](https://ford.example/survey).', 'over nine weeks'],
  ['What they asked for over [two years](https://ford.example/survey) was built.', 'two years'],
  ['It had [230 library arts](https://ford.example/survey) events.', '230'],
])('the figure of %s', (words, figure) => {
  expect(rowsOf(words)).toMatchObject([{figure}]);
});

test('what a figure counts is told by its sentence, and by the one before where it points back to that', () => {
  const words =
    'Ford has a fleet. It had [300 boats](https://ford.example/survey). Half of Ford had [20 vans](https://ford.example/survey).';
  expect(rowsOf(words).map(({what}) => what)).toEqual([
    'Ford has a fleet. It had 300 boats.',
    'Half of Ford had 20 vans.',
    'Half of Ford had 20 vans.',
  ]);
});

test('a number within what a row counts is shown with the figure that the row is about', () => {
  const head = '| Figure | What it counts | Year | Source |\n| --- | --- | --- | --- |\n';
  const row = '| £674 | Money for two boats | 2019 | [A](https://ford.example/survey) |';
  expect(rowsOf(head + row)).toMatchObject([
    {figure: '£674', what: 'Money for two boats'},
    {figure: 'two boats', what: '£674: Money for two boats'},
  ]);
});

test('a number within what an outcome counts is shown with the figure of the outcome', () => {
  const outcome = `outcomes:\n  - {figure: 387 hours, what: "open a week, 238 of them without staff", year: 2022, source: ${EXAMPLE_SOURCE}}\n`;
  expect(figureRowsIn({'docs/case-studies/weir.md': caseStudyExample(outcome)}).slice(0, 2)).toMatchObject([
    {figure: '387 hours', what: 'open a week, 238 of them without staff'},
    {figure: '238', what: '387 hours open a week, 238 of them without staff'},
  ]);
});
