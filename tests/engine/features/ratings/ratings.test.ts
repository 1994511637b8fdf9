import {describe, expect, test} from 'vitest';
import {meaningChanges} from '../../../../src/changes/diff/meaning/meaning-changes.ts';
import {ratings as feature, type RatedGroup} from '../../../../src/features/ratings/feature.ts';
import {checkModel} from '../../../../src/rules/rule-set.ts';
import {pageText} from '../../support/diff/differences.ts';
import {navigationFile, page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const SCALES = [
  {
    id: 'cost',
    label: 'Cost',
    symbol: '£',
    description: 'What a village pays for it.',
    steps: [
      {id: 'nothing', label: 'Nothing', meaning: 'It costs nothing at all.', marks: 0},
      {id: 'medium', label: 'Medium', meaning: 'It costs some money.', marks: 1},
    ],
  },
  {
    id: 'risk',
    label: 'Risk',
    description: 'What can go wrong with it.',
    steps: [
      {id: 'low', label: 'Low', meaning: 'Nothing went wrong so far.'},
      {id: 'high', label: 'High', meaning: 'Something went wrong once.'},
    ],
  },
];

const SOURCE = 'https://lowerford.example/minutes';
const SOURCES = `sources:\n  - {title: Minutes, publisher: Lower Ford parish, url: ${SOURCE}}\n`;

function rated(keys: string, scales: readonly object[] = SCALES) {
  return toolkitWith({
    'toolkit.config.ts': `export default ${JSON.stringify({scales})};\n`,
    'navigation.json': navigationFile({pages: {homes: 'priorities/homes', wardens: 'approaches/wardens'}}),
    'docs/priorities/homes.md': page('Homes', `priorities: [homes]\n${SOURCES}${keys}`),
    'docs/approaches/wardens.md': page(
      'Wardens',
      'approaches: [wardens]\nratings:\n  cost: {step: not-known, reason: Nobody says what it costs.}\n  risk: {step: low, reason: We know of no fault.}\n',
    ),
  });
}

const cost = (step: string, source = SOURCE) =>
  `ratings:\n  cost: {step: ${step}, reason: The parish paid for it., source: "${source}"}\n`;

const problemsIn = (toolkit: ReturnType<typeof toolkitWith>) =>
  checkModel(toolkit, '2026-11-24').map(({problem, fix}) => `${problem} ${fix}`);

describe('the ratings of a page', () => {
  test('may be any step, zero and what is not known included', () => {
    expect(problemsIn(rated(cost('nothing')))).toEqual([]);
  });

  test.each([
    ['another step', cost('mediun'), 'Write `medium`, the nearest match.'],
    ['another scale', cost('medium').replace('cost', 'csot'), 'Write `cost`, the nearest match'],
    ['a source that is not listed', cost('medium', `${SOURCE}/`), `rating names \`${SOURCE}/\``],
    ['no reason', 'ratings: {cost: {step: medium}}\n', '`ratings`, `cost`, `reason` is missing'],
  ])('may not name %s', (_, keys, told) => {
    expect(problemsIn(rated(keys))).toEqual([expect.stringContaining(told)]);
  });

  test('are an unknown key, and have no pages, in a toolkit without scales', () => {
    const toolkit = rated(cost('medium'), []);
    expect(problemsIn(toolkit)[0]).toContain('unknown key `ratings`');
    expect(feature.pages?.(toolkit.config)).toEqual([]);
  });

  test('change for readers when the step does, apart from its reason', () => {
    const text = (step: string, reason: string) =>
      pageText(`---\ntitle: Homes\nratings:\n  cost: {step: ${step}, reason: ${reason}}\n---\nWords.`);
    const idsOf = (step: string, reason: string) =>
      meaningChanges(text('medium', 'The parish paid £40.'), text(step, reason)).map(({id, kind}) => `${kind}: ${id}`);
    expect(idsOf('nothing', 'The parish paid £40.')).toEqual(['wording: ratings cost medium -> cost nothing']);
    expect(idsOf('medium', 'The parish paid £50.')).toEqual(['figure: figure £40 -> £50']);
    expect(idsOf('medium', 'It was the parish that paid £40.')).toEqual([]);
  });
});

test('the pages of the vocabulary that is rated on the most scales come first, without unused scales', () => {
  const [route] = feature.routes?.({toolkit: rated(cost('medium'))} as never) ?? [];
  const {groups} = (route?.props ?? {groups: []}) as {groups: RatedGroup[]};
  expect(
    groups.map(({label, scales, pages}) => [label, scales.map(({id}) => id), pages.map(({title}) => title)]),
  ).toEqual([
    ['Approaches', ['cost', 'risk'], ['Wardens']],
    ['Priorities', ['cost'], ['Homes']],
  ]);
});
