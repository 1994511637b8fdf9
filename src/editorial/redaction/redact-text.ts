import {parseDocument, visit as visitYaml} from 'yaml';
import {markdownParser} from '../../markdown/parse-markdown.ts';
import {visit} from '../../markdown/visit.ts';
import {WORDS_FILE} from '../../model/check-context.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {pageIdOf} from '../../model/pages/page-id.ts';
import type {Range, TextMatcher} from './text-matcher.ts';

/** A place that a text was removed from. */
export interface RemovedPlace {
  /** In the file as it was, in UTF-16 units. */
  offset: number;
  /** In an address, which may not work any more. */
  isAddress: boolean;
  /** Part of a longer word. */
  isPart: boolean;
}

/** A text after redaction. */
export interface Redacted {
  text: string;
  places: RemovedPlace[];
}

/** What to remove, and what replaces it. */
export interface Removal {
  matcher: TextMatcher;
  /** `[removed]`. */
  replacement: string;
}

type Edit = Range & Redacted;

/** A string in a file as it is read, however the file quotes, escapes or folds it. */
interface Value extends Range {
  value: string;
}

type Kind = 'markdown' | 'json' | 'plain' | 'lines';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(docs|handbook|blog|versioned_docs)\/.+\.md$|^[^/]+\.md$/, 'markdown'],
  [/^(docs|handbook|blog|versioned_docs|versioned_sidebars|ledgers|static)\/.+\.json$/, 'json'],
  [/^(docs|handbook|blog|versioned_docs|static)\/.+\.(csv|svg|txt|removed)$/, 'plain'],
];

const GENERATED_RE = /^\.github\/(ISSUE_TEMPLATE\/|CODEOWNERS$)|^\.vscode\/schemas\//;

/** The opening fence, and the YAML up to the line end before the closing one. */
const FRONT_MATTER_RE = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Browsers and servers cut off longer ones. */
const LONGEST_ADDRESS = 2000;

/** How a file is redacted; `undefined` where only a person can do it: code, configuration, and what is generated. */
export function kindOf(path: string): Kind | undefined {
  if (path === WORDS_FILE) return 'lines';
  return isGenerated(path) ? undefined : KINDS.find(([form]) => form.test(path))?.[1];
}

/** Whether `npm run generate` writes a file. */
export function isGenerated(path: string): boolean {
  return GENERATED_RE.test(path) || isGeneratedPage(pageIdOf(path));
}

/** Removes a text from a file: from each string as it is read, and from everything between them. */
export function redactText(kind: Kind, text: string, removal: Removal): Redacted {
  const hits = removal.matcher.find(text);
  // Without a backslash or a quote in quotes, no string can hide it.
  if (hits.length === 0 && !/\\|''/.test(text)) return {text, places: []};
  const values = valuesIn(kind, text);
  const edits = values.flatMap(({start, end, value}): Edit[] => {
    const {text: left, places} = redactPlain(value, removal);
    if (places.length === 0) return [];
    return [
      {
        start,
        end,
        text: kind === 'lines' ? left : JSON.stringify(left),
        places: places.map((place) => ({...place, offset: start})),
      },
    ];
  });
  const isInside = (outer: Range, {start, end}: Range) => outer.start <= start && end <= outer.end;
  const others = hits.filter(
    (hit) =>
      kind !== 'lines' &&
      !values.some((value) => isInside(value, hit)) &&
      // Text that spans two strings would also remove a key; the check of the result reports that.
      !edits.some(({start, end}) => hit.start < end && start < hit.end),
  );
  const bodyStart = kind === 'markdown' ? frontMatterOf(text).end : text.length;
  const isCode = others.some(({start}) => start >= bodyStart) && kind === 'markdown' ? codeIn(text) : () => true;
  for (const hit of others) {
    const edit = editOf(text, hit, removal.replacement);
    const isProse = hit.start >= bodyStart && !edit.places.some(({isAddress}) => isAddress) && !isCode(hit.start);
    // In prose a bracket could begin a link; with a backslash it is only a character.
    edits.push(isProse ? {...edit, ...withEmphasis(text, hit), text: edit.text.replace(/[[\]]/g, '\\$&')} : edit);
  }
  return applyRedactions(text, edits);
}

/** Makes edits that do not overlap. */
export function applyRedactions(text: string, edits: readonly Edit[]): Redacted {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const parts = sorted.map((edit, index) => text.slice(sorted[index - 1]?.end ?? 0, edit.start) + edit.text);
  return {
    text: parts.join('') + text.slice(sorted.at(-1)?.end ?? 0),
    places: sorted.flatMap(({places}) => places),
  };
}

function redactPlain(text: string, {matcher, replacement}: Removal): Redacted {
  return applyRedactions(
    text,
    matcher.find(text).map((hit) => editOf(text, hit, replacement)),
  );
}

function editOf(text: string, {start, end}: Range, replacement: string): Edit {
  const isLetter = (place: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(place));
  const isPart = (isLetter(start) && isLetter(start - 1)) || (isLetter(end - 1) && isLetter(end));
  const isAddress = isInAddress(text, start);
  // An address has neither spaces nor brackets.
  const inAddress = replacement.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'removed';
  return {start, end, text: isAddress ? inAddress : replacement, places: [{offset: start, isAddress, isPart}]};
}

/** Whether the characters before an offset begin an address, or Markdown has one there. */
function isInAddress(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_ADDRESS), offset);
  const run = /[^\s<>"'()]*$/u.exec(before)?.[0] ?? '';
  return (
    /(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)/i.test(run) ||
    /\]\(<?$|\]:[ \t]*<?$/.test(before.slice(0, -run.length || undefined))
  );
}

/** The strings of a file; JSON is YAML too. */
function valuesIn(kind: Kind, text: string): Value[] {
  if (kind === 'lines')
    return [...text.matchAll(/.+/g)].map(({0: value, index}) => ({start: index, end: index + value.length, value}));
  if (kind === 'plain') return [];
  const {start: offset, yaml} = kind === 'json' ? {start: 0, yaml: text} : frontMatterOf(text);
  const values: Value[] = [];
  visitYaml(parseDocument(yaml, {prettyErrors: false, version: '1.2'}), {
    Scalar: (_key, {range, type, value, source}) => {
      const [start, end] = range ?? [0, 0];
      if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return;
      values.push({
        start: offset + start,
        end: offset + end,
        value: typeof value === 'string' ? value : (source ?? String(value)),
      });
    },
  });
  return values;
}

function frontMatterOf(text: string): Range & {yaml: string} {
  const [, fence = '', yaml = ''] = FRONT_MATTER_RE.exec(text) ?? [];
  return {start: fence.length, end: fence.length + yaml.length, yaml};
}

/** A range with the other half of emphasis of which it has only one: `**Jo** Doe`. */
function withEmphasis(text: string, {start, end}: Range): Range {
  const marks = text.slice(start, end).match(/[*_~]+/g) ?? [];
  const [mark = ''] = marks;
  if (marks.length % 2 === 0) return {start, end};
  if (text.startsWith(mark, end)) return {start, end: end + mark.length};
  if (text.slice(0, start).endsWith(mark)) return {start: start - mark.length, end};
  return {start, end};
}

/** Whether an offset is in code, where a backslash would be visible. */
function codeIn(text: string): (offset: number) => boolean {
  const ranges: Range[] = [];
  visit(markdownParser.parse(text), ['code', 'inlineCode'], ({position}) => {
    ranges.push({start: position?.start.offset ?? 0, end: position?.end.offset ?? 0});
  });
  return (offset) => ranges.some(({start, end}) => start <= offset && offset < end);
}
