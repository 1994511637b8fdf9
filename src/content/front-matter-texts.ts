import type {KeyPath} from './source-document.ts';

/** Every text in front matter or a record, however deep, with the way to it. */
export function frontMatterTexts(value: unknown, path: KeyPath = []): {path: KeyPath; text: string}[] {
  if (typeof value === 'string') return [{path, text: value}];
  if (Array.isArray(value)) return value.flatMap((item, index) => frontMatterTexts(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => frontMatterTexts(item, [...path, key]));
}
