/** What a source file holds, told by its path alone. */
export type DocumentKind = 'page' | 'case-study' | 'change-note' | 'update';

/** The kind of a document at a path from the toolkit's root; `undefined` for files the model does not read. */
export function documentKind(path: string): DocumentKind | undefined {
  if (/^blog\/_pending\/[^/]+\.md$/.test(path)) return 'change-note';
  if (/^blog\/[^/]+\.md$/.test(path)) return 'update';
  if (/^docs\/case-studies\/.+\.md$/.test(path)) return 'case-study';
  if (/^(docs|handbook)\/.+\.md$/.test(path)) return 'page';
  return undefined;
}

/** A page's id: its path without `docs/` and extension; handbook ids keep `handbook/`. */
export function pageIdOf(path: string): string {
  return path.replace(/^docs\//, '').replace(/\.md$/, '');
}

/** The address of a page, without the site's base URL; begins and ends with `/`. */
export function addressOf(pageId: string): string {
  const path = pageId.replace(/(^|\/)index$/, '$1').replace(/\/$/, '');
  if (path === 'handbook') return '/';
  if (path.startsWith('handbook/')) return `/${path.slice('handbook/'.length)}/`;
  return path === '' ? '/toolkit/' : `/toolkit/${path}/`;
}
