import {expect, test} from 'vitest';
import type {Figure} from '../../../../src/content/pages/figure.ts';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../../src/rules/examples/example-files.ts';
import {figuresOf} from '../../../../src/site/figures/figures.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const HEAD = '| Figure | What it counts | Year | Area | Source |\n| --- | --- | --- | --- | --- |\n';

function figuresIn(files: Record<string, string>): Figure[] {
  return figuresOf(toolkitWith(files)).flatMap(({figures}) => figures);
}

function figuresOn(words: string): Figure[] {
  return figuresIn({'docs/priorities/homes.md': page('Homes').replace('Words.', () => words)});
}

test('an empty cell or a missing column is not stated, whatever the text around it says', () => {
  const words = `In Wales in 2019 [the survey](https://ford.example/survey) found:\n\n${HEAD}| 48% | Homes with a boat | | | |`;
  expect(figuresOn(words)).toMatchObject([{year: '', area: '', sources: []}]);
  const short = '| What it counts | Figure |\n| --- | --- |\n| Homes in 2019 | 48% |';
  expect(figuresOn(short)).toMatchObject([
    {figure: '48%', what: 'Homes in 2019', anchor: 'figure-48-homes-in-2019', year: '', area: '', sources: []},
  ]);
});

test('a source may be several links, a page of this toolkit, a reference, or text without a link', () => {
  const rows = [
    '| 1 | One | 2024 | Ford | [Survey](https://ford.example/a) and [map](https://ford.example/b) |',
    '| 2 | Two | 2024 | Ford | [Start](../index.md#homes) |',
    '| 3 | Three | 2024 | Ford | [Survey][s] |',
    '| 4 | Four | 2024 | Ford | Parish minutes |',
  ];
  expect(figuresOn(`${HEAD}${rows.join('\n')}\n\n[s]: https://ford.example/s`).map(({sources}) => sources)).toEqual([
    [
      {title: 'Survey', url: 'https://ford.example/a'},
      {title: 'map', url: 'https://ford.example/b'},
    ],
    [{title: 'Start', url: '/toolkit/'}],
    [{title: 'Survey', url: 'https://ford.example/s'}],
    [{title: 'Parish minutes', url: undefined}],
  ]);
});

test('figures in prose and in other tables are not listed, nor are those of a withdrawn page', () => {
  expect(figuresOn('[The survey](https://ford.example/survey) found 300 boats in Wales in 2019.')).toEqual([]);
  expect(figuresOn('| Figure | Year |\n| --- | --- |\n| 48% | 2024 |')).toEqual([]);
  const withdrawn = page('Homes', 'withdrawn: {on: 2026-11-02, why: It is out of date.}\n');
  const files = {'docs/priorities/homes.md': withdrawn.replace('Words.', `${HEAD}| 48% | Homes | | | |`)};
  expect(figuresIn(files)).toEqual([]);
});

test('a case study gives its outcomes, with the year and source of each and no area', () => {
  const outcome = `outcomes:\n  - {figure: 48%, what: of homes stayed dry, year: 2024, source: ${EXAMPLE_SOURCE}}\n  - {figure: "2", what: boats, source: ${EXAMPLE_SOURCE}}\n`;
  const toolkit = toolkitWith({'docs/case-studies/weir.md': caseStudyExample(outcome)});
  const source = {title: 'Minutes', url: EXAMPLE_SOURCE};
  expect(figuresOf(toolkit)).toMatchObject([
    {
      id: 'case-studies/weir',
      place: 'Lower Ford',
      figures: [
        {figure: '48%', what: 'of homes stayed dry', year: '2024', area: '', sources: [source]},
        {figure: '2', what: 'boats', year: '', area: '', sources: [source]},
      ],
    },
  ]);
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

test('the values of a chart come last and link to the chart', () => {
  const text = page('Homes').replace('Words.', `::chart{id="boats"}\n\n${HEAD}| £5 | Losses | | | |`);
  const rows = (chart: object) =>
    figuresIn({'docs/priorities/homes.md': text, 'docs/reference/data/boats.json': JSON.stringify(chart)});
  expect(rows(BOATS)).toMatchObject([
    {figure: '£5'},
    {figure: '300', what: 'Boats on the river: boats', year: '2019'},
    {
      figure: '1,320',
      what: 'Boats on the river: boats',
      anchor: 'chart-boats',
      year: '2020',
      area: 'Kent',
      sources: [{title: 'The survey', url: 'https://ford.example/survey'}],
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
    '£5 Losses',
    '300b Boats on the river: Rowing boats',
    '1,320b Boats on the river: Rowing boats',
    '300b Boats on the river: Sailing boats',
    '1,320b Boats on the river: Sailing boats',
  ]);
});
