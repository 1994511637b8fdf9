import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {removeText} from '../../../../src/features/redaction/remove-text.ts';
import {matcherOf} from '../../../../src/features/redaction/text-matcher.ts';

const matcher = matcherOf("Jo O'Doe");

function removeFrom(files: Record<string, string>, wanted = matcher) {
  const sources = Object.entries(files).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
  return removeText(sources, wanted);
}
const left = (path: string, text: string, wanted = matcher) => removeFrom({[path]: text}, wanted).redacted.get(path);

test.each([
  ['a: Jo O’Doe said', {a: '(removed) said'}],
  ["a: 'Jo O''Doe'", {a: '(removed)'}],
  ['a: "Jo O\\u2019Doe: yes"', {a: '(removed): yes'}],
  ['a: {b: JO O’DOE, c: [x, Jo O’Doe]}', {a: {b: '(removed)', c: ['x', '(removed)']}}],
  ['a: |\n  Jo O’Doe\n  wrote', {a: '(removed)\nwrote\n'}],
  ['Jo O’Doe: 1', {'(removed)': 1}],
])('front matter %j is read as before, without the text', (yaml, value) => {
  const text = left('docs/a.md', `---\n${yaml}\n---\n`) ?? '';
  expect(parse(text.slice(4, -5))).toEqual(value);
  expect(matcher.isIn(text)).toBe(false);
});

test.each([
  ['Ask Jo O’Doe: he knows.', 'Ask (removed): he knows.'],
  ['[Jo O’Doe](https://a.example/)', '[(removed)](https://a.example/)'],
  ['[him](https://a.example/Jo%20O’Doe/x)', '[him](https://a.example/removed/x)'],
  ['`Jo O’Doe`', '`(removed)`'],
  ['# A\n\n**Jo** O’Doe knows\n\nB', '# A\n\n(removed)\n\nB'],
  ['> Ask [Jo](b.md)\n> O’Doe', '> (removed)'],
])('%j becomes %j', (before, after) => {
  expect(left('docs/a.md', before)).toBe(after);
});

test('a file without the text is left as it is', () => {
  expect(removeFrom({'docs/a.md': '\uFEFF---\r\ntitle:   "x" # y\r\n---\r\nText.\r\n'}).redacted.size).toBe(0);
});

test('JSON keeps its form, numbers are values too, and a page in a value is Markdown', () => {
  expect(left('static/a.json', '{"a": 123456}', matcherOf('123456'))).toBe('{"a": "(removed)"}');
  expect(left('static/a.json', '{"a":  "x Jo O\\u2019Doe", "b": [1]}\n')).toBe('{"a":  "x (removed)", "b": [1]}\n');
  expect(left('blog/_published/x.before.json', '{"a": "---\\n---\\n\\n**Jo**\\nO’Doe\\n"}')).not.toContain('Doe');
});

test('an address in a ledger loses the same as on a page', () => {
  const address = 'https://parish.example/by/jo%20o%27doe';
  const ledger = JSON.stringify({links: {[address]: {}}});
  const {redacted} = removeFrom({'ledgers/links/parish.example.json': ledger, 'docs/a.md': `[Minutes](${address})`});
  expect([...redacted.values()].map((text) => /https:[^")]+/.exec(text)?.[0])).toEqual(
    Array(2).fill('https://parish.example/by/removed'),
  );
});

test.each(['handbook/contribute/commands.md', 'toolkit.config.ts', '.github/CODEOWNERS', 'package.json'])(
  '%s is for a person to change',
  (path) => {
    expect(removeFrom({[path]: 'Jo O’Doe'})).toMatchObject({
      redacted: new Map(),
      faults: [{problem: expect.any(String)}],
    });
  },
);

test('what a person must look at is listed: longer words, names of files, documents', () => {
  const {redacted, manual} = removeFrom({
    'docs/a.md': '*Jo* O’Doe\n\nThe Jo O’Does',
    'static/jo o’doe.txt': '',
    'static/minutes.pdf': 'Jo O’Doe',
  });
  expect(redacted).toHaveProperty('size', 1);
  expect(Object.values(manual)).toEqual([['static/jo o’doe.txt'], ['docs/a.md:3:5'], ['static/minutes.pdf']]);
});
