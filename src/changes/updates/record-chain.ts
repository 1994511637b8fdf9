import {recordFile} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import type {EditionRecord, UpdateRecord} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {updateRecordFile} from '../../content/updates/update-record.ts';
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

/** The slugs of updates in the order of the chain. */
function chainOrder({updates}: Pick<Toolkit, 'updates'>): string[] {
  const newest = newestFirst(updates.map(({data}) => data));
  return newest.map(({slug}) => slug).reverse();
}

/**
 * The records of updates in the order of the chain. Those whose update is missing come first, so that the first head
 * shows that they were added.
 */
export function chainRecords(toolkit: Pick<Toolkit, 'updates' | 'updateRecords'>): ChainRecord[] {
  const order = chainOrder(toolkit);
  const {updateRecords} = toolkit;
  return [
    ...[...updateRecords].filter(([slug]) => !order.includes(slug)).sort(([a], [b]) => compareText(a, b)),
    ...order.flatMap((slug): ChainRecord[] => {
      const record = updateRecords.get(slug);
      // A missing record is reported elsewhere.
      return record ? [[slug, record]] : [];
    }),
  ];
}

type ChainRecord = readonly [slug: string, record: UpdateRecord];

/** What the chain begins with: a hash over everything that was published before it, in records without a head. */
function foundationOf(records: readonly ChainRecord[], hash: Hash): string {
  const older = records.flatMap(([slug, {head, files}]) =>
    head === undefined ? [[slug, sorted(files)] as const] : [],
  );
  return older.length === 0 ? '' : hash(JSON.stringify(older.toSorted(([a], [b]) => compareText(a, b))));
}

/** `next` is the head of an update that follows an earlier one than that before it, as when two branches publish. */
type HeadFault = {slug: string; fault: string; next?: string};

/** What is wrong with heads, by update; the records are in the order of the chain. */
export function headFaults(records: readonly ChainRecord[], hash: Hash): HeadFault[] {
  const begin = records.findIndex(([, {head}]) => head !== undefined);
  if (begin === -1) return [];
  const older = records.slice(0, begin);
  let before = foundationOf(older, hash);
  const listed = listedHashes(records);
  const isRedacted = ([, record]: ChainRecord) => isListed(listed, record, hash);
  let isGap = older.some(isRedacted);
  const heads: string[] = [];
  return records.slice(begin).flatMap((entry, index): HeadFault[] => {
    const [slug, record] = entry;
    heads.push(before);
    if (record.head === undefined) return [{slug, fault: 'has no head, expected one, because earlier updates have it'}];
    const next = headOf(before, slug, record, hash);
    const isWhole = isGap || isRedacted(entry) || record.head === next;
    before = record.head;
    isGap = false;
    if (isWhole) return [];
    const start = heads.findIndex((earlier) => record.head === headOf(earlier, slug, record, hash));
    const missed = start < 0 ? [] : records.slice(begin + start, begin + index).map(([name]) => `\`${name}\``);
    if (missed.length > 0) return [{slug, fault: `was published without ${missed.join(', ')}`, next}];
    const fault =
      'has a head that does not follow from its record and the updates before it: one of them was changed or removed';
    return [{slug, fault}];
  });
}

/**
 * The hashes of everything on record, what is left of the records that lost text included. The update that announced a
 * redaction lists these, so that its head covers them: a redaction is a gap with a public reason, and no way to change more.
 */
export function listedHashes(records: readonly ChainRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap(([, {files}]) => Object.values(files)));
}

/** Whether a record is what a redaction left of it. */
export function isListed(listed: ReadonlySet<string>, record: UpdateRecord | EditionRecord, hash: Hash): boolean {
  return record.redactions !== undefined && listed.has(hash(`${JSON.stringify(record, null, 2)}\n`));
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
 * Adds a head to the record that is written with an update. It also covers the editions that no earlier update covers and,
 * where it begins the chain, every record without a head. Returns also the head.
 */
export function chainUpdate(toolkit: Toolkit, slug: string, planned: readonly PlannedFile[]) {
  const written = new Map(planned.map(({path, content}) => [path, content]));
  const read = <Record>(path: string, stored: Record | undefined) => {
    const content = written.get(path);
    return content === undefined ? stored : (JSON.parse(`${content}`) as Record);
  };
  const recordOf = (name: string) => read(updateRecordFile(name), toolkit.updateRecords.get(name));
  const older = chainOrder(toolkit).filter((name) => name !== slug);
  const covered = new Set(older.flatMap((name) => Object.keys(recordOf(name)?.editions ?? {})));
  const frozen = [...written.keys()].flatMap((path) => /^ledgers\/editions\/(.+)\.json$/.exec(path)?.[1] ?? []);
  const editions = [...new Set([...toolkit.editions.map(({name}) => name), ...frozen])].flatMap((name) => {
    const record = read(recordFile(name), toolkit.editions.find((edition) => edition.name === name)?.record);
    return covered.has(name) || !record ? [] : [[name, editionHash(record, toolkit.hashOf)] as const];
  });
  const added = [...written.keys()].flatMap((path) => recordedUpdate(path) ?? []);
  const slugs = new Set([...toolkit.updateRecords.keys(), ...added]);
  const records = [...slugs].flatMap((name): ChainRecord[] => {
    const record = recordOf(name);
    return record && name !== slug ? [[name, record]] : [];
  });
  const newest = older.findLast((name) => recordOf(name)?.head !== undefined);
  const before = newest === undefined ? foundationOf(records, toolkit.hashOf) : (recordOf(newest)?.head ?? '');
  const stored = recordOf(slug) ?? {schema: 1, files: {}};
  const record = {...stored, ...(editions.length > 0 && {editions: Object.fromEntries(editions)})};
  const head = headOf(before, slug, record, toolkit.hashOf);
  written.set(updateRecordFile(slug), `${JSON.stringify({...record, head}, null, 2)}\n`);
  return {planned: [...written].map(([path, content]) => ({path, content})), head};
}

function sorted<Value>(map: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(map).sort(([a], [b]) => compareText(a, b));
}
