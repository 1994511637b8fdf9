import type {Definition, FootnoteDefinition, Node, Paragraph, Parent, Root, RootContent, Table} from 'mdast';
import {TODAY_WORDS} from '../../../content/markdown/allowed-directives.ts';
import {contentKeys} from '../../../content/markdown/fingerprint-text.ts';
import {parseMarkdown} from '../../../content/markdown/parse-markdown.ts';
import {visit} from '../../../content/markdown/visit.ts';
import type {Ratings} from '../../../content/pages/scales.ts';
import type {PageText, Part} from '../edit.ts';
import {inlineTokens, linkToken} from './inline-tokens.ts';
import {nameOf, type Token} from './token.ts';
import {foldSpace, tokenise} from './tokenise.ts';
import {FOOTNOTES, gridTokens, makeUnit, SECTION_HEADING, type Unit} from './unit.ts';

/** Where a block is: what a paragraph there is called, how deep in lists, and whether another block contains it. */
interface Context {
  part: Part;
  depth: number;
  isInner: boolean;
  where?: readonly string[];
}

/** Splits the text of a page into units; footnotes come last, in the order of their references. */
export function textUnits({body}: Pick<PageText, 'body'>): Unit[] {
  const tree = parseMarkdown(body);
  const headings: {depth: number; text: string}[] = [];
  const {definitions, notes} = targetsIn(tree);
  const pointedTo = new Set<string>();
  const reference = {definitions, onNote: (label: string) => void pointedTo.add(label)};

  const units = readAll(tree.children, {part: 'paragraph', depth: 0, isInner: false});
  // Iterating over a set includes items added meanwhile, because footnotes may refer to footnotes.
  for (const label of pointedTo) {
    const inside: Context = {part: 'note', depth: 0, isInner: true, where: [FOOTNOTES]};
    units.push(...readAll(notes.get(label)?.children ?? [], inside));
  }
  return units;

  function readAll(nodes: readonly RootContent[], context: Context): Unit[] {
    return nodes.flatMap((node) => read(node, context));
  }

  function read(node: RootContent, context: Context): Unit[] {
    const {part, depth, where = headings.map(({text}) => text)} = context;
    const words = (parent: Parent) => inlineTokens(parent.children, reference);
    const unit = (as: Part, tokens: readonly Token[], more: Partial<Unit> = {depth}) =>
      tokens.length > 0 ? [makeUnit({part: as, where, tokens, isListed: as === 'list item', ...more})] : [];
    const inside = (change: Partial<Context>) =>
      'children' in node ? readAll(node.children, {...context, isInner: true, ...change}) : [];
    switch (node.type) {
      case 'heading': {
        const tokens = withoutAnchor(words(node));
        if (context.isInner) return unit('heading', tokens, {depth: node.depth});
        while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
        const above = headings.map(({text}) => text);
        headings.push({depth: node.depth, text: nameOf(tokens)});
        return unit('heading', tokens, {depth: node.depth, group: SECTION_HEADING, where: above});
      }
      case 'paragraph':
        return unit(isPicture(node) ? 'picture' : part, words(node));
      case 'listItem': {
        const item = part === 'quotation' ? part : 'list item';
        const tick = typeof node.checked === 'boolean' ? tokenise(node.checked ? '[done]' : '[to do]') : [];
        return [...unit(item, tick), ...inside({part: item})];
      }
      case 'list':
        return inside({depth: depth + 1});
      case 'blockquote':
        return inside({part: 'quotation'});
      case 'table': {
        const grid = gridOf(node, words);
        return unit('table', gridTokens(grid), {grid});
      }
      case 'code':
        return unit('code', codeTokens(node.value), {});
      case 'html':
        return unit(part, inlineTokens([node], reference));
      case 'leafDirective':
        return unit('note', [...directiveTokens(node.name, node.attributes), ...words(node)]);
      case 'containerDirective':
        return [...unit('note', directiveTokens(node.name, node.attributes)), ...inside({part: 'note'})];
      default:
        // Definitions are included where they are used, and thematic breaks have no content.
        return [];
    }
  }
}

function targetsIn(tree: Root) {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  // If a name has two definitions, the first applies.
  visit(tree, ['definition', 'footnoteDefinition'], (node: Node) => {
    const target = node as Definition | FootnoteDefinition;
    const map = (target.type === 'definition' ? definitions : notes) as Map<string, typeof target>;
    if (!map.has(target.identifier)) map.set(target.identifier, target);
  });
  return {definitions, notes};
}

function isPicture({children}: Paragraph): boolean {
  return children.every((node) => /^image/.test(node.type) || (node.type === 'text' && node.value.trim() === ''));
}

/** Removes the explicit anchor of a heading, `{#cost}`, which readers do not see. */
function withoutAnchor(tokens: Token[]): Token[] {
  const at = tokens.findIndex(({text}, index) => text === '{' && tokens[index + 1]?.text === '#');
  return at > 0 && tokens.at(-1)?.text === '}' ? tokens.slice(0, at) : tokens;
}

function gridOf({children: rows}: Table, words: (cell: Parent) => Token[]): Token[][][] {
  const width = rows[0]?.children.length ?? 0;
  return rows.map(({children: cells}) =>
    Array.from({length: width}, (_, column) => {
      const cell = cells[column];
      return cell ? words(cell) : [];
    }),
  );
}

function codeTokens(value: string): Token[] {
  return value.split(/(\n)/).flatMap((line): Token[] => {
    if (line === '\n') return [{text: '\n', key: '\n', what: 'words', isSpaced: false, marks: []}];
    return tokenise(foldSpace(line).trim());
  });
}

function directiveTokens(name: string, attributes: Readonly<Record<string, unknown>> | null | undefined): Token[] {
  const words = TODAY_WORDS[name];
  if (words !== undefined) return tokenise(words);
  const pairs = Object.entries(attributes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return tokenise(`${name}:${pairs.map(([key, value]) => ` ${key} ${foldSpace(String(value))}`).join(',')}`);
}

/** The names of facts that the toolkit adds, by their key in front matter: `{regions: 'region'}`. */
export type FactNames = Readonly<Record<string, string>>;

/** Keys inside a fact in reading order, with their prefix. Other keys come later. */
const LABELS: Readonly<Record<string, string>> = {
  figure: '',
  what: '',
  title: '',
  reason: '',
  lowered_by: 'lowered by',
  publisher: '',
  basis: '',
  from: 'from',
  to: 'to',
  approximate: 'about',
  year: '',
  role: 'given by',
  on: 'on',
  why: '',
  replaced_by: 'replaced by',
  url: '',
  source: '',
};

/** The facts of front matter that readers see, one unit each. Each item of a list is one unit, and each step of `ratings`. */
export function factUnits({frontMatter}: Pick<PageText, 'frontMatter'>, names: FactNames = {}): Unit[] {
  const keys = new Set([...contentKeys(frontMatter), ...Object.keys(names), 'withdrawn']);
  return [...keys].flatMap((key) => {
    const value = frontMatter?.[key];
    const isListed = Array.isArray(value);
    const items = isListed ? value : key === 'ratings' ? ratingFacts(value as Ratings | undefined) : [value];
    return items.flatMap((item: unknown) => {
      const tokens = factTokens(item);
      return tokens.length > 0
        ? [makeUnit({part: 'fact', group: `fact ${key}`, where: [names[key] ?? key], tokens, isListed})]
        : [];
    });
  });
}

/** A step and its reason change for different readers: who changes the step has to say so in the note. */
function ratingFacts(ratings: Ratings = {}): unknown[] {
  return Object.entries(ratings).flatMap(([scale, {step, ...reason} = {}]) => [[scale, step], reason]);
}

function factTokens(value: unknown): Token[] {
  if (value === undefined || value === null || value === false || value === true) return [];
  if (value instanceof Date) return wordTokens(value.toISOString().slice(0, 10));
  if (Array.isArray(value)) return value.flatMap(factTokens);
  if (typeof value !== 'object') return wordTokens(String(value));
  return sortKeys(Object.keys(value)).flatMap((key) => {
    const item: unknown = (value as Record<string, unknown>)[key];
    const tokens = item === true ? [] : factTokens(item);
    if (tokens.length === 0 && item !== true) return [];
    return [...wordTokens(LABELS[key] ?? key), ...tokens];
  });
}

function wordTokens(text: string): Token[] {
  const isAddress = /^https?:\/\/\S+$/.test(text);
  const [first, ...rest] = isAddress ? [linkToken(text)] : tokenise(foldSpace(text));
  return first ? [{...first, isSpaced: true}, ...rest] : [];
}

function sortKeys(keys: readonly string[]): string[] {
  const order = Object.keys(LABELS);
  const ordered = order.filter((key) => keys.includes(key));
  return [...ordered, ...keys.filter((key) => !order.includes(key)).sort()];
}
