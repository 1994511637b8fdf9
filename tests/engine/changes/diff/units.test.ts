import {expect, test} from 'vitest';
import {factUnits, textUnits} from '../../../../src/changes/diff/units/page-units.ts';
import {readTokens} from '../../../../src/changes/diff/units/token.ts';
import {pageText} from '../../support/diff/differences.ts';

/** Units as `part depth where: words`, depth and where only where there are any. */
function unitsIn(text: string): string[] {
  const page = pageText(text);
  return [...factUnits(page, {regions: 'region'}), ...textUnits(page)].map(({part, depth, where, tokens}) =>
    [
      `${part}${depth > 0 ? ` ${depth}` : ''}`,
      ...(where.length > 0 ? [`[${where.join(' > ')}]`] : []),
      readTokens(tokens),
    ].join(' '),
  );
}

test.each([
  ['period: {from: 2020-01, to: 2021-02, approximate: true}', 'fact [period] from 2020-01 to 2021-02 about'],
  [
    'withdrawn: {on: 2026-01-02, why: Old., replaced_by: index}',
    'fact [withdrawn] on 2026-01-02 Old. replaced by index',
  ],
  [
    'outcomes:\n  - {source: Minutes, year: 2024, what: wet halls, figure: 12}',
    'fact [outcomes] 12 wet halls 2024 Minutes',
  ],
  ['sources:\n  - {title: Minutes, url: https://a.example/}', 'fact [sources] Minutes (https://a.example/)'],
])('the fact `%s` is read in the order of a sentence', (fact, unit) => {
  expect(unitsIn(`---\n${fact}\n---\n`)).toEqual([unit]);
});

test('a fact that says nothing is none, and each item of a list is one', () => {
  expect(unitsIn('---\ncost:\nplace: ""\nperiod: {}\nservice: true\nregions: [hill, riverside]\n---\n')).toEqual([
    'fact [region] hill',
    'fact [region] riverside',
  ]);
});

test.each([
  ['A<br>b<br />c<BR/>d.', ['paragraph A b c d.']],
  ['A <!-- not\nread --> b.', ['paragraph A b.']],
  ['A :term[b *c*] d.', ['paragraph A :term[b c] d.']],
  ['A [b][c] e.\n\n[c]: d.md "D"\n[c]: f.md', ['paragraph A b (d.md "D") e.']],
  ['A [a.example](https://a.example) b.', ['paragraph A https://a.example b.']],
])('the words of %j are read', (body, units) => {
  expect(unitsIn(body)).toEqual(units);
});

test.each([
  ['## A {#cost}\n\n## {b}', ['heading 2 A', 'heading 2 {b}']],
  [
    '# A\n\n### B\n\nC.\n\n## D\n\nE.\n\n# F',
    [
      'heading 1 A',
      'heading 3 [A] B',
      'paragraph [A > B] C.',
      'heading 2 [A] D',
      'paragraph [A > D] E.',
      'heading 1 F',
    ],
  ],
  ['> ## A\n>\n> B.\n\nC.', ['heading 2 A', 'quotation B.', 'paragraph C.']],
  ['- # A\n\n  B\n- C\n  1. D', ['heading 1 A', 'list item 1 B', 'list item 1 C', 'list item 2 D']],
  [
    '- [x] A\n- [ ] B\n- C',
    ['list item 1 [done]', 'list item 1 A', 'list item 1 [to do]', 'list item 1 B', 'list item 1 C'],
  ],
  [
    '![A](b.png)\n\n![A](b.png) ![C](d.png)\n\n![A](b.png) c',
    ['picture A (b.png)', 'picture A (b.png) C (d.png)', 'paragraph A (b.png) c'],
  ],
  ['> [!NOTE]\n> Keep *off*.', ['note note:', 'note Keep off.']],
  [
    ':::warning{b="2" a="1"}\nKeep *off*.\n\n- Here\n:::',
    ['note warning: a 1, b 2', 'note Keep off.', 'list item 1 Here'],
  ],
  [
    'A[^b].\n\n## C\n\nD[^e] f.\n\n[^e]: E.\n\n[^b]: B[^g].\n\n[^g]: G.\n\n[^h]: Nobody reads it.',
    [
      'paragraph A [note].',
      'heading 2 C',
      'paragraph [C] D [note] f.',
      'note [Footnotes] B [note].',
      'note [Footnotes] E.',
      'note [Footnotes] G.',
    ],
  ],
])('%j is cut into what can move', (body, units) => {
  expect(unitsIn(body)).toEqual(units);
});

test('a short row of a table has empty cells, and a long one is cut', () => {
  const [unit] = textUnits(pageText('| A | B |\n| --- | --- |\n| c |\n| d | e | f |'));
  expect(unit?.grid?.map((row) => row.map(readTokens))).toEqual([
    ['A', 'B'],
    ['c', ''],
    ['d', 'e'],
  ]);
  expect(readTokens(unit?.tokens ?? [])).toBe('A | B\n c |\n d | e');
});

test('figures that change daily are described in words', () => {
  expect(unitsIn('Before.\n\n::upkeep')).toEqual([
    'paragraph Before.',
    'note Numbers of how the toolkit is kept up to date, counted when the page is made',
  ]);
});
