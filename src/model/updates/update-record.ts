import type {PlannedFile} from '../files/planned-file.ts';
import {compareText} from '../problem.ts';
import type {UpdateRecord} from '../schemas/records/update-record-schema.ts';

/** Where the record of an update lies. */
export function updateRecordFile(slug: string): string {
  return `ledgers/updates/${slug}.json`;
}

/** Whether a file is one that the record of its update vouches for: the update, the pages and the data of charts as it put them live. */
export function isVouchedFor(path: string): boolean {
  return /^blog\/[^/]+\.md$|^blog\/_published\/[^/]+\/(?:.+\.(?:md|removed)|reference\/data\/[^/]+\.json)$/.test(path);
}

/** The slug of the update that a file it vouches for belongs to. */
export function updateOfFile(path: string): string | undefined {
  return /^blog\/(?:_published\/([^/]+)\/|([^/]+)\.md$)/
    .exec(path)
    ?.slice(1)
    .find((slug) => slug !== undefined);
}

/** The record of an update, from everything that publishing it writes. */
export function recordUpdate(
  slug: string,
  files: readonly PlannedFile[],
  hash: (content: string | Uint8Array) => string,
): PlannedFile {
  const hashes = files
    .filter(({path}) => isVouchedFor(path))
    .map(({path, content}): [string, string] => [path, hash(content)])
    .sort(([a], [b]) => compareText(a, b));
  const record: UpdateRecord = {schema: 1, files: Object.fromEntries(hashes)};
  return {path: updateRecordFile(slug), content: `${JSON.stringify(record, null, 2)}\n`};
}
