import type {PatchedFile} from '../take-patch.ts';

/** All that a proposal becomes: one new page, its note, and its record. */
const ALLOWED: readonly {path: RegExp; statuses: string}[] = [
  {path: /^docs\/case-studies\/[a-z0-9-]+\.md$/, statuses: 'A'},
  {path: /^blog\/_pending\/[a-z0-9-]+\.md$/, statuses: 'A'},
  {path: /^ledgers\/proposals\/[a-z0-9-]+\.json$/, statuses: 'AM'},
];

/** The files of a patch that a proposal would not have become; the patch may come from anybody. */
export function judgePatch(files: readonly PatchedFile[]): PatchedFile[] {
  const seen = new Set<RegExp>();
  return files.filter(({path, status, mode}) => {
    const allowed = ALLOWED.find((one) => one.path.test(path) && one.statuses.includes(status));
    if (!allowed || mode !== '100644' || seen.has(allowed.path)) return true;
    seen.add(allowed.path);
    return false;
  });
}
