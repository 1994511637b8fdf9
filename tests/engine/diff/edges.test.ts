import {describe, expect, test} from 'vitest';
import {compareWords} from '../../../src/diff/compare/compare-words.ts';
import {diffPages} from '../../../src/diff/diff-pages.ts';
import {describeEdit} from '../../../src/diff/render/describe-edit.ts';
import {renderDiffHtml} from '../../../src/diff/render/render-diff-html.ts';
import {textUnits} from '../../../src/diff/units/page-units.ts';
import {readTokens} from '../../../src/diff/units/token.ts';
import {tokenise} from '../../../src/diff/units/tokenise.ts';
import {inShort, pageText} from '../support/diff/differences.ts';

const diffOf = (before: string, after: string) => diffPages(pageText(before), pageText(after));
const changes = (before: string, after: string) => diffOf(before, after).edits.map(inShort);

describe('the order of changes', () => {
  test('removed parts keep their place, even if parts above moved away', () => {
    expect(
      changes('Ann rows.\n\nBob digs.\n\nCid sings.\n\nDot runs.', 'Cid sings.\n\nDot runs.\n\nAnn rows.'),
    ).toEqual(['removed paragraph (words): Bob digs. → ', 'moved paragraph (): Ann rows.']);
  });

  test('a move comes before the change of what moved', () => {
    expect(changes('## Why we row\n\nWords.', '### Why we run\n\nWords.')).toEqual([
      'moved heading (): Why we run',
      'changed heading (words): row → run',
    ]);
  });

  test('what came into an old place comes after what went from it', () => {
    expect(changes('- Old\n\nLast words.', '> Fresh\n\nLast words.')).toEqual([
      'removed list item (words): Old → ',
      'added quotation (words):  → Fresh',
    ]);
  });
});

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

test('spaces in facts say nothing', () => {
  expect(diffOf('---\ncost: "By 3  May\\t2026"\n---\n', '---\ncost: By 3 May 2026\n---\n').kind).toBe('same');
});

test('a directive is the same for any order of its attributes', () => {
  expect(changes('::video{a="1" b="2" c="3"}', '::video{c="3" a="1" b="2"}')).toEqual([]);
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

  test('and lost a paragraph did not move whole', () => {
    const a = '## A\n\nAnn rows there.\n\nAnn sings there.\n\n';
    expect(changes(`${a}${B}`, `${B}${a.replace('Ann sings there.\n\n', '')}`)).toEqual([
      'removed paragraph (words): Ann sings there. → ',
      'moved heading (): A',
      'moved paragraph (): Ann rows there.',
    ]);
  });

  test('takes no footnotes with it', () => {
    const page = (parts: string[]) => `${parts.join('')}[^x]: Xenia says so.\n`;
    const a = '## A\n\nAnn rows there[^x].\n\n';
    const {edits} = diffOf(page([a, B]), page([B, a]));
    expect(edits.map(({kind, part, after, span}) => [kind, part, after, span])).toEqual([['moved', 'section', 'A', 2]]);
  });
});

test('a heading with nothing under it is no section', () => {
  expect(changes('Words.', 'Words.\n\n## Fresh')).toEqual(['added heading (words):  → Fresh']);
});

test('pages with less than three tenths of their words left are rewritten', () => {
  const kept = 'one two three';
  const [old, now] = ['a b c d e f g', 'h i j k l m n'];
  expect(diffOf(`${kept}\n\n${old}`, `${kept}\n\n${now}`).kind).toBe('changed');
  expect(diffOf(`${kept}\n\n${old} o`, `${kept}\n\n${now} p`).kind).toBe('rewritten');
});
