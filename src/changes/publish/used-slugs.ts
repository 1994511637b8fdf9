import type {SourceFile, Toolkit} from '../../content/toolkit.ts';
import {recordedFiles} from '../../content/updates/published-files.ts';

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
