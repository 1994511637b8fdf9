import {expect, test} from 'vitest';
import {diffPages} from '../../../../src/changes/diff/diff-pages.ts';
import {inShort, pageText} from '../../support/diff/differences.ts';

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
