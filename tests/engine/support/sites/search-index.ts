import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: {element: string; id: string; text: string}[];
}

/** What Pagefind loads of each page in an index of a built site, by address. */
export function readSearchIndex(folder: string, index = 'pagefind'): Map<string, Fragment> {
  const fragments = path.join(folder, index, 'fragment');
  const files = readdirSync(fragments).map((file) => gunzipSync(readFileSync(path.join(fragments, file))).toString());
  const found = files.map((text): Fragment => JSON.parse(text.replace(/^pagefind_dcd/, '')));
  return new Map(found.map((fragment) => [fragment.url, fragment]));
}
