import type {Definition, FootnoteDefinition, Node, Paragraph, Parent, Root, RootContent, Table} from 'mdast';
import {contentKeys} from '../../markdown/fingerprint-text.ts';
import {markdownParser} from '../../markdown/parse-markdown.ts';
import {TODAY_WORDS} from '../../markdown/upkeep-directive.ts';
import {visit} from '../../markdown/visit.ts';
import type {PageText, Part} from '../edit.ts';
import {inlineTokens, linkToken} from './inline-tokens.ts';
import {nameOf, type Token} from './token.ts';
import {foldSpace, tokenise} from './tokenise.ts';
import {FOOTNOTES, gridTokens, makeUnit, SECTION_HEADING, type Unit} from './unit.ts';

/** The part that a paragraph is in a list, a quotation or a note. */
interface Context {
  part: Part;
  depth: number;
  isInner: boolean;
}

const TOP: Context = {part: 'paragraph', depth: 0, isInner: false};

/** Splits the text of a page into units; footnotes come last, in the order of their references. */
export function textUnits({body}: Pick<PageText, 'body'>): Unit[] {
  const tree = markdownParser.parse(body);
  const units: Unit[] = [];
  const headings: {depth: number; text: string}[] = [];
  const {definitions, notes} = targetsIn(tree);
  const pointedTo = new Set<string>();
  const reference = {definitions, onNote: (label: string) => void pointedTo.add(label)};

  for (const node of tree.children) read(node, TOP);
  headings.length = 0;
  // Iterating over a set includes items added meanwhile, because footnotes may refer to footnotes.
  for (const label of pointedTo) {
    const note = notes.get(label);
    if (note) for (const node of note.children) read(node, {part: 'note', depth: 0, isInner: true}, [FOOTNOTES]);
  }
  return units;

  function add(part: Part, tokens: readonly Token[], more: Partial<Unit> = {}): void {
    const where = headings.map(({text}) => text);
    if (tokens.length > 0) units.push(makeUnit({part, where, tokens, isListed: part === 'list item', ...more}));
  }

  function addSection(depth: number, tokens: readonly Token[]): void {
    while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
    add('heading', tokens, {depth, group: SECTION_HEADING});
    headings.push({depth, text: nameOf(tokens)});
  }

  function read(node: RootContent, context: Context, where?: string[]): void {
    const {part, depth, isInner} = context;
    const at = where ? {where} : {};
    const words = (parent: Parent) => inlineTokens(parent.children, reference);
    switch (node.type) {
      case 'heading': {
        const tokens = withoutAnchor(words(node));
        if (isInner) add('heading', tokens, {depth: node.depth, ...at});
        else addSection(node.depth, tokens);
        break;
      }
      case 'paragraph':
        add(isPicture(node) ? 'picture' : part, words(node), {depth, ...at});
        break;
      case 'listItem': {
        const isTicked = node.checked ?? undefined;
        const inside: Context = {part: part === 'quotation' ? part : 'list item', depth, isInner: true};
        if (isTicked !== undefined) add(inside.part, tokenise(isTicked ? '[done]' : '[to do]'), {depth, ...at});
        for (const child of node.children) read(child, inside, where);
        return;
      }
      case 'list':
        for (const item of node.children) read(item, {part, depth: depth + 1, isInner: true}, where);
        break;
      case 'blockquote':
        for (const child of node.children) read(child, {...context, part: 'quotation', isInner: true}, where);
        break;
      case 'table': {
        const grid = gridOf(node, words);
        add('table', gridTokens(grid), {grid, ...at});
        break;
      }
      case 'code':
        add('code', codeTokens(node.value), at);
        break;
      case 'html':
        add(part, inlineTokens([node], reference), {depth, ...at});
        break;
      case 'leafDirective':
        add('note', [...directiveTokens(node.name, node.attributes), ...words(node)], {depth, ...at});
        break;
      case 'containerDirective':
        add('note', directiveTokens(node.name, node.attributes), {depth, ...at});
        for (const child of node.children) read(child, {part: 'note', depth, isInner: true}, where);
        return;
      default:
      // Definitions are included where they are used, and thematic breaks have no content.
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

/** The facts of front matter that readers see, one unit each. Each item of a list is one unit. */
export function factUnits({frontMatter}: Pick<PageText, 'frontMatter'>, names: FactNames = {}): Unit[] {
  const keys = new Set([...contentKeys(frontMatter), ...Object.keys(names), 'withdrawn']);
  return [...keys].flatMap((key) => {
    const value = frontMatter?.[key];
    const isListed = Array.isArray(value);
    const items = isListed ? value : [value];
    return items.flatMap((item: unknown) => {
      const tokens = factTokens(item);
      return tokens.length > 0
        ? [makeUnit({part: 'fact', group: `fact ${key}`, where: [names[key] ?? key], tokens, isListed})]
        : [];
    });
  });
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
  const known = order.filter((key) => keys.includes(key));
  return [...known, ...keys.filter((key) => !order.includes(key)).sort()];
}
