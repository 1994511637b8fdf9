import {isMap, parseDocument} from 'yaml';
import {setKey} from '../../../content/markdown/edit/edit-front-matter.ts';

/** The name of this format, which the script of the editor registers. */
export const PAGE_FORMAT = 'page';

/** The field of the text of a page. */
export const BODY = 'body';

/** The values of a form: the keys of front matter, the text, and the file that they came from. */
export type Entry = Record<string, unknown>;

/** Where an entry keeps its file. No form shows it, and no page has such a key. */
const FILE = '_file';

const FRONT_MATTER_RE = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

export function readPage(file: string): Entry {
  return {...frontMatterOf(file), [BODY]: bodyOf(file).trim(), [FILE]: file};
}

/**
 * Writes the values of a form into the page that they came from: what the form did not change keeps its bytes.
 *
 * @param order the keys of a new page, in the order of the form
 */
export function writePage(entry: Entry, order: readonly string[] = []): string {
  const {[FILE]: known, [BODY]: _text, ...values} = entry;
  const file = typeof known === 'string' ? known : '---\n---\n';
  const before = frontMatterOf(file);
  const keys = new Set([...order, ...Object.keys(values)]);
  const after = [...keys].reduce((written, key) => {
    const value = withoutEmpty(values[key]);
    const isSame = JSON.stringify(withoutEmpty(before[key])) === JSON.stringify(value);
    return isSame ? written : setKey(written, key, value);
  }, file);
  const body = bodyOf(after);
  const words = textOf(entry);
  return words === body.trim() ? after : `${after.slice(0, after.length - body.length)}\n${words}\n`;
}

export function textOf({[BODY]: text}: Entry): string {
  return typeof text === 'string' ? text.trim() : '';
}

function bodyOf(file: string): string {
  return file.slice(FRONT_MATTER_RE.exec(file)?.[0].length ?? 0);
}

function frontMatterOf(file: string): Entry {
  const document = parseDocument(FRONT_MATTER_RE.exec(file)?.[1] ?? '');
  return isMap(document.contents) ? (document.toJS() as Entry) : {};
}

/** Forms leave empty texts, lists and objects behind, and `false` for a box that was never ticked. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === null || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  const filled = entries.filter(([, inner]) => inner !== undefined);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}
