import {expect, test} from 'vitest';
import {applyEdits} from '../../../../src/content/markdown/edit/apply-edits.ts';
import {findHidden} from '../../../../src/rules/files/hidden-characters.ts';
import {EXAMPLE_DAY} from '../../../../src/rules/rule.ts';
import {noHiddenCharacters} from '../../../../src/rules/safety/no-hidden-characters.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const FILE = 'docs/priorities/floods.md';

function findingsIn(text: string) {
  return noHiddenCharacters.check(toolkitWith({[FILE]: text}), '2026-11-24');
}

test('what can go without changing the words goes, at its very place', () => {
  const text = '\uFEFF---\ntitle: Flo\u00ADods\n---\n\nThe \u{1F30A} ri\u200B\u200Bver\u2060.\n';
  const edits = findingsIn(text).flatMap(({edit}) => edit ?? []);
  expect(applyEdits(text, edits)).toBe('---\ntitle: Floods\n---\n\nThe \u{1F30A} river.\n');
  expect(findingsIn(applyEdits(text, edits))).toEqual([]);
});

test('characters that turn or join words are left for a person to judge', () => {
  const findings = findingsIn('---\n---\nThe r\u202Eiver ro\u200Dse\u0007.\n');
  expect(findings.map(({edit}) => edit)).toEqual([undefined, undefined, undefined]);
});

test('a run of one character is one finding, with its place and its end', () => {
  expect(findingsIn('---\n---\nThe r\u200B\u200B\u200Biver.\n')).toMatchObject([
    {place: {line: 3, column: 6}, end: {line: 3, column: 9}, problem: expect.stringContaining('(3 times)')},
  ]);
});

test.each([
  {name: 'a family', text: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'},
  {name: 'a heart on fire', text: '\u2764\uFE0F\u200D\u{1F525}'},
  {name: 'lightning', text: '\u26A1\uFE0F'},
  {name: 'the flag of Wales', text: '\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'},
  {name: 'a telephone in black and white', text: '\u260E\uFE0E'},
  {name: 'Sinhala', text: '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'},
])('$name stays', ({text}) => {
  expect(findHidden(`a ${text} b`)).toEqual([]);
});

test.each([
  {name: 'words in tags', text: '\u{1F3F4}\u{E0068}\u{E0069}\u{E007F}'},
  {name: 'a joiner between Latin letters', text: 'a\u200Db'},
  {name: 'a joiner between Cyrillic letters', text: '\u0430\u200D\u0431'},
  {name: 'variants of letters, which can carry a message', text: 'a\u{E0101}\u{E0102}'},
  {name: 'a blank Korean letter', text: 'a\u3164b'},
])('$name is found', ({text}) => {
  expect(findHidden(`a ${text} b`)).not.toEqual([]);
});

test('no character is passed over for plain text', () => {
  const hidden = Array.from({length: 0x10000}, (_, code) => String.fromCodePoint(code)).filter(
    (character) =>
      !/[\t\n\r]/.test(character) && /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u.test(character),
  );
  expect(hidden.length).toBeGreaterThan(6000);
  expect(hidden.filter((character) => findHidden(`a${character}a`).length === 0)).toEqual([]);
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
