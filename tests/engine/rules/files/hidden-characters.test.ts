import {expect, test} from 'vitest';
import {applyEdits} from '../../../../src/content/markdown/edit/apply-edits.ts';
import {noHiddenCharacters} from '../../../../src/rules/safety/no-hidden-characters.ts';
import {EXAMPLE_DAY, page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/priorities/floods.md';

function findingsIn(text: string) {
  return noHiddenCharacters.check(toolkitWith({[FILE]: text}), EXAMPLE_DAY);
}

test('each run is one finding, with its place and its end', () => {
  expect(findingsIn('---\n---\nThe cost is £1\u200B\u200B000 now.\n')).toMatchObject([
    {
      place: {line: 3, column: 13},
      end: {line: 3, column: 20},
      problem: expect.stringContaining('figure has an invisible'),
    },
  ]);
});

test('every invisible character is found in a figure, an address and a name', () => {
  const hidden = Array.from({length: 0x10000}, (_, code) => String.fromCodePoint(code)).filter(
    (character) =>
      !'\0\t\n\r'.includes(character) &&
      !(character >= '\uFE00' && character <= '\uFE0F') &&
      /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u.test(character),
  );
  expect(hidden.length).toBeGreaterThan(6000);
  const pages = Array.from({length: Math.ceil(hidden.length / 200)}, (_, at) =>
    hidden.slice(at * 200, (at + 1) * 200).map((character) => `1${character}0 https://a.example/b${character}c\n`),
  );
  const texts = pages.map((lines, at): [string, string] => [`docs/floods-${at}.md`, `---\n---\n${lines.join('')}`]);
  expect(noHiddenCharacters.check(toolkitWith(Object.fromEntries(texts)), EXAMPLE_DAY)).toHaveLength(2 * hidden.length);
  const files = Object.fromEntries(hidden.slice(0, 500).map((character) => [`static/a${character}b.pdf`, 'a']));
  expect(noHiddenCharacters.check(toolkitWith(files), EXAMPLE_DAY)).toHaveLength(500);
});

test('prose is for reviewers: what is in no address and no figure passes, but for overrides', () => {
  expect(findingsIn('---\n---\nA p\u0430rish, wo\u200Brds and \u{1D5E9}ote.\n')).toEqual([]);
  expect(findingsIn('---\n---\nA wo\u202Erd.\n')).toHaveLength(1);
});

const FLOODS = 'docs/floods.md';
const check = (text: string) => noHiddenCharacters.check(toolkitWith({[FLOODS]: text}), EXAMPLE_DAY);

test.each([
  {name: 'Windows', text: page('Floods').replaceAll('\n', '\r\n'), fixed: page('Floods'), line: 1},
  {name: 'mixed', text: `${page('Floods')}More.\r\n`, fixed: `${page('Floods')}More.\n`, line: 9},
  {
    name: 'old Macintosh',
    text: `${page('Floods')}More.\rWords.\n`,
    fixed: `${page('Floods')}More.\nWords.\n`,
    line: 9,
  },
])('the edit fixes $name line endings and nothing else', ({text, fixed, line}) => {
  const findings = check(text);
  expect(findings.map(({place}) => place?.line)).toEqual([line]);
  const after = applyEdits(
    text,
    findings.flatMap(({edit}) => edit ?? []),
  );
  expect(after).toBe(fixed);
  expect(check(after)).toEqual([]);
});
