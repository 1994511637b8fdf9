import {FRAME} from '../../content/addresses/difference-addresses.ts';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';

/** The heads of the chain of updates, oldest first. */
export const HEADS = `${UPDATES}heads.json`;

/** Where a reader checks quotations. */
export const QUOTATIONS = '/quotations/';

/** The record of an update, byte for byte as in `blog/_published/`. */
export function recordAddress(slug: string): string {
  return `${UPDATES}${slug}/record.json`;
}

/** A file on record, byte for byte: an update with its notes, or a text; `undefined` for others. */
export function recordedAddress(file: string): string | undefined {
  const [, slug, name] = /^blog\/_published\/([^/]+)\/(.+)\.md$/.exec(file) ?? [];
  if (slug !== undefined) return `${UPDATES}${slug}/texts/${name}.txt`;
  return /^blog\/[^_]/.test(file) ? `${UPDATES}${file.slice('blog/'.length, -'.md'.length)}/notes.txt` : undefined;
}

/** Whether readers get a text as it is on record: comments are for editors only. */
export function isShown({text}: {text: string}): boolean {
  return !text.includes('<!--');
}

/** The sentence history of a page. */
export function sentencesAddress(page: string): string {
  return `${page}sentences/`;
}

/** The frame of these pages, which the build fills in and removes. */
export const SENTENCES_FRAME = `/${FRAME.path}`;

/** Where passages of all texts are found by their hash: one of a power of two of files. */
export function passagesAddress(part: number | '*'): string {
  return `${QUOTATIONS}passages-${part}.json`;
}
