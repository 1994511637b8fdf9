import {UPDATES} from './feed-addresses.ts';

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
