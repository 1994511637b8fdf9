import type {PlannedFile} from '../files/planned-file.ts';
import {compareText} from '../problem.ts';
import type {UpdateRecord} from '../schemas/record-schemas.ts';

/** The record is next to the folder of the update's texts. */
export function updateRecordFile(slug: string): string {
  return `blog/_published/${slug}.json`;
}

/** Whether the record of an update covers a file: the update, and the pages and chart data it published. */
export function isInManifest(path: string): boolean {
  return /^blog\/[^/]+\.md$|^blog\/_published\/[^/]+\/(?:.+\.(?:md|removed)|reference\/data\/[^/]+\.json)$/.test(path);
}

export function updateOfFile(path: string): string | undefined {
  return /^blog\/(?:_published\/([^/]+)\/|([^/]+)\.md$)/
    .exec(path)
    ?.slice(1)
    .find((slug) => slug !== undefined);
}

/** The record of an update: its files and, if it announces a redaction, the records that lost text. */
export function recordUpdate(
  slug: string,
  files: readonly PlannedFile[],
  hash: (content: string | Uint8Array) => string,
  {shown, redacted = []}: {shown?: UpdateRecord['shown']; redacted?: readonly PlannedFile[]} = {},
): PlannedFile {
  const hashes = [...files.filter(({path}) => isInManifest(path)), ...redacted]
    .map(({path, content}): [string, string] => [path, hash(content)])
    .sort(([a], [b]) => compareText(a, b));
  const record: UpdateRecord = {schema: 1, files: Object.fromEntries(hashes), ...(shown && {shown})};
  return {path: updateRecordFile(slug), content: `${JSON.stringify(record, null, 2)}\n`};
}
