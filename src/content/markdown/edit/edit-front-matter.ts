import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
  Document as YamlDocument,
} from 'yaml';
import type {KeyPath} from '../../source-document.ts';

/** The opening fence, and the YAML up to the closing line. */
const FRONT_MATTER_RE = /^(\uFEFF?---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m;

interface Embedded {
  yaml: string;
  /** Its offset in the text, in UTF-16 units. */
  start: number;
  document: Document.Parsed;
}

/** Replaces a value in front matter or a record, and keeps its quotes. */
export function replaceValue(text: string, path: KeyPath, value: string): string {
  const {start, document} = embedded(text);
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) return text;
  return splice(text, start + node.range[0], start + node.range[1], likewise(node, value));
}

/** Sets a key of front matter: in place if it exists, otherwise at the end. `undefined` removes it. */
export function setKey(text: string, key: string, value: unknown): string {
  const {yaml, start, document} = embedded(text);
  const pair = pairOf(document, key);
  const [from, to] = pair ? linesOf(yaml, pair) : [yaml.length, yaml.length];
  const isFlow = (pair?.value as YAMLMap | YAMLSeq | null | undefined)?.flow === true;
  return splice(text, start + from, start + to, value === undefined ? '' : renderKey(key, value, isFlow));
}

/** Adds an entry to a list in front matter, in the style of the list. */
export function addToList(text: string, key: string, entry: string): string {
  const {yaml, start, document} = embedded(text);
  const list = pairOf(document, key)?.value;
  if (!isSeq(list) || list.items.length === 0) return setKey(text, key, [entry]);
  const last = (list.items.at(-1) as Node).range?.[1] ?? 0;
  if (list.flow) return splice(text, start + last, start + last, `, ${entry}`);
  const indent = /[^\n]*$/.exec(yaml.slice(0, (list.items[0] as Node).range?.[0]))?.[0].replace(/-[ \t]*$/, '') ?? '  ';
  return splice(text, start + last, start + last, `\n${indent}- ${entry}`);
}

/** Removes an entry from a list in front matter. Removing the last entry also removes the key. */
export function removeFromList(text: string, key: string, entry: string): string {
  const {yaml, start, document} = embedded(text);
  const list = pairOf(document, key)?.value;
  if (!isSeq(list)) return text;
  const index = list.items.findIndex((item) => isScalar(item) && item.value === entry);
  if (index < 0) return text;
  if (list.items.length === 1) return setKey(text, key, undefined);
  const range = (at: number) => (list.items[at] as Node | undefined)?.range ?? [0, 0, 0];
  if (!list.flow) {
    const from = yaml.lastIndexOf('\n', range(index)[0]) + 1;
    return splice(text, start + from, start + yaml.indexOf('\n', range(index)[1]) + 1, '');
  }
  const [from, to] = index > 0 ? [range(index - 1)[1], range(index)[1]] : [range(0)[0], range(1)[0]];
  return splice(text, start + from, start + to, '');
}

function embedded(text: string): Embedded {
  const match = FRONT_MATTER_RE.exec(text);
  const [yaml, start] = match ? [match[2] ?? '', match[1]?.length ?? 0] : [text, 0];
  return {yaml, start, document: parseDocument(yaml, {version: '1.2'})};
}

function pairOf({contents}: Document.Parsed, key: string): Pair | undefined {
  return isMap(contents) ? contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
}

/** The range from the start of the key's line to the start of the line after its value. */
function linesOf(yaml: string, {key, value}: Pair): [number, number] {
  const from = (key as Scalar).range?.[0] ?? 0;
  const ends: number[] = [(key as Scalar).range?.[1] ?? from];
  if (value) visit(value as Node, {Scalar: (_key, node) => void ends.push(node.range?.[1] ?? 0)});
  if (isSeq(value) || isMap(value)) ends.push(value.flow ? (value.range?.[1] ?? 0) : 0);
  // A block of text ends with its last line.
  const end = Math.max(...ends);
  return [from, yaml[end - 1] === '\n' ? end : yaml.indexOf('\n', end) + 1 || yaml.length];
}

/** A key of front matter as YAML: lists of terms are on one line, as in all pages. */
export function renderKey(key: string, value: unknown, isFlow = false): string {
  const document = new YamlDocument({[key]: value});
  visit(document, {
    Seq: (_key, node) => {
      node.flow = node.items.every(isScalar);
    },
    Map: (_key, node, path) => {
      if (path.length > 1) node.flow = isFlow;
    },
  });
  return document.toString({lineWidth: 0, flowCollectionPadding: false});
}

function likewise({type}: Scalar, value: string): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return stringify(value, {lineWidth: 0}).trimEnd();
}

function splice(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
