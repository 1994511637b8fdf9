import {describe, expect, test} from 'vitest';
import {coverIn} from '../../../../../src/changes/diff/meaning/coverage.ts';
import {meaningChanges} from '../../../../../src/changes/diff/meaning/meaning-changes.ts';
import {pageText} from '../../../support/diff/differences.ts';

const found = (before: string, after: string) => meaningChanges(pageText(before), pageText(after));
const idsOf = (before: string, after: string) => found(before, after).map(({id}) => id);

const TABLE = '| Area | Share |\n| --- | --- |\n';
const SECTIONS = 'Answer.\n\n## Boats\n\nRow them.\n\n## Pumps\n\nOil them.';
const front = (more: string, words = 'Words.') => `---\ntitle: Floods\n${more}---\n${words}`;

test.each([
  ['a figure', 'It is 45% now.', 'It is 47% now.', ['figure 45% -> 47%']],
  [
    'two figures that change places',
    'A 48% and B 52%.',
    'A 52% and B 48%.',
    ['figure 48% -> 52%', 'figure 52% -> 48%'],
  ],
  ['a figure that is gone', 'It is dry. It cost £5.', 'It is dry.', ['figure £5 removed']],
  ['a cell', `${TABLE}| Ford | 45% |`, `${TABLE}| Ford | 47% |`, ['figure 45% -> 47%']],
  ['a date', 'By 3 May 2026 you pay.', 'By 4 May 2026 you pay.', ['date 3 May 2026 -> 4 May 2026']],
  ['a duty next to a figure', 'You must pay 3.', 'You may pay 4.', ['duty must -> may', 'figure 3 -> 4']],
  ['a duty', 'You may pay.', 'You must pay.', ['duty may -> must']],
  ['a removed section', SECTIONS, SECTIONS.replace('\n\n## Pumps\n\nOil them.', ''), ['section removed "Pumps"']],
  ['a new section', SECTIONS, `${SECTIONS}\n\n## Mills\n\nIn 2024 there were 12.`, ['section added "Mills"']],
  ['a section with another name', SECTIONS, SECTIONS.replace('## Boats', '## Oars'), ['section "Boats" is now "Oars"']],
  ['a title', front(''), '---\ntitle: High water\n---\nWords.', ['title is now "High water"']],
  [
    'an answer turned round',
    'You can keep the boat in a shed.',
    'You cannot keep the boat in a shed.',
    ['wording "can keep" -> "cannot keep"'],
  ],
  [
    'an answer turned round by a prefix alone',
    'It is dry. The hall is not unavailable, nor available.',
    'It is dry. The hall is unavailable, nor available.',
    ['wording "not unavailable" -> "unavailable"'],
  ],
  [
    'a contact',
    'Ask [us](mailto:a@ford.example).',
    'Ask [us](mailto:b@ford.example).',
    ['contact a@ford.example -> b@ford.example'],
  ],
  [
    'a source',
    'See [it](https://a.example/x).',
    'See [it](https://b.example/y).',
    ['source removed a.example/x', 'source added b.example/y'],
  ],
  [
    'an outcome',
    front('outcomes:\n  - {figure: "5%", what: dry}\n'),
    front('outcomes:\n  - {figure: "6%", what: dry}\n'),
    ['figure 5% -> 6%'],
  ],
  [
    'a sentence about cost',
    front('cost: The plan was to save money on rent each year.\n'),
    front('cost: The plan saved money on rent each year.\n'),
    ['cost is now "The plan saved money on rent each year."'],
  ],
  ['a withdrawal', front(''), front('withdrawn: {on: 2026-11-02, why: It is old.}\n'), ['withdrawn']],
])('%s is a change of meaning', (_, before, after, ids) => {
  expect(idsOf(before, after)).toEqual(ids);
});

test.each([
  ['typing', 'It are dry in winter.', 'It is dry in winter.'],
  [
    'the wording of an answer',
    'The council moved its desks into the halls. Its staff took on simple work, while the halls kept the rest.',
    'When the council moved its desks into the halls, its staff took on simple work and the halls kept the rest.',
  ],
  ['layout', 'It is **45%**, or 3 of 7.', '- It is 45%, or\n- 3 of 7.'],
  ['the form of a figure', 'It was £1,200, or 3 per cent, in 2014/15.', 'It was £1200, or 3%, in 2014 to 2015.'],
  [
    'a word such as two that the page still says',
    'Keep two boats. Paint two boats.',
    'Keep two boats. Paint both boats.',
  ],
  ['the wording of a heading', '## What it costs\n\nMuch.', '## What it will cost, and what it costs\n\nMuch.'],
  [
    'a negation in one word',
    'It is dry. The hall is not available on Sundays.',
    'It is dry. The hall is unavailable on Sundays.',
  ],
  ['a duty lifted in other words', 'It is dry.\n\nYou do not need a card.', 'It is dry.\n\nYou need no card.'],
  ['a link that moved to https', 'See [it](http://a.example/x/).', 'See [it](https://www.a.example/x).'],
])('%s is none', (_, before, after) => {
  expect(idsOf(before, after)).toEqual([]);
});

describe('a note covers a change', () => {
  const covered = (before: string, after: string, note: string, more = {}) =>
    found(before, after).map((change) => coverIn(change, {kind: 'content-changed', note, ...more}));

  test.each([
    ['Keep 2 boats.', 'Keep three boats.', 'A village keeps 3 boats.'],
    ['It is 45%.', 'It is 47%.', 'The share is now 47 per cent.'],
    ['It cost £400k.', 'It cost £410k.', 'The cost is £410,000, not £400,000.'],
    [SECTIONS, `${SECTIONS}\n\n## What mills need\n\nWater.`, 'The page has a section What mills need.'],
    [SECTIONS, `${SECTIONS}\n\n## Mills\n\nWater.`, 'The page has a section "Mills".'],
  ])('by stating what is new: %#', (before, after, note) => {
    expect(covered(before, after, `The page is longer. ${note}`)).toEqual([{sentence: note}]);
  });

  test.each([
    ['Keep 2 boats.', 'Keep 3 boats.', 'A village kept 2 boats.'],
    [SECTIONS, `${SECTIONS}\n\n## Mills\n\nWater.`, 'Mills are now on the page.'],
    ['It is 45%.', 'It is 47%.', 'The share is now 47.'],
    ['It cost £400k.', 'It cost £410k.', 'The cost is £410, not £400.'],
    ['It began in 1999.', 'It began in 1998.', 'It was adopted in 1999, and not in 1998.'],
  ])('not by something else: %#', (before, after, note) => {
    expect(covered(before, after, note)).toEqual([undefined]);
  });

  test('by naming it, or by a reason', () => {
    const note = 'The page says how many boats there are.';
    const [old, now] = ['Keep 2 boats.', 'Keep 3 boats.'];
    expect(covered(old, now, note, {covers: ['figure 2 ->  3']})).toEqual([{sentence: note}]);
    const why = 'The source rounds it.';
    expect(covered(old, now, note, {not_told: [{change: 'Figure 2 -> 3', why}]})).toEqual([{reason: why}]);
  });
});
