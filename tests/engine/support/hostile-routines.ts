import {diffPages} from '../../../src/changes/diff/diff-pages.ts';
import {renderDiffHtml} from '../../../src/changes/diff/render/render-diff-html.ts';
import {unreadablePage} from '../../../src/content/files/unreadable-page.ts';
import {destinationsIn} from '../../../src/content/markdown/edit/link-destinations.ts';
import {headingsOf} from '../../../src/content/markdown/headings/headings.ts';
import {parseLimitFinding} from '../../../src/content/markdown/parse-limits.ts';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {once} from '../../../src/content/memo.ts';
import {maskPersonalData} from '../../../src/content/privacy/mask-personal-data.ts';
import {findPersonalData} from '../../../src/features/contributions/personal-data.ts';
import {escapeAnswer} from '../../../src/features/contributions/proposals/escape-answer.ts';
import {fingerprintPage} from '../../../src/io/fingerprint.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {loadSettings, readNavigationFile, readToolkit} from '../../../src/io/load-toolkit.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {lintMarkdown} from '../../../src/rules/linters/lint-markdown.ts';
import {lintStructure} from '../../../src/rules/linters/lint-structure.ts';
import {PAGE_RULES, TOOLKIT_RULES} from '../../../src/rules/rule-set.ts';
import {draftBody} from '../../../src/site/render/page-body.ts';

/** Pieces of text that, repeated, have made parsers, patterns and comparisons slow. */
export const PATTERNS: Readonly<Record<string, string>> = {
  'Cyrillic letters': 'ж',
  'Han letters': '字',
  'Arabic letters': 'ك',
  'combining marks': 'é̂',
  emoji: '👩‍👩‍👧',
  words: 'parish clerk ',
  letters: 'a',
  'changing case': 'aA',
  'misspelt words': 'qwrtp zxcvb ',
  hyphens: 'a-',
  apostrophes: "a'",
  'curly quotes': '‘a ',
  digits: '1',
  decimals: '1.5 ',
  'digits and commas': '1,',
  'percent signs': '1 % ',
  dates: '1/1/',
  months: '1 May ',
  abbreviations: 'e.g. Mr. ',
  'full stops': '.',
  'square brackets': 'a[',
  'links without end': '[a](',
  links: '[a](b) ',
  footnotes: '[^1]',
  emphasis: '*a_',
  strikethrough: '~a~~',
  backticks: '`a``',
  pipes: '|a',
  'table rows': '|a|b|\n',
  entities: '&amp;',
  backslashes: '\\',
  'angle brackets': '<',
  elements: '<a ',
  comments: '<!--',
  instructions: 'a <?b ',
  declarations: 'a <!B ',
  'character data': 'a <![CDATA[',
  'at signs': 'a@',
  'email addresses': 'a@b.example ',
  'bare addresses': 'https://a.example/ ',
  'www starts': 'www.a',
  'phone numbers': '020 7946 0000 ',
  directives: ':a[',
  colons: ':',
  braces: '{#a',
  spaces: 'a   ',
  'hard spaces': '\u00A0',
  'zero-width spaces': 'a\u200B',
  'look-alike letters': 'аa',
  lines: 'a\n',
  paragraphs: 'a b\n\n',
  headings: '\n## A b\n\n',
  'lists items': '\n- a b',
  definitions: '\n[a]: b\n',
  'quoted lines': '\n> a',
  fences: '\n```\na\n',
  'deep quotations': `${'>'.repeat(90)}a\n\n`,
  'deep lists': `${'- '.repeat(50)}a\n\n`,
  'open blocks': ':::a\n\n',
  'comment exceptions': '\n<!-- check-ignore a: b -->\n',
};

/** A pattern repeated to a length in bytes, in paragraphs of some characters. */
function repeated(pattern: string, length: number, paragraph: number): string {
  const times = Math.ceil(length / Buffer.byteLength(pattern));
  const each = Math.ceil(paragraph / pattern.length);
  const parts = Array.from({length: Math.ceil(times / each)}, (_, at) => Math.min(each, times - at * each));
  return parts.map((count) => pattern.repeat(count)).join('\n\n');
}

/** The longest paragraphs that are checked. */
const PARAGRAPH = 2950;

/** The largest page that is checked. */
const PAGE = 118_000;

/** Texts of a pattern. Pages are refused above a size, a number of lines and a length of paragraphs. */
export const HOSTILE_TEXTS: Readonly<Record<string, (pattern: string) => string>> = {
  '60 KB in paragraphs': (pattern) => cut(repeated(pattern, 60_000, PARAGRAPH)),
  'the largest page in paragraphs': (pattern) => cut(repeated(pattern, PAGE, PARAGRAPH)),
  'the largest page in one paragraph': (pattern) => cut(repeated(pattern, PAGE, PAGE)),
  'the most markup': (pattern) => {
    const each = pattern.match(/[[\]`*_~\\<|&{]/g)?.length ?? 0;
    return cut(repeated(pattern, Math.min(PAGE, Buffer.byteLength(pattern) * (4900 / each)), PARAGRAPH));
  },
  'the most lines below a wide table head': (pattern) =>
    cut(`${'|a'.repeat(50)}|\n${'|-'.repeat(50)}|\n${pattern.repeat(2900)}`).slice(0, PAGE),
  'the most lines in open blocks': (pattern) =>
    cut(`${':::a\n'.repeat(20)}${`${pattern.slice(0, 50)}\n`.repeat(2900)}`).slice(0, PAGE),
  '1,000,000 characters': (pattern) => pattern.repeat(Math.ceil(1_000_000 / pattern.length)),
};

function cut(text: string): string {
  return text.split('\n').slice(0, 2900).join('\n');
}

/** Things to measure: each reads a text, given with its file. */
export async function hostileRoutines(cwd: string): Promise<Readonly<Record<string, (text: string) => unknown>>> {
  const settings = loadSettings(cwd);
  const navigation = readNavigationFile(cwd);
  const {config} = readToolkit(settings, [navigation]);
  const context = loadCheckContext(cwd, config);
  const encoder = new TextEncoder();
  let last: ReturnType<typeof subject> | undefined;

  function subject(text: string) {
    const source = `---\ntitle: A page\ndescription: A page.\n---\n\n${text}\n`;
    const other = `---\ntitle: A page\ndescription: A page.\n---\n\nb ${text.replaceAll('a', 'b').slice(0, -text.length / 4)} c\n`;
    const document = once(() => readDocument('docs/page.md', source).document);
    const page = once(() => parsePage('page', document()));
    return {
      text,
      source,
      document,
      before: once(() => readDocument('docs/page.md', other).document),
      page,
      toolkit: once(() =>
        readToolkit(settings, [
          navigation,
          {path: 'docs/page.md', bytes: encoder.encode(source)},
          {path: 'blog/_published/2026-11-02/page.md', bytes: encoder.encode(other)},
          {path: 'blog/2026-11-02.md', bytes: encoder.encode(UPDATE)},
        ]),
      ),
    };
  }

  const of =
    <T>(work: (found: ReturnType<typeof subject>) => T) =>
    async (text: string) => {
      if (last?.text !== text) last = subject(text);
      if (unreadablePage(encoder.encode(last.source))) return undefined;
      try {
        return await work(last);
      } catch (error) {
        return parseLimitFinding('docs/page.md', error);
      }
    };

  return {
    'unreadable page': of(({source}) => unreadablePage(encoder.encode(source))),
    'front matter': (text) => readDocument('docs/page.md', `---\ntitle: "${text.replaceAll('\n', ' ')}"\n---\n\nA.\n`),
    'broken front matter': (text) => {
      const page = `---\n${text}\n---\n\nA.\n`;
      return unreadablePage(encoder.encode(page)) ?? readDocument('docs/page.md', page);
    },
    parse: of(({page}) => page().tree),
    sentences: of(({page}) => page().prose()),
    headings: of(({source}) => headingsOf(source)),
    'heading of it': of(({text}) => headingsOf(`## ${text.replaceAll('\n', ' ')}\n`)),
    destinations: of(({source}) => destinationsIn(source)),
    fingerprint: of(({document}) => fingerprintPage(document(), () => undefined)),
    ...Object.fromEntries(PAGE_RULES.map(([rule]) => [rule.id, of(({page}) => rule.check(page(), context))])),
    markdownlint: of(({page, document}) => page() && lintStructure(document())),
    'remark-lint': of(({page}) => lintMarkdown(page())),
    toolkit: of(({toolkit}) => toolkit()),
    ...Object.fromEntries(
      TOOLKIT_RULES.map(([rule]) => [rule.id, of(({toolkit}) => rule.check(toolkit(), '2026-11-24'))]),
    ),
    difference: of(({before, document}) => renderDiffHtml(diffPages(before(), document()))),
    page: of(({page}) => draftBody(page())),
    'personal data': (text) => findPersonalData(text, config),
    mask: maskPersonalData,
    // GitHub accepts no longer issues.
    'answer of a form': (text) => escapeAnswer(text.slice(0, 65_536)),
  };
}

const UPDATE = `---
title: What changed
slug: 2026-11-02
date: 2026-11-02
published: {earliest: 2026-11-02, latest: 2026-11-02}
changes:
  - {kind: page-added, significance: major, pages: [page], note: There is a new page for readers.}
---
`;
