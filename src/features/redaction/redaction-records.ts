import {recordFile} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {consentFingerprint} from '../../content/schemas/case-study-schema.ts';
import type {Redaction} from '../../content/schemas/record-schemas.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isInManifest, updateOfFile, updateRecordFile} from '../../content/updates/update-record.ts';

/**
 * New fingerprints of consents whose role lost text, after the old ones: the organisation agreed all the same, and with
 * an old fingerprint readers could test guesses at the text. One that did not match before is left.
 */
export function renewedConsents(before: Toolkit, after: Toolkit): [old: string, renewed: string][] {
  const fingerprints = ({caseStudies, fingerprintOf}: Toolkit) =>
    caseStudies.flatMap(({data: {consent}}): [recorded: string, actual: string][] =>
      consent.basis === 'organisation' ? [[consent.fingerprint, consentFingerprint(fingerprintOf, consent)]] : [],
    );
  const valid = fingerprints(before).flatMap(([recorded, actual]) => (recorded === actual ? [recorded] : []));
  return fingerprints(after).filter(([recorded, actual]) => valid.includes(recorded) && recorded !== actual);
}

/**
 * The records of editions and updates that lost text, with the hashes of what is left, and when and why it was removed.
 * A changed file that is `undefined` is removed.
 */
export function publicRecords(
  after: Toolkit,
  changed: ReadonlyMap<string, string | undefined>,
  affected: ReadonlyMap<string, ReadonlySet<string>>,
  redaction: Redaction,
  hash: (content: string) => string,
): PlannedFile[] {
  const editions = after.editions.flatMap(({name, record, pages}) => {
    const ids = [...(affected.get(name) ?? [])].sort();
    if (ids.length === 0 || !record) return [];
    const left = new Map(pages.map(({id, fingerprint}) => [id, fingerprint]));
    const removed = ids.filter((id) => !left.has(id));
    const row = {...redaction, pages: ids.filter((id) => left.has(id)), ...(removed.length > 0 && {removed})};
    const fingerprints = Object.entries(record.fingerprints)
      .filter(([id]) => !removed.includes(id))
      .map(([id, recorded]) => [id, (ids.includes(id) && left.get(id)?.()) || recorded]);
    return [{path: recordFile(name), record, row, renewed: {fingerprints: Object.fromEntries(fingerprints)}}];
  });
  const slugs = new Set([...changed.keys()].filter(isInManifest).map(updateOfFile));
  const updates = [...after.updateRecords].flatMap(([slug, record]) => {
    if (!slugs.has(slug)) return [];
    const files = Object.entries(record.files)
      .filter(([path]) => !changed.has(path) || changed.get(path) !== undefined)
      .map(([path, recorded]) => [path, changed.has(path) ? hash(changed.get(path) ?? '') : recorded]);
    return [{path: updateRecordFile(slug), record, row: redaction, renewed: {files: Object.fromEntries(files)}}];
  });
  return [...editions, ...updates].map(({path, record: {redactions = [], ...record}, row, renewed}) => {
    const content = {...record, ...renewed, redactions: [...redactions, row]};
    return {path, content: `${JSON.stringify(content, null, 2)}\n`};
  });
}
