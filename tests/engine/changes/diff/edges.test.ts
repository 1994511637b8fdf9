import {describe, expect, test} from 'vitest';
import {compareWords} from '../../../../src/changes/diff/compare/compare-words.ts';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {describeEdit} from '../../../../src/changes/diff/render/describe-edit.ts';
import {renderDiffHtml} from '../../../../src/changes/diff/render/render-diff-html.ts';
import {textUnits} from '../../../../src/changes/diff/units/page-units.ts';
import {readTokens} from '../../../../src/changes/diff/units/token.ts';
import {tokenise} from '../../../../src/changes/diff/units/tokenise.ts';
import {pageText} from '../../support/diff/differences.ts';

const diffOf = (before: string, after: string) => diffPages(pageText(before), pageText(after));

describe('what touches a number', () => {
  test.each([
    ['1 23', '12 3'],
    ['Pay 3 or 4.', 'Pay 4 or 3.'],
    ['Pay 3.', 'Pay 3 and 3.'],
  ])('%j to %j', (before, after) => {
    expect(compareWords(tokenise(before), tokenise(after)).touches).toContain('number');
  });
});

test('a few words are compared one by one, and seven changed words as a whole', () => {
  expect(diffOf('Ann Bob Cid Dot Eve Fay', 'red blue green pink grey white').edits.map(({kind}) => kind)).toEqual([
    'changed',
  ]);
  expect(
    diffOf('Ann Bob Cid Dot Eve Fay Gus', 'red blue green pink grey white black').edits.map(({kind}) => kind),
  ).toEqual(['rewritten']);
  const twelve = 'red blue green pink grey white black brown plum gold teal lime';
  expect(diffOf('Ann Bob', twelve).edits.map(({kind}) => kind)).toEqual(['changed']);
  expect(diffOf('Ann Bob', `${twelve} jade`).edits.map(({kind}) => kind)).toEqual(['rewritten']);
});

test('the attributes of a directive are read in the order of their names', () => {
  const [unit] = textUnits(pageText('::video{b="2" c="3" a="1"}'));
  expect(readTokens(unit?.tokens ?? [])).toBe('video: a 1, b 2, c 3');
});

test('code is shown line by line', () => {
  const diff = diffOf('Pay.', 'Pay.\n\n```\nls -a\ncd\n```');
  expect(renderDiffHtml(diff)).toContain(
    '<pre><code><ins><span class="visually-hidden">[added: </span>ls -a\ncd<span class="visually-hidden">]</span></ins></code></pre>',
  );
});

describe('a move of what has changed', () => {
  const rows = (...names: string[]) =>
    `| Who | Paid | By |\n| --- | --- | --- |\n${names.map((name) => `| ${name} |\n`).join('')}`;
  const diff = diffOf(
    rows('Dog | £3 | the clerk', 'Cat | £4 | the mayor', 'Owl | £5 | the baker'),
    rows('Cat | £4 | the mayor', 'Owl | £5 | the baker', 'Dog | £6 | the clerk'),
  );

  test('is shown in its new form', () => {
    expect(diff.edits.map(describeEdit)).toEqual([
      'Moved: table row Dog: "Dog | £6 | the clerk"',
      'Changed: table cell, row Dog, column Paid: "£3" is now "£6"',
    ]);
  });
});

describe('a section that moved', () => {
  const B = '## B\n\nBob digs here.\n\nBob rests here.\n\nBob eats here.\n\n';

  test('takes no footnotes with it', () => {
    const page = (parts: string[]) => `${parts.join('')}[^x]: Xenia says so.\n`;
    const a = '## A\n\nAnn rows there[^x].\n\n';
    const {edits} = diffOf(page([a, B]), page([B, a]));
    expect(edits.map(({kind, part, after, span}) => [kind, part, after, span])).toEqual([['moved', 'section', 'A', 2]]);
  });
});

test('pages with less than three tenths of their words left are rewritten', () => {
  const kept = 'one two three';
  const [old, now] = ['a b c d e f g', 'h i j k l m n'];
  expect(diffOf(`${kept}\n\n${old}`, `${kept}\n\n${now}`).kind).toBe('changed');
  expect(diffOf(`${kept}\n\n${old} o`, `${kept}\n\n${now} p`).kind).toBe('rewritten');
});
