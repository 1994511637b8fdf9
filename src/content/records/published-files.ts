import type {SourceFile, Toolkit} from '../toolkit.ts';
import {compareNames} from './next-slug.ts';

/** The folder of the texts and files of pages as updates published them. */
export const PUBLISHED_FOLDER = 'blog/_published';

export interface RecordedFile {
  slug: string;
  /** Path in the folder of the update: `approaches/wardens.md`, `approaches/wardens.removed` or `images/river.png`. */
  name: string;
  bytes: Uint8Array;
}

const RECORD_RE = /^blog\/_published\/([^/]+)\/(.+)$/;
const REMOVED = '.removed';

export function recordedFiles(files: readonly SourceFile[]): RecordedFile[] {
  return files.flatMap(({path, bytes}) => {
    const [, slug, name] = RECORD_RE.exec(path) ?? [];
    return slug === undefined || name === undefined ? [] : [{slug, name, bytes}];
  });
}

/** The newest record of each live file and each removed page, by the name of the file. */
export function newestRecords(records: readonly RecordedFile[]): Map<string, RecordedFile> {
  const sorted = [...records].sort((a, b) => compareNames(a.slug, b.slug));
  return new Map(sorted.map((record) => [liveName(record.name), record]));
}

export function isRemoval({name}: Pick<RecordedFile, 'name'>): boolean {
  return name.endsWith(REMOVED);
}

export function removalName(pageId: string): string {
  return pageId + REMOVED;
}

export function recordedPage({name}: Pick<RecordedFile, 'name'>): string | undefined {
  const page = liveName(name);
  return page.endsWith('.md') ? page.slice(0, -'.md'.length) : undefined;
}

/** The recorded name of a file in `docs/` or `handbook/`. */
export function recordName(path: string): string {
  return path.replace(/^docs\//, '');
}

export function livePath({name}: Pick<RecordedFile, 'name'>): string {
  const live = liveName(name);
  return live.startsWith('handbook/') ? live : `docs/${live}`;
}

function liveName(name: string): string {
  return name.endsWith(REMOVED) ? `${name.slice(0, -REMOVED.length)}.md` : name;
}

export function usedSlugs(
  {updates, files}: Pick<Toolkit, 'updates' | 'files'>,
  records: readonly SourceFile[],
): string[] {
  return [
    ...updates.map(({data}) => data.slug),
    ...files.flatMap(({path}) => /^blog\/([^/]+)\.md$/.exec(path)?.[1] ?? []),
    ...recordedFiles(records).map(({slug}) => slug),
  ];
}
