import {recordFile} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {compareText} from '../../content/problem.ts';
import type {EditionRecord, UpdateRecord} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {updateOfFile, updateRecordFile} from '../../content/updates/update-record.ts';
import {newestFirst} from './history.ts';

/*
 * Every update's record has a head: a hash over the head before it and over the hashes of everything that the update
 * published. Anyone who wrote down one head can tell whether a note, a text or an edition up to it was changed later. The
 * chain proves nothing against somebody who rewrites all of it and whose heads nobody knows: that is why emails, feeds and
 * pages of updates show the head.
 */

type Hash = Toolkit['hashOf'];

/**
 * The head of the chain after an update, SHA-256 in hexadecimal digits.
 *
 * @param before the head after the update before it; empty for the first
 */
export function headOf(before: string, slug: string, record: UpdateRecord, hash: Hash): string {
  const {files, shown = {}, editions = {}} = record;
  const pages = sorted(shown).map(([id, hashes]) => [id, sorted(hashes)]);
  return hash(JSON.stringify([before, slug, sorted(files), pages, sorted(editions)]));
}

/** SHA-256 of what the record of an edition promises. */
export function editionHash({redactions: _, ...record}: EditionRecord, hash: Hash): string {
  return hash(JSON.stringify(record));
}

/** Whether updates have heads: from then on, every update and every text is on record. */
export function isChained({updateRecords}: Pick<Toolkit, 'updateRecords'>): boolean {
  return [...updateRecords.values()].some(({head}) => head !== undefined);
}

/** The record of an update that an earlier engine published without one. */
function recordFrom({published: {hashes}}: Toolkit, slug: string): UpdateRecord {
  const files = [...hashes].filter(([file]) => updateOfFile(file) === slug);
  return {schema: 1, files: Object.fromEntries(files.map(([file, hash]) => [file, hash()]))};
}

/** The slugs of updates in the order of the chain. */
export function chainOrder({updates}: Pick<Toolkit, 'updates'>): string[] {
  const newest = newestFirst(updates.map(({data}) => data));
  return newest.map(({slug}) => slug).reverse();
}

/** What is wrong with heads, by update; the records are in the order of the chain. */
export function headFaults(records: readonly (readonly [slug: string, record: UpdateRecord])[], hash: Hash) {
  let before = '';
  return records.flatMap(([slug, record]): {slug: string; fault: string}[] => {
    const {head, redactions} = record;
    const previous = before;
    before = head ?? before;
    if (head === undefined) {
      return previous === '' ? [] : [{slug, fault: 'has no head, expected one, because earlier updates have it'}];
    }
    // A redaction is a gap with a public reason.
    if (redactions || head === headOf(previous, slug, record, hash)) return [];
    return [{slug, fault: 'has a head that does not follow from its record and the updates before it'}];
  });
}

/** The pages whose text an update published without a note that names them. A launch is about every page. */
export function unnamedPages(
  {launch, changes}: Pick<Update, 'launch' | 'changes'>,
  {head, files}: UpdateRecord,
): string[] {
  if (launch || head === undefined) return [];
  const named = new Set(changes.flatMap(({pages}) => pages));
  return Object.keys(files)
    .flatMap((file) => pageOfText(file) ?? [])
    .filter((id) => !named.has(id));
}

/** The page whose text a file on record has. */
export function pageOfText(file: string): string | undefined {
  return /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(file)?.[1];
}

/**
 * Adds heads to what is written with an update: to its record, which also covers the editions that no earlier update
 * covers, and to the records of earlier updates that have none. Returns also the head of the update.
 */
export function chainUpdate(toolkit: Toolkit, slug: string, planned: readonly PlannedFile[]) {
  const written = new Map(planned.map(({path, content}) => [path, content]));
  const read = <Record>(path: string, stored: Record | undefined) => {
    const content = written.get(path);
    return content === undefined ? stored : (JSON.parse(`${content}`) as Record);
  };
  const recordOf = (name: string) => read(updateRecordFile(name), toolkit.updateRecords.get(name));
  const older = chainOrder(toolkit).filter((name) => name !== slug);
  if (!isChained(toolkit)) {
    // The chain covers everything published before it as well: nothing can be added there later.
    for (const name of older.filter((candidate) => recordOf(candidate) === undefined)) {
      written.set(updateRecordFile(name), JSON.stringify(recordFrom(toolkit, name)));
    }
  }
  const covered = new Set(older.flatMap((name) => Object.keys(recordOf(name)?.editions ?? {})));
  const frozen = [...written.keys()].flatMap((path) => /^ledgers\/editions\/(.+)\.json$/.exec(path)?.[1] ?? []);
  const editions = [...new Set([...toolkit.editions.map(({name}) => name), ...frozen])].flatMap((name) => {
    const record = read(recordFile(name), toolkit.editions.find((edition) => edition.name === name)?.record);
    return covered.has(name) || !record ? [] : [[name, editionHash(record, toolkit.hashOf)] as const];
  });
  const last = older.findLastIndex((name) => recordOf(name)?.head !== undefined);
  let head = recordOf(older[last] ?? '')?.head ?? '';
  for (const name of [...older.slice(last + 1), slug]) {
    const stored = recordOf(name);
    if (stored) {
      const isNew = name === slug && editions.length > 0;
      const record = {...stored, ...(isNew && {editions: Object.fromEntries(editions)})};
      head = headOf(head, name, record, toolkit.hashOf);
      written.set(updateRecordFile(name), `${JSON.stringify({...record, head}, null, 2)}\n`);
    }
  }
  return {planned: [...written].map(([path, content]) => ({path, content})), head};
}

function sorted<Value>(map: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(map).sort(([a], [b]) => compareText(a, b));
}
