import {expect, test} from 'vitest';
import {stringify, toPhrasing} from '../../../src/format/markdown-nodes.ts';

const written = (words: string) => stringify([{type: 'paragraph', children: toPhrasing(words)}]);

test.each(['feedback', 'Feedback, decaffeinated', 'a decade', 'abcdef'])('%s is plain words', (words) => {
  expect(written(words)).toBe(words);
});

test.each([
  '1a2b3c4',
  'abcdef0',
  'DEADBEEF',
  '(0123456789abcdef0123456789abcdef01234567)',
  'www.x',
  'GH-12',
  '@you',
  '#3',
])('%s is code, for GitHub would make a link of it', (words) => {
  expect(written(words)).toBe(`\`${words}\``);
});
