import type {Document, Node, Pair} from 'yaml';
import {isMap, isNode, isPair, LineCounter, parseDocument, visit} from 'yaml';
import type {Finding, Place, TextEdit} from '../content/problem.ts';
import type {KeyPath, SourceDocument} from '../content/source-document.ts';
import {explainYaml} from './explain-yaml.ts';

/** A document, and what kept its front matter from being read. */
export interface ReadDocument {
  document: SourceDocument;
  /** Findings of `no-broken-front-matter`. */
  broken: Finding[];
}

/** The fence, the YAML and the closing fence; a byte-order mark before it is another rule's matter. */
const FRONT_MATTER_RE = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Splits a Markdown text into front matter, with the place of each key, and body. */
export function readDocument(path: string, text: string): ReadDocument {
  const match = FRONT_MATTER_RE.exec(text);
  if (!match) {
    const noPlace = () => undefined;
    const document = {path, text, frontMatter: undefined, placeOf: noPlace, body: text, bodyOffset: 0};
    const place = text.startsWith('---') ? {line: 1, column: 1} : undefined;
    return {document, broken: [place ? unclosedFrontMatter(path, place) : missingFrontMatter(path, place)]};
  }
  const yamlStart = match[0].indexOf('\n') + 1;
  const lineCounter = new LineCounter();
  const yaml = parseDocument(match[1] ?? '', {lineCounter, prettyErrors: false, version: '1.2'});
  const placeAt = (offset: number): Place => {
    const {line, col} = lineCounter.linePos(offset);
    return {line: line + 1, column: col};
  };
  const inText = (edit: TextEdit) => ({...edit, start: yamlStart + edit.start, end: yamlStart + edit.end});
  const broken: Finding[] = [...explainYaml(match[1] ?? '', yaml.errors), ...aliasesIn(yaml)].map(
    ({offset, problem, fix, edit}) => ({
      path,
      place: placeAt(offset),
      problem,
      fix: `${fix} What stands between the \`---\` lines is checked after that.`,
      edit: edit && inText(edit),
    }),
  );
  const value: unknown = broken.length === 0 ? yaml.toJS() : undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (broken.length === 0 && !isObject) broken.push(missingFrontMatter(path, {line: 1, column: 1}));
  const document: SourceDocument = {
    path,
    text,
    frontMatter: isObject ? (value as Record<string, unknown>) : undefined,
    placeOf: (keyPath, what = 'value') => {
      const offset = offsetOf(yaml.contents, keyPath, what);
      return offset === undefined ? undefined : placeAt(offset);
    },
    body: text.slice(match[0].length),
    bodyOffset: text.slice(0, yamlStart).split('\n').length - 1 + match[0].slice(yamlStart).split('\n').length - 1,
  };
  return {document, broken};
}

/** Reads a JSON record with the place of each key: JSON is YAML too. */
export function readRecord(path: string, text: string): ReadDocument {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, {lineCounter, prettyErrors: false, version: '1.2'});
  const placeAt = (offset: number): Place => {
    const {line, col} = lineCounter.linePos(offset);
    return {line, column: col};
  };
  let value: unknown;
  const broken: Finding[] = [];
  try {
    value = JSON.parse(text);
  } catch (error) {
    const place = yaml.errors[0] && placeAt(yaml.errors[0].pos[0]);
    const problem = `record cannot be read (${firstLine((error as Error).message)}), expected JSON`;
    broken.push({path, place, problem, fix: 'Mend the file, or take back the change that broke it.'});
  }
  const placeOf: SourceDocument['placeOf'] = (keyPath, what = 'value') => {
    const offset = offsetOf(yaml.contents, keyPath, what);
    return offset === undefined ? undefined : placeAt(offset);
  };
  const frontMatter = value as SourceDocument['frontMatter'];
  return {document: {path, text, frontMatter, placeOf, body: '', bodyOffset: 0}, broken};
}

/** Aliases can grow a small file to gigabytes, and no page needs them. */
function aliasesIn(yaml: Document.Parsed): ReturnType<typeof explainYaml> {
  const found: ReturnType<typeof explainYaml> = [];
  visit(yaml, {
    Alias: (_key, {source, range}) => {
      const problem = `value \`*${source}\` stands for another, expected the value itself`;
      found.push({
        offset: range?.[0] ?? 0,
        problem,
        fix: 'Write the value out, or put it in quotes if it begins with `*`.',
      });
    },
  });
  return found;
}

function unclosedFrontMatter(path: string, place: Place): Finding {
  const problem = 'front matter begins here and never ends, expected a second line `---` below its last key';
  return {path, place, problem, fix: 'Write `---` on a line of its own, between the keys and the words of the page.'};
}

function missingFrontMatter(path: string, place: Place | undefined): Finding {
  return {
    path,
    place,
    problem: 'no front matter found, expected `---`, lines of `key: value`, and `---` at the top of the file',
    fix: 'Add the front matter; another file in the same folder shows how it looks.',
  };
}

/** Walks down as far as the path goes; a missing key is placed at its parent. */
function offsetOf(root: Node | null, keyPath: KeyPath, what: 'key' | 'value'): number | undefined {
  let node: unknown = root;
  let offset = isNode(root) ? root.range?.[0] : undefined;
  for (const [index, key] of keyPath.entries()) {
    const next = childOf(node, key);
    if (next === undefined) break;
    node = isPair(next) ? next.value : next;
    const isLast = index === keyPath.length - 1;
    const place = isPair(next) && (isLast ? what === 'key' : true) ? next.key : node;
    offset = (isNode(place) ? place.range?.[0] : undefined) ?? keyOffset(next) ?? offset;
  }
  return offset;
}

function childOf(node: unknown, key: string | number): Pair | Node | undefined {
  if (isMap(node)) return node.items.find((pair) => isNode(pair.key) && String(pair.key) === String(key));
  const items = (node as {items?: unknown[]} | null | undefined)?.items;
  return typeof key === 'number' ? (items?.[key] as Node | undefined) : undefined;
}

function keyOffset(child: Pair | Node): number | undefined {
  return isPair(child) && isNode(child.key) ? child.key.range?.[0] : undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
