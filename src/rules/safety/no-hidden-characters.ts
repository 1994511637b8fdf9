import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {markdownParser} from '../../content/markdown/parse-markdown.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {DocumentKind} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {findHidden} from '../files/hidden-characters.ts';
import type {Rule} from '../rule.ts';

/** `&#8203;` and the names of hidden characters in HTML: https://html.spec.whatwg.org/multipage/named-characters.html. */
const REFERENCE_RE =
  /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|shy|zwj|zwnj|lrm|rlm|NoBreak|ZeroWidthSpace|Negative\w+Space|af|ApplyFunction|it|InvisibleTimes|ic|InvisibleComma);/gi;

const PAGE = (words: string) => ({'docs/priorities/floods.md': `---\n---\n${words}\n`});

/** What people write: only commands change editions and records, and each change of those is found. */
const WRITTEN: readonly DocumentKind[] = ['page', 'case-study', 'change-note', 'update', 'chart', 'navigation'];

export const noHiddenCharacters: Rule = {
  id: 'no-hidden-characters',
  group: 'safety',
  summary: 'A page contains no invisible characters, and its lines end with a line feed (LF) only.',
  why: 'Invisible characters break searches, and can make the text look different from what the file contains. Mixed line endings make every line look changed.',
  good: [
    PAGE('Words, £5\u00A0million, a\tb and caf\u00E9.'),
    PAGE(
      '\u{1F469}\u{1F3FD}\u200D\u{1F692} \u2764\uFE0F \u26A1\uFE0F 1\uFE0F\u20E3 and the Scottish flag \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}.',
    ),
    PAGE('Persian \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 and Hindi \u0915\u094D\u200D\u0937.'),
    PAGE('Words &amp; more, &#163;5, &pound;5 and `&shy;`.'),
    {'ledgers/editions/2025-10.json': '{"about": "Words",\n"note": "a\\r\\nb"}\n'},
  ],
  bad: [
    PAGE('Words\u202E that turn.'),
    {'docs/priorities/floods.md': '\uFEFF---\n---\nWords.\n'},
    PAGE('wo\u200Brds, wo\u00ADrds, wo\u2060rds'),
    PAGE('wo\u200Drds, 5\uFE0F and \u{1F3F4}\u{E0068}\u{E0069}\u{E007F}'),
    PAGE('2\u2062x, a\u2028line and a\u0007bell'),
    PAGE('wo&#8203;rds and wo&shy;rds'),
    {'docs/priorities/floods.md': '---\ntitle: "wo\\u200Brds"\n---\nWords.\n'},
    {'blog/_pending/floods.md': '---\nnote: Wo\u200Brds.\n---\n'},
    PAGE('One line.\r\nAnother.'),
    PAGE('One line.\rAnother.'),
  ],
  check: ({documents}) =>
    documents
      .filter(({kind}) => WRITTEN.includes(kind))
      .flatMap(({document}) => [
        ...lineEndings(document),
        ...writtenIn(document),
        ...referredToIn(document),
        ...escapedIn(document),
      ]),
};

function lineEndings({path, text}: SourceDocument): Finding[] {
  const index = text.indexOf('\r');
  if (index < 0) return [];
  return [
    {
      path,
      place: createPlaceFinder(text)(index),
      problem: 'line has a Windows line ending (CRLF), expected a line feed (LF) only',
      fix: 'Run `npm run check -- --fix`, or save the file with LF line endings. Most editors show this setting at the bottom of the window.',
      edit: {start: 0, end: text.length, text: text.replace(/\r\n?/g, '\n')},
    },
  ];
}

function writtenIn({path, text}: SourceDocument): Finding[] {
  const placeAt = createPlaceFinder(text);
  return findHidden(text).map(({index, length, name, times, isRemovable}) => ({
    path,
    place: placeAt(index),
    end: placeAt(index + length),
    problem: `text contains ${name}${times > 1 ? ` (${times} times)` : ''}, expected visible characters`,
    fix:
      index === 0 && isRemovable
        ? 'Save the file as UTF-8 without a byte-order mark.'
        : `Delete it. If you cannot see it, retype \`${around(text, index, length)}\`.`,
    edit: isRemovable ? {start: index, end: index + length, text: ''} : undefined,
  }));
}

/** The text on both sides of an invisible character. */
function around(text: string, index: number, length: number): string {
  const before = /\S*\s?$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? '';
  const after = /^\s?\S*/.exec(text.slice(index + length, index + length + 40))?.[0] ?? '';
  // It may have other invisible characters, which must not be copied.
  return `${before}${after}`.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}

function referredToIn({path, text}: SourceDocument): Finding[] {
  const references = text.includes('&') ? [...text.matchAll(REFERENCE_RE)] : [];
  if (references.length === 0) return [];
  const placeAt = createPlaceFinder(text);
  const isCode = codeIn(text);
  return references.flatMap(({0: written, index, groups}) => {
    const code = groups?.decimal ? Number(groups.decimal) : Number.parseInt(groups?.hex ?? '200B', 16);
    if (code > 0x10ffff || isCode(index) || findHidden(`a${String.fromCodePoint(code)}a`).length === 0) return [];
    return {
      path,
      place: placeAt(index),
      end: placeAt(index + written.length),
      problem: `\`${written}\` is an invisible character, expected visible characters`,
      fix: 'Delete it. If the text looks wrong afterwards, retype it.',
    };
  });
}

/** Returns a test for offsets in code, where a reference is shown as written. */
function codeIn(text: string): (offset: number) => boolean {
  const ranges: {start: number; end: number}[] = [];
  visit(markdownParser.parse(text), ['code', 'inlineCode'], ({position}) => {
    ranges.push({start: position?.start.offset ?? 0, end: position?.end.offset ?? 0});
  });
  return (offset) => ranges.some(({start, end}) => start <= offset && offset < end);
}

/** Escapes in front matter, such as `"\u200B"`. Literal characters are found in the text. */
function escapedIn({path, text, frontMatter, placeOf}: SourceDocument): Finding[] {
  if (!text.includes('\\')) return [];
  return frontMatterTexts(frontMatter).flatMap(({path: keyPath, text: value}) =>
    findHidden(value)
      .filter(({index, length}) => !text.includes(value.slice(index, index + length)))
      .map(({name}) => ({
        path,
        place: placeOf(keyPath),
        problem: `\`${keyPath.join('.')}\` contains an escape for ${name}, expected visible characters`,
        fix: 'Delete the escape that begins with `\\`.',
      })),
  );
}
