/*
 * Finds the pages that a quotation may come from, without sending it anywhere: the build and the browser cut texts into
 * passages of three words and keep the smallest hash of each four in a row (winnowing), so that any six words in a row
 * share one. Whole sentences and rows are found as such, and short ones by all their passages and figures. Which page it
 * is, and what became of the sentence, is then read on the page of its sentences.
 */

const WORDS = 3;
const WINDOW = 4;

/** So many words in a row always have a passage; fewer are found by a figure, or as a whole. */
const MIN = WORDS + WINDOW - 1;

/** A sentence with fewer words has all its passages in the index. */
const SHORT = 10;

/** Headings, items, quotations and rows of Markdown begin a line; each is a text of its own. */
const LINE_RE = /^[ \t]*(?:(?:#{1,6}|[-*+•>]|\d{1,2}[.)])[ \t]+)+|^[ \t]*(?=\|)/gm;

/** Only what is certainly an address is left out: readers see anything else between brackets. */
const LINK_RE = /!?\[([^[\]]*)\]\((?:https?:|mailto:|[./#]|[\w/-]+\.md)[^\s()]*(?: "[^"]*")?\)/g;

const EMPHASIS_RE = /(?<![\p{L}\p{N}])(\*{1,3}|_{1,2}|`+)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu;

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'"};

/** What a rendered page says, but its history at its foot: a line for each block and row. The build and the browser read it alike. */
export function linesOf(markup: string): string[] {
  return markup
    .replace(/^.*?(?=<body)|<footer class="page-foot".*?<\/footer>/gs, '')
    .replace(/<(script|style|svg|select|button)\b.*?<\/\1>/gs, '')
    .replace(/<tr\b.*?<\/tr>/gs, (row) => `<tr>${row.replace(BLOCK_RE, ' ')}<tr>`)
    .replace(BLOCK_RE, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Any tag but those within a line. */
const BLOCK_RE = /<(?!\/?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|span|strong|sub|sup|time)\b)[^>]*>/g;

export function sentencesIn(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({segment}) => segment.trim());
}

/** A text without the marks of Markdown, in paragraphs. */
export function withoutMarkdown(text: string): string {
  return withoutBlocks(text).replace(EMPHASIS_RE, '$2');
}

function withoutBlocks(text: string): string {
  return text.replace(/\r/g, '').replace(LINE_RE, '\n\n').replace(LINK_RE, '$1');
}

/**
 * A text as it is compared, however it was copied: case, white space, borders of cells, the marks of Markdown and the
 * style of quotation marks and dashes do not count. Every other character does.
 */
export function readAs(text: string): string {
  return fold(withoutMarkdown(text))
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replaceAll('…', '...')
    .replace(/(?:\s|(?<=\s|^)[|·](?=\s|$))+/g, ' ')
    .trim();
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[‘’ʼ´]/g, "'");
}

/** The words of a text, by which it is found. Any mark between them ends a word, so emphasis needs no care. */
export function wordsOf(text: string): string[] {
  return (
    fold(withoutBlocks(text))
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The hashes by which a quotation is found: 32 bits each. */
export function passagesOf(words: readonly string[]): number[] {
  return [...winnow(words), ...(words.length < MIN ? figuresIn(words) : []), whole(words)];
}

/** The hashes by which a short sentence is found that has another figure or lacks words; none of a longer one. */
export function passagesNear(words: readonly string[]): number[] {
  return words.length < SHORT ? [...trigrams(words), ...figuresIn(words)] : [];
}

/** The hashes by which any quotation from sentences that follow each other is found. */
export function allPassages(texts: readonly string[]): number[] {
  const sentences = texts.flatMap(sentencesIn).map(wordsOf);
  const words = sentences.flat();
  const short = sentences.filter(({length}) => length < SHORT).flatMap(trigrams);
  return [...winnow(words), ...short, ...figuresIn(words), ...sentences.map(whole)];
}

/** The first place is empty, so that it differs from the hash of a passage. */
function whole(words: readonly string[]): number {
  return hash(['', ...words]);
}

const SENTENCES = new Intl.Segmenter('en', {granularity: 'sentence'});

function trigrams(words: readonly string[]): number[] {
  return words.slice(WORDS - 1).map((_, at) => hash(words.slice(at, at + WORDS)));
}

function winnow(words: readonly string[]): number[] {
  const hashes = trigrams(words);
  return hashes.slice(WINDOW - 1).map((_, at) => Math.min(...hashes.slice(at, at + WINDOW)));
}

function figuresIn(words: readonly string[]): number[] {
  return words.slice(1).flatMap((word, at) => {
    const pair = [words[at] ?? '', word];
    return pair.some((one) => /\p{N}/u.test(one)) ? hash(pair) : [];
  });
}

/** FNV-1a. */
function hash(words: readonly string[]): number {
  let value = 0x811c9dc5;
  const text = words.join(' ');
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A file of passages: by hash the numbers of the pages that have it. The first file has also their addresses. */
export interface PassageFile {
  /** How many files there are: a passage is in the one whose number is the rest of its hash. */
  parts: number;
  pages: string[];
  passages: Record<string, number[]>;
}
