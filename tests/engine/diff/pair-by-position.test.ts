import {describe, expect, test} from 'vitest';
import {diffPages} from '../../../src/diff/diff-pages.ts';
import {inShort, pageText} from '../support/diff/differences.ts';

const changes = (before: string, after: string) => diffPages(pageText(before), pageText(after)).edits.map(inShort);
const items = (...lines: string[]) => lines.map((line) => `- ${line}\n`).join('');

describe('of a list', () => {
  test.each([
    [
      'items with nothing in common went and came',
      items('Fines do not keep families away from us.', 'Who pays for this summer?'),
      items('Young people help to shape what is done.', 'Which schools does it aim at?'),
      [
        'removed list item (words, negation): Fines do not keep families away from us. → ',
        'removed list item (words): Who pays for this summer? → ',
        'added list item (words):  → Young people help to shape what is done.',
        'added list item (words):  → Which schools does it aim at?',
      ],
    ],
    [
      'the only one did too, where it is longer than a few words',
      items('Who pays for this summer then?'),
      items('Which schools does it aim at?'),
      [
        'removed list item (words): Who pays for this summer then? → ',
        'added list item (words):  → Which schools does it aim at?',
      ],
    ],
    [
      'the only one, of few words, was changed',
      items('Who pays in summer, then?').replace(',', ''),
      items('Which schools take part now?'),
      ['changed list item (words): Who pays in summer then → Which schools take part now'],
    ],
    [
      // 7 of 20 and 20 words: what is just akin enough is one thing.
      'an item with 7 words of 20 left was changed',
      items('a b c d e f g one two three four five six seven eight nine ten eleven twelve dozen'),
      items('a b c d e f g red blue green pink grey white black brown gold teal lime plum jade'),
      ['changed list item (words, number)'],
    ],
    [
      'an item passes by what is not akin to it',
      items('The council and the trust meet here each May.', 'Old.'),
      items('Ask first whether a group is able to.', 'A council and a trust met there each spring.'),
      [
        'added list item (words):  → Ask first whether a group is able to.',
        'changed list item (words, date)',
        'removed list item (words): Old. → ',
      ],
    ],
    [
      'sources went and came, in a list as such',
      '---\nsources:\n  - {title: Why we dig here, publisher: Ford, year: 2015, url: "https://ford.example/"}\n---\n',
      '---\nsources:\n  - {title: How they row, publisher: Mill, year: 2024, url: "https://mill.example/a/"}\n---\n',
      ['removed fact', 'added fact'],
    ],
  ])('%s', (_, before, after, edits) => {
    const found = changes(before, after);
    expect(
      found.map((line, index) => (edits[index]?.includes(':') ? line : line.slice(0, edits[index]?.length))),
    ).toEqual(edits);
  });
});

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
