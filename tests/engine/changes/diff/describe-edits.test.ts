import {describe, expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import type {Edit, PageDiff} from '../../../../src/changes/diff/edit.ts';
import {measureDiff, measureInLine} from '../../../../src/changes/diff/measure-diff.ts';
import {describeEdit, nameEdit} from '../../../../src/changes/diff/render/describe-edit.ts';
import {renderDiffHtml} from '../../../../src/changes/diff/render/render-diff-html.ts';
import {diffList} from '../../../../src/changes/diff/render/render-diff-markdown.ts';
import {stringify} from '../../../../src/format/markdown-nodes.ts';
import {pageText} from '../../support/diff/differences.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

function diffOf(before: string, after: string): PageDiff {
  return diffPages(pageText(before), pageText(after), config.vocabularies);
}

/** The one edit between two texts. */
function editOf(before: string, after: string): Edit {
  const {edits} = diffOf(before, after);
  expect(edits).toHaveLength(1);
  return edits[0] as Edit;
}

/** What a reader sees of a fragment, each block on a line of its own. */
function seen(fragment: string): string[] {
  return fragment
    .replace(/<\/(?:p|li|h\d|td|th|pre)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

const FACTS = (lines: string) => `---\n${lines}\n---\nWords.`;
const TABLE = '| Who | Paid |\n| --- | --- |\n| Clerk | £3 |\n| Owner | £4 |\n';
const LONG = 'The wardens meet every Tuesday evening in the old mill beside the ford';
const OTHER = 'Insurance covers most losses after high water, so ask your broker before you rebuild';

test('next to a title, many kinds of change are only counted', () => {
  const few = diffOf('One boat.', 'Two boats.');
  expect(measureInLine(few)).toBe(measureDiff(few));
  const many = diffOf(`## A\n\n${TABLE}\n- One`, `## B\n\n${TABLE.replace('£3', '£5')}\n- Two\n\nWords.`);
  expect(measureInLine(many)).toBe(`${many.edits.length} parts differ, 2 with facts or figures`);
});

describe('the name of a change', () => {
  test.each([
    [FACTS('place: Ford'), FACTS('place: Mill'), 'Changed: place of the page'],
    [
      FACTS('partners:\n  - {name: Mill, role: host}'),
      FACTS('partners:\n  - {name: Mill, role: guest}'),
      'Changed: partner of the page',
    ],
    [
      FACTS('title: A'),
      FACTS('title: A\nwithdrawn: {on: 2026-01-02, why: It is old.}'),
      'Added: notice of withdrawal of the page',
    ],
    ['## A\n\n### B\n\nOne boat.', '## A\n\n### B\n\nTwo boats.', 'Changed: paragraph in A: B'],
    [TABLE, TABLE.replace('£3', '£5'), 'Changed: table cell, row Clerk, column Paid'],
    [TABLE, `${TABLE}| Dog | £0 |\n`, 'Added: table row Dog'],
    [`## A\n\n${TABLE}`, `## A\n\n${TABLE.replace('Paid', 'Spent')}`, 'Changed: table column Spent in A'],
    ['## Z\n\nWords.', '## Z\n\nWords.\n\n### A\n\nOne boat.', 'Added: section A in Z'],
    [LONG, OTHER, 'Rewritten: paragraph at the top of the page'],
    [
      '- one boat\n- two oars\n- three keys',
      '- two oars\n- three keys\n- one boat',
      'Moved: list item at the top of the page',
    ],
    [
      '| Who | |\n| --- | --- |\n| Dog | £3 |\n',
      '| Who | |\n| --- | --- |\n| Dog | £4 |\n',
      'Changed: table cell, row Dog, column column 2',
    ],
  ])('%j to %j', (before, after, name) => {
    expect(nameEdit(editOf(before, after))).toBe(name);
  });
});

describe('a change in one line', () => {
  test.each([
    ['## A\n\nPay £3 now.', '## A\n\nPay £4 now.', 'Changed: paragraph in A: "£3" is now "£4"'],
    [
      'Pay £3 now and two boats.',
      'Pay £4 now and three boats.',
      'Changed: paragraph at the top of the page: "£3" is now "£4"; "two" is now "three"',
    ],
    ['Pay now.', 'Do pay now.', 'Changed: paragraph at the top of the page: "Pay" is now "Do pay"'],
    ['Pay it now.', 'Pay now.', 'Changed: paragraph at the top of the page: "it" is gone'],
    [
      'Anna 1 Bert 2 Cora 3 Dora 4 Evie.',
      'Anna 5 Bert 6 Cora 7 Dora 8 Evie.',
      'Changed: paragraph at the top of the page: "1" is now "5"; "2" is now "6"; "3" is now "7"; "4" is now "8"',
    ],
    ['Pay.\n\nWait.', 'Pay.', 'Removed: paragraph at the top of the page: "Wait." is gone'],
    [LONG, OTHER, `Rewritten: paragraph at the top of the page: "${LONG}" is now "${OTHER}"`],
    [
      '- one boat\n- two oars\n- three keys',
      '- two oars\n- three keys\n- one boat',
      'Moved: list item at the top of the page: "one boat"',
    ],
  ])('%j to %j', (before, after, line) => {
    expect(describeEdit(editOf(before, after))).toBe(line);
  });
});

describe('the measure', () => {
  test.each([
    ['Pay £3.', 'Pay £4.', '1 figure changed'],
    ['See [it](a.md).', 'See [it](b.md).', '1 link changed'],
    [LONG, OTHER, 'rewritten: 1 paragraph rewritten'],
    ['Pay £3.\n\n- A', 'Pay £4.\n\n- A\n- B', '1 figure changed; 1 list item added'],
  ])('%j to %j', (before, after, measure) => {
    expect(measureDiff(diffOf(before, after))).toBe(measure);
  });
});

describe('HTML', () => {
  test('a column lies on its side, under the names of its rows', () => {
    const after = '| Who | Paid | Owed |\n| --- | --- | --- |\n| Clerk | £3 | £7 |\n| Owner | £4 | £8 |\n';
    expect(renderDiffHtml(diffOf(TABLE, after))).toContain(
      '<tr><td></td><th scope="col">Clerk</th><th scope="col">Owner</th></tr></thead>',
    );
    expect(seen(renderDiffHtml(diffOf(TABLE, after))).slice(1)).toEqual([
      'Clerk',
      'Owner',
      '[added: Owed]',
      '[added: £7]',
      '[added: £8]',
    ]);
  });

  test('a table of three columns knows the heading of each cell, for phones, and one of two needs none', () => {
    const wide = '| Who | Paid | Left |\n| --- | --- | --- |\n| Clerk | £3 | £1 |\n';
    const cell = (text: string) =>
      `<ins><span class="visually-hidden">[added: </span>${text}<span class="visually-hidden">]</span></ins>`;
    const whole = renderDiffHtml(diffOf('Pay.', `Pay.\n\n${wide}`));
    expect(whole).toContain(`<table class="by-row">\n<thead><tr><th scope="col">${cell('Who')}</th>`);
    expect(whole).toContain(
      `<tbody><tr><td dir="auto">${cell('Clerk')}</td>` +
        `<td dir="auto" data-label="Paid">${cell('£3')}</td>` +
        `<td dir="auto" data-label="Left">${cell('£1')}</td></tr></tbody>`,
    );
    const row = renderDiffHtml(diffOf(wide, `${wide}| Owner | £4 | £2 |\n`));
    expect(row).toContain(`<td dir="auto" data-label="Left">${cell('£2')}</td>`);
    expect(row).toContain('<th scope="col">Left</th>');
    const narrow = renderDiffHtml(diffOf('Pay.', `Pay.\n\n${wide.replaceAll(/\| [^|]+ \|\n/g, '|\n')}`));
    expect(narrow).toContain('<th scope="col">');
    expect(narrow).not.toMatch(/by-row|data-label|role="(?!group)/);
  });

  test('rows, columns and headings are named without addresses, but for one that is the word itself', () => {
    const page = (paid: string) =>
      `## On [the mill](https://mill.example/)\n\n| [Who](a.md) | Paid |\n| --- | --- |\n| [Clerk](b.md) | ${paid} |\n| <https://c.example/> | ${paid} |\n`;
    expect(diffOf(page('£3'), page('£4')).edits.map(({where}) => where)).toEqual([
      ['On the mill', 'Clerk', 'Paid'],
      ['On the mill', 'https://c.example/', 'Paid'],
    ]);
    const row = '| [Owner](d.md) | £9 |\n';
    expect(diffOf(page('£3'), `${page('£3')}${row}`).edits[0]?.labels).toEqual(['Who', 'Paid']);
  });

  test.each([
    ['Pay it now.', 'Pay now.', 'Pay [removed: it] now.'],
    ['Pay (now).', 'Pay (soon).', 'Pay ([removed: now] [added: soon]).'],
    ['See [the mill](a.md) now.', 'See [the ford](a.md) now.', 'See the [removed: mill] [added: ford] now.'],
    ['See [the mill](a.md) now.', 'See [the mill](b.md) now.', 'See the mill [removed: (a)] [added: (b)] now.'],
  ])('%j to %j reads well', (before, after, line) => {
    expect(seen(renderDiffHtml(diffOf(before, after)))[1]).toBe(line);
  });
});

test('of what stayed, Markdown shows twelve words on either side', () => {
  const [head, middle, tail] = ['a', 'b', 'c'].map((letter) =>
    Array.from({length: 40}, (_, n) => `${letter}${'x'.repeat(n + 1)}`).join(' '),
  );
  const before = `${head} one ${middle} one ${tail}`;
  const markdown = stringify([diffList(diffOf(before, before.replaceAll(' one ', ' two ')))]);
  expect(['a', 'b', 'c'].map((letter) => markdown.match(new RegExp(`\\b${letter}x+`, 'g'))?.length)).toEqual(
    [12, 24, 12].map((count) => expect.closeTo(count, -1)),
  );
  expect(markdown.match(/…/g)).toHaveLength(3);
});
