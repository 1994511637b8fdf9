import type {Heading} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import type {Nodes, Paragraph, Root, Sentence} from 'nlcst';
import {ParseEnglish} from 'parse-english';
import {MAX_CHARACTERS} from '../../content/markdown/parse-limits.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {paragraphsIn, sentencesIn} from '../../content/markdown/sentences.ts';
import {visit} from '../../content/markdown/visit.ts';
import {oncePer} from '../../content/memo.ts';
import type {Place} from '../../content/problem.ts';
import type {KeyPath, SourceDocument} from '../../content/source-document.ts';
import {offsetAt, QUOTED_RE} from './text-runs.ts';

export interface PageWord {
  /** As written, without a full stop at the end. */
  text: string;
  /** In lower case, with a straight apostrophe. */
  normal: string;
  place: Place | undefined;
  end: Place | undefined;
  /** The characters around it up to the next spaces: an address, `and/or`, `(word)`. */
  run: string;
  /** The text between the previous word and this one. */
  gap: string;
  /** Whether it is between quotation marks, and so not the author's wording. */
  isQuoted: boolean;
}

export const pageSentences = oncePer((page: ParsedPage): PageWord[][] => sentencesIn(proseOf(page)).map(wordsOf));

export const cellSentences = oncePer((page: ParsedPage): PageWord[][] => sentencesIn(page.cells()).map(wordsOf));

function wordsOf(sentence: Sentence): PageWord[] {
  const texts = sentence.children.map((node) => textOf(node));
  const whole = texts.join('');
  const quoted = [...whole.matchAll(QUOTED_RE)].map(({index, 0: match}) => [index, index + match.length] as const);
  const runs = [...whole.matchAll(/\S+/g)];
  const words: PageWord[] = [];
  let at = 0;
  let offset = 0;
  let gap = '';
  for (const [index, node] of sentence.children.entries()) {
    const written = texts[index] ?? '';
    if (node.type === 'WordNode') {
      const text = written.endsWith('.') ? written.slice(0, -1) : written;
      while (at < runs.length - 1 && (runs[at + 1]?.index ?? 0) <= offset) at += 1;
      words.push({
        text,
        normal: text.toLowerCase().replaceAll('’', "'"),
        place: node.position?.start,
        end: node.position?.end,
        run: runs[at]?.[0] ?? written,
        gap,
        isQuoted: quoted.some(([from, to]) => from <= offset && offset < to),
      });
      gap = '';
    } else {
      gap += written;
    }
    offset += written.length;
  }
  return words;
}

const english = new ParseEnglish();

/** The sentences of a page: those that readers see from its front matter, then its body. */
const proseOf = oncePer((page: ParsedPage): Root => {
  const front = proseKeys(page.document).flatMap((key) => proseAt(page.document, key));
  return {type: 'RootNode', children: [...front, ...page.prose().children]};
});

function proseKeys({frontMatter}: SourceDocument): KeyPath[] {
  const outcomes: unknown = frontMatter?.outcomes;
  const count = Array.isArray(outcomes) ? outcomes.length : 0;
  return [
    ['title'],
    ['description'],
    ...Array.from({length: count}, (_, index) => ['outcomes', index, 'what']),
    ['cost'],
    ...Object.keys(frontMatter?.ratings ?? {}).map((scale) => ['ratings', scale, 'reason']),
  ];
}

function proseAt(document: SourceDocument, key: KeyPath): Paragraph[] {
  const value = key.reduce<unknown>((holder, step) => (holder as KeyedValue | undefined)?.[step], document.frontMatter);
  if (typeof value !== 'string' || value.length > MAX_CHARACTERS) return [];
  const written = placeOfValue(document, key, value);
  if (!written) return [];
  const {place, isAsWritten} = written;
  const start = offsetAt(document.text, place);
  const prose = english.parse(value);
  const pointAt = (along: number) => ({line: place.line, column: place.column + along, offset: start + along});
  visit(prose, (node: Nodes) => {
    const along = ({offset = 0}: {offset?: number | undefined}) => (isAsWritten ? offset : 0);
    if (!node.position) return;
    node.position = {start: pointAt(along(node.position.start)), end: pointAt(along(node.position.end))};
  });
  return prose.children.filter((node) => node.type === 'ParagraphNode');
}

/**
 * Where a text of the front matter begins, and whether it is written there as it is. A text that YAML folds or escapes
 * gets the place of its first character. Searching for the text is much faster than parsing the YAML again.
 */
function placeOfValue({text, body, placeOf}: SourceDocument, key: KeyPath, value: string) {
  const front = text.slice(0, text.length - body.length);
  const at = front.indexOf(value);
  const isOnlyOne = at !== -1 && value !== '' && front.indexOf(value, at + 1) === -1;
  if (isOnlyOne) return {place: createPlaceFinder(text)(at), isAsWritten: true};
  const place = placeOf(key);
  if (!place) return undefined;
  const start = offsetAt(text, place);
  // Skips an opening quotation mark.
  const quote = [0, 1].find((width) => text.startsWith(value, start + width));
  return {place: {...place, column: place.column + (quote ?? 0)}, isAsWritten: quote !== undefined};
}

type KeyedValue = Readonly<Record<string | number, unknown>>;

export const headingLines = oncePer(({tree}: ParsedPage): ReadonlySet<number | undefined> => {
  const lines = new Set<number | undefined>();
  visit(tree, 'heading', ({position}: Heading) => {
    lines.add(position?.start.line);
  });
  return lines;
});

/** The paragraphs and list items of the body, without headings. */
export const pageParagraphs = oncePer((page: ParsedPage): Paragraph[] => {
  const headings = headingLines(page);
  return paragraphsIn(page.prose()).filter(({position}) => !headings.has(position?.start.line));
});

/** The sentences of a paragraph that contain words. */
export function sentencesOf(paragraph: Paragraph): Sentence[] {
  return paragraph.children.filter((node) => node.type === 'SentenceNode').filter((node) => countWords(node) > 0);
}

/** How many words a sentence has. Like people, it counts `£239m` and `2014/15` as one word each. */
export function countWords({children}: Sentence): number {
  let count = 0;
  let isCounted = false;
  for (const {type} of children) {
    if (type === 'WhiteSpaceNode') isCounted = false;
    if (type !== 'WordNode' || isCounted) continue;
    count += 1;
    isCounted = true;
  }
  return count;
}
