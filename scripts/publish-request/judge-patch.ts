import type {PatchedFile} from '../take-patch.ts';

/** All that publishing does: what is on record never changes, and a note that was published goes. */
const ALLOWED: readonly {path: RegExp; statuses: string}[] = [
  {path: /^blog\/_pending\/[^/]+\.md$/, statuses: 'D'},
  {path: /^blog\/(?!_pending\/)/, statuses: 'A'},
  {path: /^versioned_(docs|sidebars)\//, statuses: 'A'},
  {path: /^versions\.json$/, statuses: 'AM'},
  {path: /^ledgers\//, statuses: 'AM'},
];

/** The files of a patch that publishing would not have written so; the patch may come from anybody. */
export function judgePatch(files: readonly PatchedFile[]): PatchedFile[] {
  return files.filter((file) => !isAllowed(file));
}

function isAllowed({path, status, mode}: PatchedFile): boolean {
  // A file that begins with a dot may be an instruction to a tool; a link or a program is no content.
  if (/(^|\/)\./.test(path) || mode !== (status === 'D' ? '000000' : '100644')) return false;
  return ALLOWED.some((allowed) => allowed.path.test(path) && allowed.statuses.includes(status));
}
