import {describe, expect, test} from 'vitest';
import {caseStudyExample, EXAMPLE_SOURCE} from '../../../src/content/examples/example-files.ts';
import {figureRowsIn, rowsOf} from '../../support/figure-rows.ts';

/** The words of a row for what no text dates: the year of its source, as `rowsOf` lists it. */
const BY_SOURCE = 'published 2023';

/** Each figure of some words with its year. */
function yearsOf(words: string): string[] {
  return rowsOf(words.replace(/<(.*?)>/g, '[$1](https://ford.example/survey)')).map(
    ({figure, year}) => `${figure}: ${year}`,
  );
}

test('what a column of years says without a year is told as it stands', () => {
  const table =
    '| Boats | Year |\n| --- | --- |\n| [300](https://ford.example/survey) | Before the flood (year not stated) |';
  expect(rowsOf(table).map(({figure, year}) => `${figure}: ${year}`)).toEqual([
    '300: Before the flood (year not stated)',
  ]);
});

test('what a row says to be without a year has none in a sentence either', () => {
  const words =
    'In 2007 Ford gave [£300](https://ford.example/survey), and [£400](https://ford.example/survey).\n\n| Figure | What it counts | Year | Area | Source |\n| --- | --- | --- | --- | --- |\n| £300 | Saved | Reported in 2007 (year not stated) | Ford | [Survey](https://ford.example/survey) |';
  expect(rowsOf(words).map(({figure, year}) => `${figure}: ${year}`)).toEqual([
    '£300: Reported in 2007 (year not stated)',
    '£400: 2007',
    '£300: Reported in 2007 (year not stated)',
  ]);
});

test('beside what a case study does not date stand the years of the work', () => {
  const rows = (more: string) =>
    figureRowsIn({
      'docs/case-studies/weir.md': caseStudyExample(
        more,
        `In 2019 it [had 300 boats](${EXAMPLE_SOURCE}).\n\nIt [had 48 oars](${EXAMPLE_SOURCE}).`,
      ),
    }).map(({figure, year}) => `${figure}: ${year}`);
  expect(rows('period: {from: {year: 2018}, to: {year: 2020, approximate: true}}\n')).toEqual([
    '300 boats: 2019',
    '48 oars: not stated (case study: 2018 to about 2020)',
  ]);
  expect(rows('')).toEqual(['300 boats: 2019', '48 oars: not stated']);
});

describe('the year of a figure is', () => {
  test.each([
    [
      'what opens the sentence, for all of it',
      'In 2019 Ford <had 300 boats>, and sold 20.',
      ['300 boats: 2019', '20: 2019'],
    ],
    ['a time that everybody knows by its name', 'In the pandemic it <lost 300 boats>.', ['300 boats: In the pandemic']],
    ['a year or one after it', 'It <lost 300 boats> in one year, 2023 or later.', ['300 boats: 2023 or later']],
    ['a period, however it is written', 'Between 2012 and 2014 it <lost 300 boats>.', ['300 boats: 2012 to 2014']],
    [
      'from, by or until a year',
      'It had <300 boats by 2021>. From 2012 it had <200>.',
      ['300 boats: by 2021', '200: From 2012'],
    ],
    ['about a year', 'By about 2010 it had <300 boats>.', ['300 boats: By about 2010']],
    ['the end of a year', 'It must save <£300 by the end of 2015>.', ['£300: by the end of 2015']],
    [
      'that of the second of two compared figures',
      'It went from <12 boats to 300 by 2023>.',
      [`12 boats: ${BY_SOURCE}`, '300: by 2023'],
    ],
    [
      'that of the first of two compared figures',
      'It went from <12 boats in 2004 to over 300>.',
      ['12 boats: 2004', `over 300: ${BY_SOURCE}`],
    ],
  ])('%s', (_name, words, years) => {
    expect(yearsOf(words)).toEqual(years);
  });
});

describe('the year of a figure is not', () => {
  test.each([
    ['that of another statement', 'They paid for <the first 300 boats>, and their help stopped in 2016.'],
    ['that of something before it', 'It lay in a <harbour of 1856>, and sold 300 boats.'],
    ['that before something later', '<A sixth boat> came in 2017, and a later review kept 300 boats.'],
    ['that of a period which it came before', 'The plan for 2009 to 2014 told of a fall over the <300 years before>.'],
    [
      'that of the paragraph, where the sentence has none by its own words',
      'It began in 2016. It had <300 boats>, by a report without a year.',
    ],
    [
      'that of the paragraph, where another source says it',
      '<Ford> fell in 2016. Boats are [300 in all](https://weir.example/).',
    ],
  ])('%s', (_name, words) => {
    expect(yearsOf(words).filter((row) => /\b300/.test(row))).toEqual([
      expect.not.stringMatching(/: .*(?:1856|20[01]\d)/),
    ]);
  });
});

test('what somebody said in a year holds for all that was said, and not for what came of it', () => {
  expect(yearsOf('Across Ford they said in 2015 that 90 boats <were new>, and 300 kilos old.').at(-1)).toBe(
    '300 kilos: reported 2015',
  );
  expect(yearsOf('Across Ford they said so in 2015, and <lost 300 kilos>.').at(-1)).toBe(`300 kilos: ${BY_SOURCE}`);
});

describe('when somebody said it', () => {
  test.each([
    ['In 2017 the council said that it <had 300 boats>.'],
    ['It <had 300 boats>, as the press reported in 2017.'],
    ['By a report of 2017, it <had 300 boats>.'],
    ['It told Ford so in 2017: it <had 300 boats>.'],
  ])('%s', (words) => {
    expect(yearsOf(words)[0]).toMatch(/^300 boats: (?:reported 2017|published 2023)$/);
  });

  test('gives way to the year it was said of', () => {
    expect(yearsOf('In 2017 the council said that it <had 300 boats in 2012>.')).toEqual(['300 boats: 2012']);
  });

  test('a survey of a year is of that year', () => {
    expect(yearsOf('The 2014 survey put the number <at 300 boats>.')).toEqual(['300 boats: 2014']);
  });
});

test('a sentence that points back goes on from the one before, whatever it links to', () => {
  expect(yearsOf('<Ford> fell in 2016. It then had [300 boats](https://weir.example/).')).toEqual([
    '300 boats: 2016 (same paragraph)',
  ]);
});

test('when somebody reported it is no second time of a paragraph', () => {
  expect(
    yearsOf('A report of January 2026 <gives 90 boats> for the year 2024 to 2025. Of these <300 kilos> sank.').at(-1),
  ).toBe('300 kilos: 2024 to 2025 (same paragraph)');
  expect(yearsOf('<Ford> had 90 boats in 2019, and 80 in 2020. Of these <300 kilos> sank.').at(-1)).toBe(
    `300 kilos: ${BY_SOURCE}`,
  );
});

test('a list is dated by the sentence that introduces it, and by none before', () => {
  expect(yearsOf('It began in 2011. <These> are kept:\n\n- 300 boats.')).toEqual([`300 boats: ${BY_SOURCE}`]);
  expect(yearsOf('It began in 2011. <In 2012> it kept:\n\n- 300 boats.')).toEqual(['300 boats: 2012']);
});

test('a small number is not dated by the same number in a table', () => {
  const table =
    '| Figure | Year | Source |\n| --- | --- | --- |\n| 43 boats | 2018 | [A](https://ford.example/survey) |';
  expect(yearsOf(`${table}\n\n<Staff> ran 43 boats.`)).toEqual(['43 boats: 2018', `43 boats: ${BY_SOURCE}`]);
});

test('figures in one cell have the years of their row one by one', () => {
  const head = '| Figure | What it counts | Year | Source |\n| --- | --- | --- | --- |\n';
  const row = '| £84, £85 and £56 | Income | 2011/12, 2016/17 and 2021/22 | [A](https://ford.example/survey) |';
  expect(rowsOf(head + row).map(({year}) => year)).toEqual(['2011/12', '2016/17', '2021/22']);
});

test('the head of a column dates its figures', () => {
  const table =
    '| Place | Survey, 2015 | Source |\n| --- | --- | --- |\n| Weir | 34% | [A](https://ford.example/survey) |';
  expect(rowsOf(table)).toMatchObject([{figure: '34%', year: '2015'}]);
});

test('an outcome is dated by its own words before its year, and its figure is read with them', () => {
  const outcome = `outcomes:\n  - {figure: "300", what: "boats in 2021 to 2022, down from 400 in 2017", year: 2022, source: ${EXAMPLE_SOURCE}}\n`;
  expect(figureRowsIn({'docs/case-studies/weir.md': caseStudyExample(outcome)}).slice(0, 2)).toMatchObject([
    {figure: '300 boats', year: '2021 to 2022', what: 'boats in 2021 to 2022, down from 400 in 2017'},
    {figure: '400', year: '2017'},
  ]);
});
