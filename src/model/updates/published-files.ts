import type {SourceFile} from '../toolkit.ts';
import {compareNames} from './next-slug.ts';

/** Where the texts and files of pages are kept as updates put them live. */
export const PUBLISHED_FOLDER = 'blog/_published';

/** A file on record. */
export interface RecordedFile {
  /** The update that put it live. */
  slug: string;
  /** Path in the folder of the update: `approaches/wardens.md`, `approaches/wardens.removed` or `images/river.png`. */
  name: string;
  bytes: Uint8Array;
}

const RECORD_RE = /^blog\/_published\/([^/]+)\/(.+)$/;
const REMOVED = '.removed';

/** The files on record among all files. */
export function recordedFiles(files: readonly SourceFile[]): RecordedFile[] {
  return files.flatMap(({path, bytes}) => {
    const [, slug, name] = RECORD_RE.exec(path) ?? [];
    return slug === undefined || name === undefined ? [] : [{slug, name, bytes}];
  });
}

/** The newest record of each live file and each removed page, by the name that the file itself had. */
export function newestRecords(records: readonly RecordedFile[]): Map<string, RecordedFile> {
  const sorted = [...records].sort((a, b) => compareNames(a.slug, b.slug));
  return new Map(sorted.map((record) => [liveName(record.name), record]));
}

/** Whether a record says that a page is gone. */
export function isRemoval({name}: Pick<RecordedFile, 'name'>): boolean {
  return name.endsWith(REMOVED);
}

/** The name on record of a page that is gone. */
export function removalName(pageId: string): string {
  return pageId + REMOVED;
}

/** A page's id where a record is that of a page. */
export function recordedPage({name}: Pick<RecordedFile, 'name'>): string | undefined {
  const page = liveName(name);
  return page.endsWith('.md') ? page.slice(0, -'.md'.length) : undefined;
}

/** How a file of `docs/` or `handbook/` is named on record. */
export function recordName(path: string): string {
  return path.replace(/^docs\//, '');
}

/** The file that a record is of. */
export function livePath({name}: Pick<RecordedFile, 'name'>): string {
  const live = liveName(name);
  return live.startsWith('handbook/') ? live : `docs/${live}`;
}

function liveName(name: string): string {
  return name.endsWith(REMOVED) ? `${name.slice(0, -REMOVED.length)}.md` : name;
}
