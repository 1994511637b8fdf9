import {addressOf, editionAddress, editionPageOf, pageIdOf} from '../pages/page-id.ts';

/** The address of a page of today or of an edition, by its file. */
export function addressOfSource(path: string): string {
  const {edition, id} = editionPageOf(path);
  return id === '' ? addressOf(pageIdOf(path)) : editionAddress(edition, id);
}

/**
 * The file that a link names from another, as Docusaurus finds it: beside it, or from the folder of all pages;
 * `undefined` where the link names none.
 */
export function fileOfTarget(from: string, target: string): string | undefined {
  const [written = ''] = target.split(/[?#]/);
  if (!/\.mdx?$/.test(written) || /^[a-z][a-z\d+.-]*:/i.test(written)) return undefined;
  const file = decode(written);
  const root = /^(versioned_docs\/[^/]+|[^/]+)\//.exec(from)?.[1] ?? '';
  const base = file.startsWith('/') ? root : from.replace(/\/[^/]*$/, '');
  return decode(new URL(`https://files.example/${base}/${file}`).pathname.slice(1));
}

/** The path of a file as another file beside or above it writes it, `../approaches/wardens.md`. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** An address as people read it; as it is written where it cannot be decoded. */
export function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
