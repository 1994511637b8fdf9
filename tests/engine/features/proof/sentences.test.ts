import {expect, test} from 'vitest';
import {answerTo, sourcesFrom} from '../../../../src/features/proof/client/answers.ts';
import {allPassages, linesOf} from '../../../../src/features/proof/client/passages.ts';
import {dateSentences} from '../../../../src/features/proof/sentences.ts';
import {readDocument} from '../../../../src/io/yaml/document.ts';

const text = (slug: string, body: string) => ({
  slug,
  document: () => readDocument('homes.md', `---\ntitle: Homes\n---\n\n${body}\n`).document,
});

const FIRST = text(
  'a',
  'Keep two boats. Oil the pumps.\n\n## Costs\n\nA boat costs [£400](https://boats.example/price) in May.',
);
const SECOND = text(
  'b',
  'Keep three boats. Oil the **pumps**.\n\n## Costs\n\nA boat costs [£450](https://boats.example/price) in May.',
);
const THIRD = text(
  'c',
  'Keep three boats.\n\n## Costs\n\nA boat costs [£450](https://boats.example/price) in May.\n\nWardens are free.',
);

test('the sentence history gives the update of each sentence, and what it said before', () => {
  const {current, gone} = dateSentences([FIRST, SECOND, THIRD]);
  expect(current.map(({text: words, since, before}) => [words, since, before?.text])).toEqual([
    ['Homes', 'a', undefined],
    ['Keep three boats.', 'b', 'Keep two boats.'],
    ['Costs', 'a', undefined],
    ['A boat costs £450 in May.', 'b', 'A boat costs £400 in May.'],
    ['Wardens are free.', 'c', undefined],
  ]);
  expect(gone.map(({text: words, until, now}) => [words, until, now?.text])).toEqual([
    ['Oil the pumps.', 'c', undefined],
    ['Keep two boats.', 'b', 'Keep three boats.'],
    ['A boat costs £400 in May.', 'b', 'A boat costs £450 in May.'],
  ]);
  // What only a waiting text removes is not gone.
  expect(dateSentences([FIRST, {...THIRD, slug: ''}]).gone).toEqual([]);
});

test('what replaced a sentence is what the page says today, or nothing', () => {
  const [first, second, third] = ['£400', '£450', '£470'].map((cost) => `A boat costs ${cost} in May of each year.`);
  const steps = [text('a', `${first}`), text('b', `${second}`), text('c', `${third}`)];
  const nowOf = ({gone}: ReturnType<typeof dateSentences>) => gone.map(({text: words, now}) => [words, now?.text]);
  expect(nowOf(dateSentences(steps))).toEqual([
    [second, third],
    [first, third],
  ]);
  expect(nowOf(dateSentences([...steps, text('d', 'Wardens are free.')]))).toEqual([
    [third, undefined],
    [second, undefined],
    [first, undefined],
  ]);
});

test('a sentence has the sources that it links to, and a row of a table is a sentence', () => {
  const {current} = dateSentences([
    text('a', 'One. [Two](https://two.example/) is cited.\n\n| Boat | Cost |\n| --- | --- |\n| Punt | £5 |'),
  ]);
  expect(current.map(({text: words, sources}) => [words, ...sources])).toEqual([
    ['Homes'],
    ['One.'],
    ['Two is cited.', 'https://two.example/'],
    ['Boat · Cost'],
    ['Punt · £5'],
  ]);
});

test('a sentence that moves keeps its day, and one that comes back has the day on which it did', () => {
  const moved = text(
    'b',
    'Oil the pumps. Keep two boats.\n\n## Costs\n\nA boat costs [£400](https://boats.example/price) in May.',
  );
  expect(dateSentences([FIRST, moved]).current.every(({since}) => since === 'a')).toBe(true);
  const again = {...FIRST, slug: 'd'};
  const back = dateSentences([FIRST, THIRD, again]).current.find(({text: words}) => words === 'Oil the pumps.');
  expect(back?.since).toBe('d');
});

test('a page that was rewritten keeps all its sentences, and comparing them does not take seconds', () => {
  const many = (word: string) => Array.from({length: 1500}, (_, index) => `${word} ${index} is here.`).join(' ');
  const {current, gone} = dateSentences([text('a', many('Boat')), text('b', many('Pump'))]);
  expect([current.length, gone.length]).toEqual([1501, 1500]);
  expect(gone.some(({now}) => now)).toBe(false);
});

const HISTORY = `<div class="sentence" data-step="1" data-until="2 May"><p><del>Keep two red boats oiled for them.</del></p></div>
<div class="sentence" data-since="2 May" data-step="1"><p><bdi>Keep two big boats oiled for them.</bdi></p></div>`;
const PAGE =
  '<body><dl><dt>Cost</dt><dd>About £400 of the council&#x27;s money. Wardens are free in all homes of the council in May.</dd></dl>';

test.each([
  ['Keep two boats oiled for them.', {kind: 'near', entry: {since: '2 May'}}],
  ['Keep two red boats oiled for them.', {entry: {until: '2 May'}, now: {entry: {since: '2 May'}}}],
  ['Keep two red boats oiled', {entry: {until: '2 May'}, now: {entry: {since: '2 May'}}}],
  ['Keep two red boats oiled for us.', {kind: 'near', entry: {until: '2 May'}}],
  ["Cost About £400 of the council's money. Wardens are free", {kind: 'same', since: undefined}],
  [
    'Wardens are never free in all homes of the council in May',
    {kind: 'near', entry: {text: 'Wardens are free in all homes of the council in May.'}},
  ],
])('`%s` has its answer', async (quotation, answer) => {
  const found = [HISTORY, PAGE].flatMap((markup) => allPassages(linesOf(markup)));
  const passages = Object.fromEntries(found.map((passage) => [passage.toString(36), [0]]));
  const index = JSON.stringify({parts: 1, pages: ['/homes/sentences/'], passages});
  const read = async (at: string) => ({'/homes/': PAGE, '/homes/sentences/': HISTORY})[at] ?? index;
  expect(await answerTo(quotation, sourcesFrom(read, '/passages-*'))).toMatchObject(answer);
});
