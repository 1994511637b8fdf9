import {type Document, LineCounter, parseDocument, visit} from 'yaml';
import {once, remember} from '../../content/memo.ts';
import {documentKind, isPagePath} from '../../content/pages/page-id.ts';
import type {Finding, Place, TextEdit} from '../../content/problem.ts';
import type {DocumentData, SourceDocument} from '../../content/source-document.ts';
import {explainKeyless, explainYaml} from './explain-yaml.ts';
import {offsetOf, plainKeyPlaces} from './key-places.ts';

/** A document, and why its front matter could not be read. */
export interface ReadDocument {
  document: SourceDocument;
  /** Findings of `no-invalid-front-matter`. */
  broken: Finding[];
}

/** The fence, the YAML and the closing fence; another rule reports a byte-order mark. */
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
  // Docusaurus reads every page too, under another path.
  const {frontMatter, broken} = remember('front matter', [match[0]], () => parseFrontMatter(match));
  return {
    document: reviveDocument({
      path,
      text,
      ...takeNotes(path, frontMatter),
      body: text.slice(match[0].length),
      bodyOffset: match[0].split('\n').length - 1,
    }),
    broken: broken.map((finding) => ({...finding, path})),
  };
}

/** Takes the waiting notes off the front matter of a page, so that nothing else reads them as part of the page. */
function takeNotes(
  path: string,
  frontMatter: Readonly<Record<string, unknown>> | undefined,
): Pick<DocumentData, 'frontMatter' | 'waiting'> {
  if (!frontMatter || !('changes' in frontMatter) || !isPagePath(path)) return {frontMatter};
  const {changes: waiting, ...own} = frontMatter;
  return {frontMatter: own, waiting};
}

function parseFrontMatter(match: RegExpExecArray): Pick<DocumentData, 'frontMatter'> & Pick<ReadDocument, 'broken'> {
  const {front, yaml, start, placeAt} = readYaml(match);
  const inText = (edit: TextEdit) => ({...edit, start: start + edit.start, end: start + edit.end});
  const toFinding = ({offset, problem, fix, edit}: ReturnType<typeof explainYaml>[number]): Finding => ({
    path: '',
    place: placeAt(offset),
    problem,
    fix: `${fix} The lines between the two \`---\` are checked after that.`,
    edit: edit && inText(edit),
  });
  const broken = [
    ...explainYaml(front, yaml.errors, (offset) => placeAt(offset).line),
    ...(front.includes('*') ? aliasesIn(yaml) : []),
  ].map(toFinding);
  const value: unknown = broken.length === 0 ? yaml.toJS() : undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (broken.length === 0 && !isObject) {
    const keyless = explainKeyless(front, value);
    broken.push(keyless ? toFinding(keyless) : missingFrontMatter('', {line: 1, column: 1}));
  }
  const frontMatter = isObject ? (value as Record<string, unknown>) : undefined;
  return {frontMatter, broken};
}

/**
 * A document that was read before, perhaps in another thread. Its front matter is parsed again only for a place in it:
 * few pages have a problem there, and the parse tree needs much memory.
 */
export function reviveDocument(data: DocumentData): SourceDocument {
  const source = once(() => {
    const match = FRONT_MATTER_RE.exec(data.text);
    return match ? readYaml(match) : undefined;
  });
  const plainKeys = once(() => (data.frontMatter ? plainKeyPlaces(data.text) : undefined));
  return {
    ...data,
    placeOf: (keyPath, what = 'value') => {
      const plain = keyPath.length === 1 ? plainKeys()?.get(keyPath[0]) : undefined;
      return plain ? plain[what] : source()?.placeOf(keyPath, what);
    },
  };
}

/** Front matter as YAML, the offset at which it starts, and the places of its offsets in the file. */
function readYaml([whole, front = '']: RegExpExecArray) {
  return {front, start: whole.indexOf('\n') + 1, ...parseYaml(front, 1)};
}

function parseYaml(text: string, linesAbove = 0) {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, {lineCounter, prettyErrors: false, version: '1.2'});
  const placeAt = (offset: number): Place => {
    const {line, col} = lineCounter.linePos(offset);
    return {line: line + linesAbove, column: col};
  };
  const placeOf: SourceDocument['placeOf'] = (keyPath, what = 'value') => {
    const offset = offsetOf(yaml, keyPath, what);
    return offset === undefined ? undefined : placeAt(offset);
  };
  return {yaml, placeAt, placeOf};
}

/**
 * Reads a JSON record. JSON is also YAML, whose parser knows the place of each key; it runs only when one is needed.
 */
export function readRecord(path: string, text: string): ReadDocument {
  const source = once(() => parseYaml(text));
  let value: unknown;
  const broken: Finding[] = [];
  try {
    value = JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n');
    // Node names a place, unless the text ends too early.
    const [, line = lines.length, column] = /\(line (\d+) column (\d+)\)/.exec((error as Error).message) ?? [];
    const rest = column === undefined ? '' : (lines[Number(line) - 1] ?? '').slice(Number(column) - 1);
    const problem = `${syntaxErrorAt(rest)}, expected JSON`;
    broken.push({path, place: {line: Number(line), column: Number(column ?? 1)}, problem, fix: repairOf(path)});
  }
  const placeOf: SourceDocument['placeOf'] = (...place) => source().placeOf(...place);
  const frontMatter = value as SourceDocument['frontMatter'];
  return {document: {path, text, frontMatter, placeOf, body: '', bodyOffset: 0}, broken};
}

/** The records that can be written again; no other record is written by hand. */
function repairOf(path: string): string {
  if (documentKind(path) === 'address-record')
    return 'Undo the change that broke it, or run `npm run check -- --fix` to write the record again.';
  if (documentKind(path) === 'link-ledger')
    return 'Undo the change that broke it, or run `npm run links` to write a new record without the history.';
  return documentKind(path) === 'navigation' ? SYNTAX_FIX : 'Undo the change that broke it.';
}

/** What to do about a syntax error in a file that people write. */
export const SYNTAX_FIX =
  'Look there and at the end of the line above: a comma, a quotation mark or a bracket may be missing, or one too many.';

/** How many characters of a line a message shows. */
const MAX_SHOWN = 40;

/** What a message says of a syntax error, from the rest of its line. */
export function syntaxErrorAt(rest: string): string {
  const shown = rest.slice(0, MAX_SHOWN).trim();
  return `syntax error at ${shown === '' ? 'the end of the file' : `\`${shown}\``}`;
}

/** Aliases can grow a small file to gigabytes, and no page needs them. */
function aliasesIn(yaml: Document.Parsed): ReturnType<typeof explainYaml> {
  const found: ReturnType<typeof explainYaml> = [];
  visit(yaml, {
    Alias: (_key, {source, range}) => {
      const problem = `value \`*${source}\` is an alias, expected the value itself`;
      const fix = 'Write the value out, or put it in quotes if it begins with `*`.';
      found.push({offset: range?.[0] ?? 0, problem, fix});
    },
  });
  return found;
}

function unclosedFrontMatter(path: string, place: Place): Finding {
  const problem = 'front matter starts here and has no end, expected a second `---` line below its last key';
  return {path, place, problem, fix: 'Write `---` on a separate line between the keys and the text of the page.'};
}

function missingFrontMatter(path: string, place: Place | undefined): Finding {
  return {
    path,
    place,
    problem: 'no front matter found, expected `---`, lines of `key: value`, and `---` at the top of the file',
    fix: 'Add the front matter, and check again: nothing else on this page could be checked.',
    example: '---\ntitle: The title of the page\n---',
  };
}
