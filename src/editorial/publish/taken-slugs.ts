import type {SourceFile, Toolkit} from '../../model/toolkit.ts';
import {recordedFiles} from '../../model/updates/published-files.ts';

/** The slugs of updates, and all names that an update's file or its texts on record bear. */
export function takenSlugs(
  {updates, files}: Pick<Toolkit, 'updates' | 'files'>,
  records: readonly SourceFile[],
): string[] {
  return [
    ...updates.map(({data}) => data.slug),
    ...files.flatMap(({path}) => /^blog\/([^/]+)\.md$/.exec(path)?.[1] ?? []),
    ...recordedFiles(records).map(({slug}) => slug),
  ];
}
