import {addressOf, editionPageOf, type PagesAt, pageIdOf} from '../pages/page-id.ts';

/** The address of a live page or of a page of an edition, by its file. */
export function addressOfSource(config: PagesAt, path: string): string {
  const {edition, id} = editionPageOf(path);
  return id === '' ? addressOf(config, pageIdOf(path)) : addressOf(config, id, edition);
}

/**
 * Resolves a link in a file to a file, as Docusaurus does: relative to the file, or to the folder of all pages;
 * `undefined` if the link is not a path of a file.
 */
export function fileOfTarget(from: string, target: string): string | undefined {
  const [written = ''] = target.split(/[?#]/);
  if (!/\.mdx?$/.test(written) || /^[a-z][a-z\d+.-]*:/i.test(written)) return undefined;
  const file = decode(written);
  const root = /^(versioned_docs\/[^/]+|[^/]+)\//.exec(from)?.[1] ?? '';
  const base = file.startsWith('/') ? root : from.replace(/\/[^/]*$/, '');
  return decode(new URL(`https://files.example/${base}/${file.replace(/^\//, '')}`).pathname.slice(1));
}

/** The relative path from one file to another, `../approaches/wardens.md`. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** Decodes an address for display; returns it unchanged if that fails. */
export function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
