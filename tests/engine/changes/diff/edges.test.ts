import {describe, expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {describeEdit} from '../../../../src/changes/diff/render/describe-edit.ts';
import {inShort, pageText} from '../../support/diff/differences.ts';

const diffOf = (before: string, after: string) => diffPages(pageText(before), pageText(after));

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

const changes = (before: string, after: string) => diffPages(pageText(before), pageText(after)).edits.map(inShort);

test('what is no list was written anew in its place, however little is alike', () => {
  expect(
    changes(
      '---\ncost: Some money of the council each year\n---\n',
      '---\ncost: We do not know, nor does anybody\n---\n',
    ),
  ).toHaveLength(1);
  expect(changes('Fines do not keep families away from us.', 'Young people help to shape what is done.')).toHaveLength(
    1,
  );
});

test('words come before facts, and the head of the page before both', () => {
  const page = (name: string, source: string) =>
    `---\ntitle: ${name}\ndescription: All on ${name}.\ncost: £${name.length}\nsources:\n  - {title: ${source}, url: "https://ford.example/${source}"}\n---\n\nWe write of ${name}.\n\n## Where ${name} is\n`;
  const {edits} = diffPages(pageText(page('Ford', 'a')), pageText(page('Milling', 'b')));
  expect(edits.map(({part, where}) => (part === 'fact' ? where[0] : part))).toEqual([
    'title',
    'description',
    'paragraph',
    'heading',
    'cost',
    'sources',
    'sources',
  ]);
});

const diff = (before: string, after: string) =>
  diffPages({frontMatter: {}, body: before}, {frontMatter: {}, body: after});
const aspectsOf = (before: string, after: string) => [
  ...new Set(diff(before, after).edits.flatMap(({affects}) => affects)),
];

test('a duty, a date or a figure that is struck out is gone', () => {
  const affects = aspectsOf('You must pay £5 by 3 May.', 'You ~~must~~ pay ~~£5~~ ~~by 3 May~~.');
  expect(affects).toEqual(expect.arrayContaining(['modal', 'number', 'date']));
});
