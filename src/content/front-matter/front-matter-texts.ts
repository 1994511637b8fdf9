import type {KeyPath} from '../source-document.ts';

interface FrontMatterText {
  path: KeyPath;
  text: string;
}

/** Every text in front matter or a record, at any depth. */
export function frontMatterTexts(value: unknown): FrontMatterText[] {
  const found: FrontMatterText[] = [];
  collect(value, [], found);
  return found;
}

function collect(value: unknown, path: KeyPath, found: FrontMatterText[]): void {
  if (typeof value === 'string') found.push({path, text: value});
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, [...path, key], found);
  }
}
