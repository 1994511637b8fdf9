import {recordFile} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {commentEdits} from '../../content/markdown/edit/comments.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {updateRecordFile} from '../../content/records/update-record.ts';
import type {EditionRecord, UpdateRecord} from '../../content/schemas/record-schemas.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {newestFirst} from '../updates/history.ts';
import * as verify from './verify.mjs';

/*
 * Every update's record has a head: a hash over the head before it and over the hashes of everything that the update
 * published. Anyone who wrote down one head can tell whether a note, a text or an edition up to it was changed later. The
 * chain proves nothing against somebody who rewrites all of it and whose heads nobody knows: that is why emails, feeds and
 * pages of updates show the head.
 */

type Hash = Toolkit['hashOf'];

type Content = PlannedFile['content'];

/** SHA-256 of what the record of an edition promises. */
export function editionHash({redactions: _, ...record}: EditionRecord, hash: Hash): string {
  return hash(JSON.stringify(record));
}

/** Whether updates have heads: from then on, every update and every text is on record. */
export function isChained({updateRecords}: Pick<Toolkit, 'updateRecords'>): boolean {
  return [...updateRecords.values()].some(({head}) => head !== undefined);
}

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

/** `next` is the head of an update that follows an earlier one than that before it, as when two branches publish. */
type HeadFault = {slug: string; fault: string; next?: string};

/** What is wrong with heads, by update; the records are in the order of the chain. */
export function headFaults(records: readonly ChainRecord[], hash: Hash): HeadFault[] {
  const begin = records.findIndex(([, {head}]) => head !== undefined);
  return verify.headFaults(records, hash).map(({slug, fault}): HeadFault => {
    const index = records.findIndex(([name]) => name === slug);
    const [, record = {schema: 1, files: {}}] = records[index] ?? [];
    const heads = records.slice(begin, index).map(([, {head = ''}]) => head);
    const followed = [verify.foundationOf(records, hash), ...heads].map((head) =>
      verify.headOf(head, slug, record, hash),
    );
    const start = record.head === undefined ? -1 : followed.indexOf(record.head);
    const missed = start < 0 ? [] : records.slice(begin + start, index).map(([name]) => `\`${name}\``);
    const next = followed.at(-1) ?? '';
    return missed.length > 0 ? {slug, fault: `was published without ${missed.join(', ')}`, next} : {slug, fault};
  });
}

/** Whether the record of an edition is what a redaction left of it, which an update lists. */
export function isListed(records: readonly ChainRecord[], record: EditionRecord, hash: Hash): boolean {
  const left = hash(`${JSON.stringify(record, null, 2)}\n`);
  return record.redactions !== undefined && records.some(([, {files}]) => Object.values(files).includes(left));
}

/** Whether a file is of an edition: a page, what it shows, or the record of the edition. */
export function isOfEdition(path: string): boolean {
  return /^(?:versioned_docs\/version-[^/]+\/.+|ledgers\/editions\/[^/]+\.json)$/.test(path);
}

/**
 * What readers get of a file on record: no comments, which are for editors, and no private sort key. Hashes of it are on
 * record, so what it removes must not change.
 */
export function servedFile({updates}: Pick<Toolkit, 'updates'>, path: string, content: Content): Content {
  if (!path.endsWith('.md')) return content;
  const text = typeof content === 'string' ? content : new TextDecoder('utf-8', {ignoreBOM: true}).decode(content);
  const {earliest, latest} = updates.find(({document}) => document.path === path)?.data.published ?? {};
  const shown = applyEdits(text, commentEdits(text));
  const served = earliest === latest ? shown : shown.replace(/^date: .*\n/m, '');
  return served === text ? content : served;
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
  const slugs = new Set([
    ...toolkit.updateRecords.keys(),
    ...[...written.keys()].flatMap((path) => recordedUpdate(path) ?? []),
  ]);
  const records = [...slugs].flatMap((name): ChainRecord[] => {
    const record = recordOf(name);
    return record && name !== slug ? [[name, record]] : [];
  });
  const newest = older.findLast((name) => recordOf(name)?.head !== undefined);
  const before = newest === undefined ? verify.foundationOf(records, toolkit.hashOf) : (recordOf(newest)?.head ?? '');
  const stored = recordOf(slug) ?? {schema: 1, files: {}};
  const sources = new Map([...sourcesOf(toolkit), ...written]);
  const listed = new Set(records.flatMap(([, {files}]) => Object.keys(files)));
  const added = [...sources].filter(([path]) => isOfEdition(path) && !listed.has(path));
  const files = sortedMap([
    ...Object.entries(stored.files),
    ...added.map(([path, content]) => [path, toolkit.hashOf(content)] as const),
  ]);
  const known = new Map(records.flatMap(([, record]) => Object.entries(record.served ?? {})));
  const served = [...listed, ...Object.keys(files)].flatMap((path): [string, string][] => {
    const content = sources.get(path) ?? '';
    const shown = servedFile(toolkit, path, content);
    const hash = shown === content && !known.has(path) ? undefined : toolkit.hashOf(shown);
    return hash === undefined || hash === known.get(path) ? [] : [[path, hash]];
  });
  const record = {
    ...stored,
    files,
    ...(editions.length > 0 && {editions: Object.fromEntries(editions)}),
    // Also if it is empty: from then on, a site cannot choose what is compared.
    served: sortedMap(served),
  };
  const head = verify.headOf(before, slug, record, toolkit.hashOf);
  written.set(updateRecordFile(slug), `${JSON.stringify({...record, head}, null, 2)}\n`);
  return {planned: [...written].map(([path, content]) => ({path, content})), head};
}

/** Every file that can be on record, by path. */
export function sourcesOf({files, published}: Pick<Toolkit, 'files' | 'published'>): Map<string, Content> {
  return new Map([...files.map(({path, bytes}) => [path, bytes] as const), ...published.copies]);
}

function sortedMap(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));
}
