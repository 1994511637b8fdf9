import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {kindOf, redactText} from '../../../../src/editorial/redaction/redact-text.ts';
import {pruneSidebars} from '../../../../src/editorial/redaction/remove-page.ts';
import {matcherOf} from '../../../../src/editorial/redaction/text-matcher.ts';

const taking = {matcher: matcherOf("Jo O'Doe"), replacement: '[removed]'};

test.each([
  ['a: Jo O’Doe said', {a: '[removed] said'}],
  ["a: 'Jo O''Doe'", {a: '[removed]'}],
  ['a: "Jo O\\u2019Doe: yes"', {a: '[removed]: yes'}],
  ['a: by Jo\n  O’Doe\nb: 1', {a: 'by [removed]', b: 1}],
  ['a: {b: Jo O’Doe, c: [x, Jo O’Doe]}', {a: {b: '[removed]', c: ['x', '[removed]']}}],
  ['a: |\n  Jo O’Doe\n  wrote', {a: '[removed]\nwrote\n'}],
  ['Jo O’Doe: 1', {'[removed]': 1}],
  ['# by Jo O’Doe\na: 1', {a: 1}],
])('front matter %j is read as before, without the words', (yaml, value) => {
  const {text, places} = redactText('markdown', `---\n${yaml}\n---\n`, taking);
  expect(parse(text.slice(4, -5))).toEqual(value);
  expect(taking.matcher.isIn(text)).toBe(false);
  expect(places.length).toBeGreaterThan(0);
});

test.each([
  ['Ask Jo O’Doe.', 'Ask \\[removed\\].'],
  ['Ask Jo O’Doe: he knows.', 'Ask \\[removed\\]: he knows.'],
  ['**Jo** O’Doe knows', '\\[removed\\] knows'],
  ['Jo *O’Doe* knows', '\\[removed\\] knows'],
  ['Jo **O’Doe** and **Jo O’Doe**', '\\[removed\\] and **\\[removed\\]**'],
  ['[Jo O’Doe](https://a.example/)', '[\\[removed\\]](https://a.example/)'],
  ['[him](https://a.example/Jo%20O’Doe/x)', '[him](https://a.example/removed/x)'],
  ['<https://a.example/Jo%20O%27Doe>', '<https://a.example/removed>'],
  ['`Jo O’Doe`', '`[removed]`'],
])('%j becomes %j', (before, after) => {
  expect(redactText('markdown', before, taking).text).toBe(after);
});

test('front matter and words of a page are each taken in their own way', () => {
  const {text, places} = redactText('markdown', '---\ntitle: Jo O’Doe\n---\n\nBy Jo O’Doe.\n', taking);
  expect(text).toBe('---\ntitle: "[removed]"\n---\n\nBy \\[removed\\].\n');
  expect(places.map(({offset}) => offset)).toEqual([11, 28]);
});

test('a file without the words is left as it is, byte for byte', () => {
  const text = '\uFEFF---\r\ntitle:   "x" # y\r\n---\r\nWords.\r\n';
  expect(redactText('markdown', text, taking)).toEqual({text, places: []});
});

test('JSON keeps its form, and its numbers are values too', () => {
  const numbers = {matcher: matcherOf('0123456'), replacement: '[removed]'};
  expect(redactText('json', '{"a": 90123456}', numbers).text).toBe('{"a": "9[removed]"}');
  const {text, places} = redactText('json', '{"a":  "x Jo O\\u2019Doe", "b": [1]}\n', taking);
  expect(text).toBe('{"a":  "x [removed]", "b": [1]}\n');
  expect(places).toHaveLength(1);
});

test.each([
  ['docs/a.md', true],
  ['README.md', true],
  ['blog/_published/2026-11-24.before.json', true],
  ['ledgers/baseline.json', true],
  ['words.txt', true],
  ['handbook/contribute/commands.md', false],
  ['toolkit.config.ts', false],
  ['.github/CODEOWNERS', false],
  ['package.json', false],
])('%s is changed: %s', (path, isChanged) => {
  expect(kindOf(path) !== undefined).toBe(isChanged);
});

test('a sidebar loses a page wherever it is listed, and categories that hold nothing else', () => {
  const sidebars = {
    toolkit: [
      'index',
      'a',
      {type: 'category', label: 'A', items: ['a']},
      {type: 'category', label: 'B', link: {type: 'doc', id: 'a'}, items: ['b']},
    ],
    other: [
      {type: 'doc', id: 'a'},
      {type: 'link', label: 'a', href: '/a/'},
    ],
  };
  expect(pruneSidebars(sidebars, 'a')).toEqual({
    toolkit: ['index', {type: 'category', label: 'B', items: ['b']}],
    other: [{type: 'link', label: 'a', href: '/a/'}],
  });
});
