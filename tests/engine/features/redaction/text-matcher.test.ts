import {expect, test} from 'vitest';
import {matcherOf} from '../../../../src/features/redaction/text-matcher.ts';

test.each([
  {words: 'Jo Doe', text: 'a Jo Doe b, JO DOE', hits: ['Jo Doe', 'JO DOE']},
  {
    words: 'Jo Doe',
    text: 'Jo\nDoe, Jo\r\n  Doe, Jo   Doe, Jo\u00A0Doe, Jo&nbsp;Doe, Jo\\\nDoe',
    hits: ['Jo\nDoe', 'Jo\r\n  Doe', 'Jo   Doe', 'Jo\u00A0Doe', 'Jo&nbsp;Doe', 'Jo\\\nDoe'],
  },
  {words: 'Jo Doe', text: '> Jo\n> Doe', hits: ['Jo\n> Doe']},
  {words: 'Jo Doe', text: 'https://a.example/Jo%20Doe', hits: ['Jo%20Doe']},
  {
    words: "O'Brien",
    text: "O’Brien, O‘Brien, O&rsquo;Brien, O\\'Brien, O%27Brien, O''Brien",
    hits: ['O’Brien', 'O‘Brien', 'O&rsquo;Brien', "O\\'Brien", 'O%27Brien', "O''Brien"],
  },
  {words: '"the one"', text: '“the one” and "the one"', hits: ['the one', 'the one']},
  {words: 'Andr\u00E9', text: 'Andr\u00E9, Andre\u0301, Andr%C3%A9', hits: ['Andr\u00E9', 'Andre\u0301', 'Andr%C3%A9']},
  {
    words: 'Brien',
    text: 'Br\u00ADien, Br&shy;ien, &#66;ri\u200Ben',
    hits: ['Br\u00ADien', 'Br&shy;ien', '&#66;ri\u200Ben'],
  },
  {words: 'a.b(c)*', text: 'a.b(c)* axb(c)', hits: ['a.b(c)*']},
  {words: 'R&D', text: 'R&D, R&amp;D', hits: ['R&D', 'R&amp;D']},
  {words: '\u{1F469}\u{1F3FD}x', text: 'a \u{1F469}\u{1F3FD}x', hits: ['\u{1F469}\u{1F3FD}x']},
  {words: 'Jo Doe', text: 'JoDoe, Jo, Doe', hits: []},
])('$words in $text', ({words, text, hits}) => {
  const found = matcherOf(words).find(text);
  expect(found.map(({start, end}) => text.slice(start, end))).toEqual(hits);
  expect(matcherOf(words).isIn(text)).toBe(hits.length > 0);
});

test('part of a longer word is found and is not the text', () => {
  const {find, isIn} = matcherOf('Ann');
  expect(find('planning').map(({isPart}) => isPart)).toEqual([true]);
  expect(isIn('planning, Anne')).toBe(false);
  expect(isIn('Ann’s')).toBe(true);
});
