import type {KeyPath} from '../source-document.ts';

interface FrontMatterText {
  path: KeyPath;
  text: string;
}

/** Every text in front matter or a record, at any depth. */
export function frontMatterTexts(value: unknown): FrontMatterText[] {
  const texts: FrontMatterText[] = [];
  collect(value, [], texts);
  return texts;
}

function collect(value: unknown, path: KeyPath, texts: FrontMatterText[]): void {
  if (typeof value === 'string') texts.push({path, text: value});
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, [...path, key], texts);
  }
}
