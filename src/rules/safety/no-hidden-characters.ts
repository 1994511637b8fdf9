import {DomUtils, parseDocument} from 'htmlparser2';
import {decodeFully} from '../../content/addresses/resolve-link.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import type {DocumentKind} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {Rule} from '../rule.ts';
import about from './no-hidden-characters.json' with {type: 'json'};

/** What people write: only commands change editions and records, and each change of those is found. */
const WRITTEN: readonly DocumentKind[] = ['page', 'case-study', 'change-note', 'update', 'chart', 'navigation'];

/** Letters that look like Latin letters: https://www.unicode.org/reports/tr39/#Confusable_Detection. */
const ALIKE = `[${['Cyrillic', 'Greek', 'Armenian', 'Coptic', 'Cherokee', 'Lisu', 'Deseret']
  .map((name) => `\\p{Script=${name}}`)
  .join('')}]`;

/** Mathematical and full-width letters and digits. */
const DRAWN = String.raw`[\u{1D400}-\u{1D7FF}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]`;

/** Some scripts and emoji need joiners: next to ASCII they hide something. Variation selectors change no letter or digit. */
const INVISIBLE = String.raw`(?![\uFE00-\uFE0F\u200C\u200D])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2028\u2029\uFFF9-\uFFFC]|(?<=[!-~])[\u200C\u200D]|[\u200C\u200D](?=[!-~])`;

/** What is checked. An override is found in all text, because it reverses every figure after it. */
type Part = 'text' | 'address' | 'figure' | 'name';

/** What no part may contain, because it would deceive readers there. */
const TABLE: readonly (readonly [what: string, parts: readonly Part[], pattern: RegExp])[] = [
  ['a character that reverses text', ['text', 'address', 'figure', 'name'], /[\u202D\u202E]/],
  ['an invisible character', ['address', 'figure', 'name'], new RegExp(INVISIBLE, 'u')],
  ['a symbol that looks like a letter or a digit', ['address', 'figure', 'name'], new RegExp(DRAWN, 'u')],
  [
    'a foreign letter that looks Latin',
    ['address', 'name'],
    new RegExp(String.raw`\p{Script=Latin}\p{M}*${ALIKE}|${ALIKE}\p{M}*\p{Script=Latin}`, 'u'),
  ],
  ['a foreign letter between digits', ['figure'], new RegExp(String.raw`\d[.,]?${ALIKE}+[.,]?\d`, 'u')],
  // A host has at most 253 characters: a bound keeps long runs cheap.
  [
    'a host that is not in plain letters',
    ['address'],
    new RegExp(`(?://|www\\.|@)[^/?#]{0,253}(?:${ALIKE}|xn--|%)`, 'iu'),
  ],
];

/** A run of characters between spaces. Unlike `\S`, it includes the byte-order mark and other characters that nobody sees. */
const RUN_RE = /[^\t\n\r \u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/** A quick test: most texts contain nothing that could be in the table, written as itself or as a reference. */
const SUSPECT_RE = /[^\t\n\r -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E]|&#?\w+;|%[89a-f]|\/[^/]*%|xn--/i;

const REFERENCE_RE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);/gi;

export const noHiddenCharacters: Rule = {
  id: 'no-hidden-characters',
  group: 'safety',
  ...about,
  check: ({documents, files}) => [
    ...documents
      .filter(({kind}) => WRITTEN.includes(kind))
      .flatMap(({document}) => [...formOf(document), ...writtenIn(document), ...escapedIn(document)]),
    ...files.flatMap(({path}): Finding[] => {
      const found = find(path, ['name']);
      return found ? [{path, ...found}] : [];
    }),
  ],
};

/** The form of a file, which editors set: a byte-order mark, and the ends of lines. */
function formOf({path, text}: SourceDocument): Finding[] {
  const [mark, end] = [text.startsWith('\uFEFF'), text.indexOf('\r')];
  const placeAt = createPlaceFinder(text);
  const inMark: Finding = {
    path,
    place: placeAt(0),
    problem: 'file begins with a byte-order mark, expected UTF-8 without one',
    fix: 'Run `npm run check -- --fix`, or save the file as UTF-8 without a byte-order mark.',
    edit: {start: 0, end: 1, text: ''},
  };
  const inLines: Finding = {
    path,
    place: placeAt(end),
    problem: 'line has a Windows line ending (CRLF), expected a line feed (LF) only',
    fix: 'Run `npm run check -- --fix`, or save the file with LF line endings. Most editors show this setting at the bottom of the window.',
    edit: {start: mark ? 1 : 0, end: text.length, text: text.slice(mark ? 1 : 0).replace(/\r\n?/g, '\n')},
  };
  return [...(mark ? [inMark] : []), ...(end < 0 ? [] : [inLines])];
}

function writtenIn({path, text}: SourceDocument): Finding[] {
  if (!SUSPECT_RE.test(text)) return [];
  const placeAt = createPlaceFinder(text);
  return [...text.matchAll(RUN_RE)].flatMap(({0: run, index}) => {
    const found = find(index === 0 ? run.replace(/^\uFEFF/, '') : run, partsOf(run));
    return found ? [{path, place: placeAt(index), end: placeAt(index + run.length), ...found}] : [];
  });
}

/** Escapes in front matter and data, such as `"\u200B"`. */
function escapedIn({path, text, frontMatter, placeOf}: SourceDocument): Finding[] {
  if (!text.includes('\\')) return [];
  return frontMatterTexts(frontMatter).flatMap(({path: key, text: value}): Finding[] => {
    const runs = text.includes(value) ? [] : (value.match(RUN_RE) ?? []).filter((run) => !text.includes(run));
    const found = runs.map((run) => find(run, partsOf(run))).find(Boolean);
    return found ? [{path, place: placeOf(key), ...found}] : [];
  });
}

/** What a run of characters is: it may be a figure and an address in one. */
function partsOf(run: string): Part[] {
  const isAddress = /[/@]|\]\(|^www\./i.test(run);
  return ['text', ...(/\p{Nd}/u.test(run) ? ['figure' as const] : []), ...(isAddress ? ['address' as const] : [])];
}

/** The first thing of the table in a run of characters, as it is written or with its references decoded. */
function find(run: string, parts: readonly Part[]): Pick<Finding, 'problem' | 'fix'> | undefined {
  if (!SUSPECT_RE.test(run)) return undefined;
  const named = run.replace(REFERENCE_RE, (reference) => DomUtils.textContent(parseDocument(reference)));
  const decoded = parts.includes('address') ? named.replace(/(?:%[\da-f]{2})+/gi, decodeFully) : named;
  for (const [what, where, pattern] of TABLE) {
    const part = parts.find((candidate) => where.includes(candidate));
    const match = part && (pattern.exec(decoded) ?? pattern.exec(run));
    if (match) {
      return {
        problem: `${part === 'name' ? 'name of the file' : part} has ${what} (${codesOf(match[0])}), expected plain letters and digits`,
        fix: FIXES[part],
      };
    }
  }
  return undefined;
}

/** The characters that a report cannot show as they are, by their numbers. */
function codesOf(match: string): string {
  const odd = [...match].filter((character) => character < ' ' || character > '~');
  const codes = odd.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
  return codes.join(', ') || `\`${match}\``;
}

const FIXES: Readonly<Record<Part, string>> = {
  text: 'Delete it. If you cannot see it, retype the words on both sides.',
  address: 'Open the page that you mean in a browser, and copy its address from there.',
  figure: 'Retype the figure by hand, with the keyboard set to English.',
  name: 'Rename the file, with the keyboard set to English, and update what links to it.',
};
