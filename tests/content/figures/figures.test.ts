import {expect, test} from 'vitest';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../src/content/examples/example-files.ts';
import {figuresOf} from '../../../src/content/figures/figures.ts';
import {figureRowsIn, rowsOf, SURVEY} from '../../support/figure-rows.ts';
import {page, toolkitWith} from '../../support/sound-toolkit.ts';

test('a row of an evidence table says all', () => {
  const words =
    '| Figure | What it counts | Year | Area | Source |\n| --- | --- | --- | --- | --- |\n| 48% | Homes with a boat | 2024 | Ford | [Survey](https://ford.example/survey) |';
  expect(rowsOf(words)).toEqual([
    {
      figure: '48%',
      what: 'Homes with a boat',
      words: '48% | Homes with a boat | 2024 | Ford | Survey',
      anchor: undefined,
      year: '2024',
      area: 'Ford',
      source: {title: 'The survey', url: 'https://ford.example/survey'},
    },
  ]);
});

test('a sentence gives year, area and source, each figure its own', () => {
  const words = '[The survey](https://ford.example/survey) found over 300 boats in Wales in 2019, and 20 in 2020.';
  expect(rowsOf(words)).toMatchObject([
    {figure: 'over 300 boats', year: '2019', area: 'Wales', source: {title: 'The survey'}},
    {figure: '20', year: '2020', area: 'Wales'},
  ]);
});

test('what the sentence lacks comes from the paragraph and from the source, and the row says so', () => {
  const words =
    'It was 2019, in Welsh villages. [One](https://ford.example/survey) had 300 boats.\n\nOf these, [20](https://ford.example/survey) sank.';
  expect(rowsOf(words)).toMatchObject([
    {figure: '300 boats', year: '2019 (same paragraph)', area: 'Wales (same paragraph)'},
    {figure: '20', year: 'published 2023', area: 'not stated'},
  ]);
});

test('a list item rests on what introduces it', () => {
  const words = '[The survey of 2021](https://ford.example/survey) found:\n\n- 48% had a boat.';
  expect(rowsOf(words)).toMatchObject([
    {what: 'The survey of 2021 found: 48% had a boat.', year: '2021', source: {url: 'https://ford.example/survey'}},
  ]);
});

test('the same number elsewhere on the page has the source', () => {
  const words = '[Ford](https://ford.example/survey) lost £300.\n\nThe £300 was never found.';
  expect(rowsOf(words).map(({source}) => source?.url)).toEqual([
    'https://ford.example/survey',
    'https://ford.example/survey',
  ]);
});

test('what no source is given for rests on that of another figure in its sentence', () => {
  const words = '[Ford](https://ford.example/survey) lost £300.\n\nIt went with five boats and the £300.';
  expect(rowsOf(words).map(({figure, source}) => [figure, source?.url])).toEqual([
    ['£300', 'https://ford.example/survey'],
    ['five boats', 'https://ford.example/survey'],
    ['£300', 'https://ford.example/survey'],
  ]);
});

test('a small number in words is no key by itself: another three says nothing of its source', () => {
  const words = 'It opened [three](https://weir.example/).\n\nIn the end some had three of these.';
  expect(rowsOf(words).map(({source}) => source?.url)).toEqual(['https://weir.example/', undefined]);
});

test('what nobody says is not stated, and a source without a link is named in the text', () => {
  expect(rowsOf('They lost 300 boats.\n\nFord parish counted 20 boats.')).toMatchObject([
    {year: 'not stated', area: 'not stated', source: undefined},
    {source: {title: 'named in the text'}},
  ]);
});

test('a body that is named after an area is not in it', () => {
  expect(rowsOf('Sport Wales [counted](https://ford.example/survey) 300 boats.')).toMatchObject([{area: 'not stated'}]);
});

test('a link to another page names that page as the source', () => {
  expect(rowsOf('[Start](../index.md) counts 300 boats.')[0]?.source).toEqual({title: 'Start', url: '/toolkit/'});
});

test('a case study gives its outcomes and cost, and its own place where nothing else is named', () => {
  const outcome = `outcomes:\n  - {figure: 48%, what: of homes stayed dry, year: 2024, source: ${EXAMPLE_SOURCE}}\n`;
  const rows = figureRowsIn({
    'docs/case-studies/weir.md': caseStudyExample(`${outcome}cost: It took 48% of the budget.\n`),
  });
  expect(rows).toMatchObject([
    {what: 'It took 48% of the budget.', source: {url: EXAMPLE_SOURCE}},
    {
      figure: '48%',
      what: 'of homes stayed dry',
      year: '2024',
      area: 'Lower Ford (place of the study)',
      source: {title: 'Minutes'},
    },
    {figure: 'Four'},
  ]);
});

test('numbers that claim nothing are counted by class', () => {
  const {allowed} = figuresOf(
    toolkitWith({'docs/priorities/homes.md': page('Homes').replace('Words.', 'In 2019 and 2020.')}),
  );
  expect(allowed.find(({label}) => label.startsWith('Dates'))?.count).toBe(2);
});

const BOATS = {
  kind: 'bar',
  title: 'Boats on the river',
  finding: 'There were more boats in 2020 than in 2019.',
  area: 'Kent',
  unit: {name: 'boats'},
  note: 'Counted from the bridge at Ford on the first day of May.',
  series: [
    {
      label: 'Boats',
      points: [
        {period: '2019', value: 300, source: 'https://ford.example/survey'},
        {period: '2020', value: 1320, source: 'https://ford.example/survey'},
      ],
    },
  ],
  sources: [{title: 'The survey', publisher: 'Ford', year: 2023, url: 'https://ford.example/survey'}],
};

test('what a chart draws has rows that lead to it, after those of the text', () => {
  const text = page('Homes', SURVEY).replace(
    'Words.',
    '::chart{id="boats"}\n\n[Ford](https://ford.example/survey) lost £5.',
  );
  const rows = (chart: object) =>
    figureRowsIn({'docs/priorities/homes.md': text, 'docs/reference/data/boats.json': JSON.stringify(chart)});
  expect(rows(BOATS)).toMatchObject([
    {figure: '£5'},
    {figure: '300', what: 'Boats on the river: boats', year: '2019'},
    {
      figure: '1,320',
      what: 'Boats on the river: boats',
      words: BOATS.finding,
      anchor: 'chart-boats',
      year: '2020',
      area: 'Kent',
      source: {title: 'The survey', url: 'https://ford.example/survey'},
    },
  ]);
  const [first] = BOATS.series;
  const two = {
    ...BOATS,
    unit: {name: 'boats', after: 'b'},
    series: [
      {...first, label: 'Rowing boats'},
      {...first, label: 'Sailing boats'},
    ],
  };
  expect(rows(two).map(({figure, what}) => `${figure} ${what}`)).toEqual([
    '£5 Ford lost £5.',
    '300b Boats on the river: Rowing boats',
    '1,320b Boats on the river: Rowing boats',
    '300b Boats on the river: Sailing boats',
    '1,320b Boats on the river: Sailing boats',
  ]);
});

test('a question claims nothing, whatever it leads to', () => {
  const words =
    'Which three aims has [Ford](https://ford.example/survey)? It has [300 boats](https://ford.example/survey).';
  expect(rowsOf(words).map(({figure}) => figure)).toEqual(['300 boats']);
});
