import {compareText} from '../problem.ts';
import {recordFile} from '../publish/freeze-edition.ts';
import type {PlannedFile} from '../publish/planned-file.ts';
import {isVouchedFor, updateOfFile, updateRecordFile} from '../publish/update-record.ts';
import type {Redaction} from '../schemas/redaction-schema.ts';
import type {Toolkit} from '../toolkit.ts';

/** The records of editions that lost words, with the fingerprints of what is left and a row that says when and why. */
export function redactEditionRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, readonly string[]>,
  redaction: Redaction,
): PlannedFile[] {
  return [...changed].flatMap(([name, ids]) => {
    const edition = after.editions.find((candidate) => candidate.name === name);
    if (!edition?.record) return [];
    const left = new Map(edition.pages.map(({id, fingerprint}) => [id, fingerprint]));
    const removed = ids.filter((id) => !left.has(id)).sort(compareText);
    const pages = ids.filter((id) => left.has(id)).sort(compareText);
    const fingerprints = Object.entries(edition.record.fingerprints)
      .filter(([id]) => !removed.includes(id))
      .map(([id, recorded]): [string, string] => [id, (pages.includes(id) && left.get(id)?.()) || recorded]);
    const row = {...redaction, pages, ...(removed.length > 0 && {removed})};
    const {redactions = [], ...record} = edition.record;
    const content = {...record, fingerprints: Object.fromEntries(fingerprints), redactions: [...redactions, row]};
    return [{path: recordFile(name), content: toJson(content)}];
  });
}

/** The records of updates of which the file or a text lost words, made anew in the same way; `undefined` is a file that went. */
export function redactUpdateRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, string | undefined>,
  redaction: Redaction,
  hash: (content: string) => string,
): PlannedFile[] {
  const slugs = new Set([...changed.keys()].filter(isVouchedFor).flatMap((path) => updateOfFile(path) ?? []));
  return [...slugs].flatMap((slug) => {
    const known = after.updateRecords.get(slug);
    if (!known) return [];
    const files = Object.entries(known.files).flatMap(([path, recorded]): [string, string][] => {
      if (!changed.has(path)) return [[path, recorded]];
      const text = changed.get(path);
      return text === undefined ? [] : [[path, hash(text)]];
    });
    const {redactions = [], ...record} = known;
    const content = {...record, files: Object.fromEntries(files), redactions: [...redactions, redaction]};
    return [{path: updateRecordFile(slug), content: toJson(content)}];
  });
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
