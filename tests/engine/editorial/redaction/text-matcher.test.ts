import {expect, test} from 'vitest';
import {matcherOf} from '../../../../src/editorial/redaction/text-matcher.ts';

const found = (words: string, text: string) =>
  matcherOf(words)
    .find(text)
    .map(({start, end}) => text.slice(start, end));

test.each([
  {words: 'Jo Doe', text: 'a Jo Doe b', hits: ['Jo Doe']},
  {
    words: 'Jo Doe',
    text: 'Jo\nDoe, Jo\r\n  Doe, Jo   Doe, Jo\u00A0Doe',
    hits: ['Jo\nDoe', 'Jo\r\n  Doe', 'Jo   Doe', 'Jo\u00A0Doe'],
  },
  {words: ' Jo  Doe ', text: 'Jo Doe', hits: ['Jo Doe']},
  {words: 'Jo Doe', text: '> Jo\n> Doe', hits: ['Jo\n> Doe']},
  {words: 'Jo Doe', text: '**Jo** Doe, Jo *Doe*', hits: ['Jo** Doe', 'Jo *Doe']},
  {words: 'Jo Doe', text: 'https://a.example/Jo%20Doe', hits: ['Jo%20Doe']},
  {
    words: "O'Brien",
    text: "O’Brien, O‘Brien, O&rsquo;Brien, O\\'Brien, O%27Brien",
    hits: ['O’Brien', 'O‘Brien', 'O&rsquo;Brien', "O\\'Brien", 'O%27Brien'],
  },
  {words: 'O’Brien', text: "O'Brien", hits: ["O'Brien"]},
  {words: '"the one"', text: '“the one” and &quot;the one&quot;', hits: ['“the one”', '&quot;the one&quot;']},
  {words: 'Andr\u00E9', text: 'Andr\u00E9, Andre\u0301, Andr%C3%A9', hits: ['Andr\u00E9', 'Andre\u0301', 'Andr%C3%A9']},
  {words: 'Andre\u0301', text: 'Andr\u00E9', hits: ['Andr\u00E9']},
  {words: 'a.b(c)*', text: 'a.b(c)* axb(c)', hits: ['a.b(c)*']},
  {words: 'R&D', text: 'R&D, R&amp;D', hits: ['R&D', 'R&amp;D']},
  {words: '\u{1F469}\u{1F3FD}x', text: 'a \u{1F469}\u{1F3FD}x', hits: ['\u{1F469}\u{1F3FD}x']},
  {words: 'Jo Doe', text: 'jo doe, JoDoe, Jo, Doe', hits: []},
])('$words in $text', ({words, text, hits}) => {
  expect(found(words, text)).toEqual(hits);
  expect(matcherOf(words).isIn(text)).toBe(hits.length > 0);
});

test('the same words with other capitals are told apart', () => {
  expect(matcherOf('Jo Doe').findOtherCapitals('Jo Doe, JO DOE')).toEqual([{start: 8, end: 14}]);
});
