const MARK_RE = /\p{M}/gu;
const APOSTROPHE_RE = /['\u2019]/g;
const OTHER_RE = /[^a-z0-9]+/g;

/** A title as the name of a file, without extension: lower-case ASCII words joined by hyphens; empty where none is left. */
export function fileNameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(MARK_RE, '')
    .toLowerCase()
    .replace(APOSTROPHE_RE, '')
    .replaceAll('&', ' and ')
    .replace(OTHER_RE, '-')
    .replace(/^-|-$/g, '');
}
