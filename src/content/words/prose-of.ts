import type {Nodes, Paragraph, Root} from 'nlcst';
import {ParseEnglish} from 'parse-english';
import {perPage} from '../per-page.ts';
import type {Place} from '../problem.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import {visit} from '../visit.ts';

const english = new ParseEnglish();

/** Everything a page says in sentences: what its front matter tells readers, then its body. */
export const proseOf = perPage((page): Root => {
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
  ];
}

function proseAt({frontMatter, text, placeOf}: SourceDocument, key: KeyPath): Paragraph[] {
  const value = key.reduce<unknown>((holder, step) => (holder as KeyedValue | undefined)?.[step], frontMatter);
  if (typeof value !== 'string') return [];
  const place = placeOf(key);
  if (!place) return [];
  const start = offsetOf(text, place);
  // A value in quotes begins after them; one that YAML folds or escapes is placed where it begins.
  const quote = [0, 1].find((width) => text.startsWith(value, start + width));
  const prose = english.parse(value);
  const pointAt = (along: number) => ({line: place.line, column: place.column + along, offset: start + along});
  visit(prose, (node: Nodes) => {
    const along = ({offset = 0}: {offset?: number | undefined}) => (quote === undefined ? 0 : quote + offset);
    if (!node.position) return;
    node.position = {start: pointAt(along(node.position.start)), end: pointAt(along(node.position.end))};
  });
  return prose.children.filter((node) => node.type === 'ParagraphNode');
}

type KeyedValue = Readonly<Record<string | number, unknown>>;

function offsetOf(text: string, {line, column}: Place): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
