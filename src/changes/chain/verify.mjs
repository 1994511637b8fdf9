/*
 * Shows whether a site still has everything that a toolkit published there, and nothing was changed in silence:
 *     node verify.mjs https://toolkit.example/ [--head <64 hexadecimal digits>]
 * It needs Node.js 22 and nothing else. What it compares follows from records of updates, never from what a site says.
 */
import {createHash} from 'node:crypto';
import {realpathSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';

/** @typedef {import('../../content/schemas/record-schemas.ts').UpdateRecord} UpdateRecord */
/** @typedef {readonly [slug: string, record: UpdateRecord]} Entry Always in the order of updates. */

const sorted = (map = {}) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

/** A hash over the head before and the hashes of all that an update published. @type {(before: string, slug: string, record: UpdateRecord, hash: (text: string) => string) => string} */
export function headOf(before, slug, {files, shown, editions, served}, hash) {
  const pages = sorted(shown).map(([id, hashes]) => [id, sorted(hashes)]);
  const more = served ? [sorted(served)] : [];
  return hash(JSON.stringify([before, slug, sorted(files), pages, sorted(editions), ...more]));
}

/** What the first head follows: a hash over the records without one. @type {(records: readonly Entry[], hash: (text: string) => string) => string} */
export function foundationOf(records, hash) {
  const older = records.filter(([, {head}]) => head === undefined);
  const files = older.map(([slug, record]) => [slug, sorted((unredacted(record) ?? record).files)]);
  return older.length === 0 ? '' : hash(JSON.stringify(sorted(Object.fromEntries(files))));
}

/** A record before its redactions; `undefined` if one, of an older form, names no files. @type {(record: UpdateRecord) => UpdateRecord | undefined} */
function unredacted(record) {
  const files = {...record.files};
  for (const {files: redacted} of (record.redactions ?? []).toReversed()) {
    if (!redacted) return undefined;
    for (const [file, {before, after}] of Object.entries(redacted)) {
      if (files[file] !== after) return record;
      files[file] = before;
    }
  }
  return {...record, files};
}

/** What is wrong with each record. @type {(records: readonly Entry[], hash: (text: string) => string) => {slug: string, fault: string}[]} */
export function headFaults(records, hash) {
  let before = foundationOf(records, hash);
  const listed = new Set(records.flatMap(([, {files}]) => Object.values(files)));
  const begin = records.findIndex(([, {head}]) => head !== undefined);
  // A redaction of the older form also changed what the first head follows.
  const isOpen = records.slice(0, begin).some(([, record]) => !unredacted(record));
  return records.flatMap(([slug, record], index) => {
    const {head, shown = {}} = record;
    if (record.redactions && !listed.has(hash(`${JSON.stringify(record, null, 2)}\n`)))
      return {slug, fault: 'was redacted, and no update says so'};
    if (begin < 0 || index < begin) return [];
    if (head === undefined) return {slug, fault: 'has no head, expected one, because earlier updates have it'};
    const whole = unredacted(record);
    const isWhole = !whole || (isOpen && index === begin) || head === headOf(before, slug, whole, hash);
    before = head;
    const stray = Object.keys(shown).find((id) => !(whole ?? record).files[`blog/_published/${slug}/${id}.md`]);
    if (stray !== undefined) return {slug, fault: `shows files of \`${stray}\`, whose text it did not publish`};
    return isWhole ? [] : {slug, fault: 'has a head that does not follow: it or one before it was changed or removed'};
  });
}

/** What was redacted, and what a site cannot prove. @type {(records: readonly Entry[]) => Record<'gap' | 'not compared' | 'could not be read' | 'differs', string[]>} */
export function openIn(records) {
  const rows = records.flatMap(([slug, {redactions = []}]) => redactions.map((row) => ({slug, ...row})));
  const gap = rows.map(({slug, on, why, files = {}}) => `${slug} lost text on ${on}: ${why} In ${Object.keys(files)}`);
  const old = rows.filter(({files}) => !files).map(({slug}) => `${slug} as it was: a redaction does not name files`);
  const pictures = records.flatMap(([, {shown = {}}]) => Object.values(shown).flatMap(Object.keys));
  const listed = new Set(records.flatMap(([, {files}]) => Object.keys(files)));
  const frozen = records.flatMap(([, {editions = {}}]) => Object.keys(editions));
  const editions = frozen.map((name) => `ledgers/editions/${name}.json`).filter((file) => !listed.has(file));
  return {gap, 'not compared': [...old, ...new Set(pictures), ...editions], 'could not be read': [], differs: []};
}

/** The pages that an update published and its text does not name. A launch is about all. @type {(text: string, record: UpdateRecord) => string[]} */
export function unnamedPages(text, {head, files}) {
  if (text === undefined || head === undefined || /^launch: true$/m.test(text)) return [];
  const named = new Set([...text.matchAll(/\bpages:([^:]*)/g)].flatMap(([, ids]) => ids.split(/[\s,"'[\]]+/)));
  const published = Object.keys(files).flatMap((file) => /^blog\/_published\/[^/]+\/(.+)\.md$/.exec(file)?.[1] ?? []);
  return published.filter((id) => !named.has(id));
}

/** Keys of a page that may change without a note: how it is managed, found and laid out. */
const MANAGED =
  /^["']?(key_figures|owner|review_every|reviewed|news_checked|redirect_from|former_headings|translation|sidebar_label|sidebar_position|image|hide_table_of_contents|pagination_next|pagination_prev)\b/;
const DESTINATION = /(\]\(|^[ \t>]*\[[^\]\n]*\]:[ \t]*)<?([^\s)>]*)/gm;

/** Whether a page reads as recorded, whatever its layout. A site writes links within it in full. */
function isSame(live, recorded) {
  const [now, then] = [live, recorded].map((text) => {
    const [, front = '', body = text] = /^---\n([\s\S]*?)^---\n([\s\S]*)/m.exec(text.replaceAll('\r', '')) ?? [];
    const keys = front.split(/^(?=["'\w])/m).filter((key) => !MANAGED.test(key));
    const facts = keys.map((key) => key.replace(/["']/g, '')).sort();
    // Of three parts each, the last is where a link leads.
    const parts = [facts.join(' '), '', '', ...body.split(DESTINATION)];
    return parts.map((part) => part.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim());
  });
  const isFull = (link) => /^\w[\w+.-]*:/.test(link);
  const isLink = (part, n) => n % 3 === 2 && !isFull(part) && isFull(now[n]);
  return now.length === then.length && then.every((part, n) => part === now[n] || isLink(part, n));
}

/** Where a site has a file on record. @type {(slug: string, file: string) => string} */
export function recordedAddress(slug, file) {
  if (file === `blog/${slug}.md`) return `/updates/${slug}/notes.txt`;
  return `/updates/${slug}/texts/${file.replace(`blog/_published/${slug}/`, '').replace(/\.md$/, '')}.txt`;
}

/** The address of a page as Markdown; `pages` is where those of `docs/` are. */
function markdownAddress(id, pages) {
  const names = id.replace(/^handbook\//, '').split('/');
  if (['index', 'readme', names.at(-2)].includes(names.at(-1))) names.pop();
  return `${id.startsWith('handbook/') ? '/' : pages}${names.map((name) => `${name}/`).join('')}index.html.md`;
}

const parsed = (text) => new Response(text).json().catch(() => undefined);
const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/** Compares everything that a site has published with its records; `read` gives `undefined` for a file that is not there. */
async function verifySite(site, read) {
  const readAt = (at) => read(site.replace(/\/*$/, '') + encodeURI(at).replace(/[?#]/g, encodeURIComponent));
  const {updates, withheld, pages = '/toolkit/'} = (await parsed(await readAt('/updates/heads.json'))) ?? {};
  const isList = Array.isArray(updates) && updates.every((slug) => /^\w[\w.-]*$/.test(slug)) && /^\//.test(pages);
  if (!isList) throw new Error(`${site} has no /updates/heads.json, expected a toolkit with all of its base URL`);
  const [records, differs, unread] = [[], [], []];
  for (const slug of updates) {
    const text = await readAt(`/updates/${slug}/record.json`);
    // Without it, what follows it would seem wrong.
    if (text === undefined) throw new Error(`the record of update ${slug} (it answered 404)`);
    const record = await parsed(text);
    if (record?.files && record.redactions?.length !== 0) records.push([slug, record]);
    else differs.push(`/updates/${slug}/record.json is not a record, expected that of an update in heads.json`);
  }
  for (const {slug, fault} of headFaults(records, hashOf)) differs.push(`/updates/${slug}/record.json ${fault}`);
  const found = {...openIn(records), 'could not be read': unread, differs};
  const readAll = async (addresses) => {
    const [texts, left] = [new Map(), addresses.values()];
    const fail = ({message}) => unread.push(message);
    const worker = async () => {
      for (const at of left) if (unread.length < 10) await readAt(at).then((text) => texts.set(at, text), fail);
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(worker));
    return texts;
  };
  const redacted = records.flatMap(([, {redactions = []}]) => redactions.flatMap(({files = {}}) => Object.keys(files)));
  const served = new Map();
  // What readers get of a file with something private; only a redaction changes it.
  for (const [file, hash] of records.flatMap(([, record]) => sorted(record.served)))
    if (!served.has(file) || redacted.includes(file)) served.set(file, hash);
  const listed = records.flatMap(([slug, record]) =>
    sorted(record.files).map(([file, hash]) => ({slug, file, hash, at: recordedAddress(slug, file)})),
  );
  // The record of an update is what a redaction left of it.
  const files = listed.filter(({file}) => !/^blog\/_published\/[^/]+\.json$/.test(file));
  const texts = await readAll(files.map(({at}) => at));
  // Older records have no hash of what is shown of these, so only the site says what they are.
  const unproved = records.some(([, {served}]) => served) ? [] : withheld;
  const newest = new Map();
  for (const {slug, file, hash, at} of files) {
    const text = texts.get(at);
    const [, id, kind] = /^blog\/_published\/[^/]+\/(.+)\.(md|removed)$/.exec(file) ?? [];
    if (id) newest.set(id, kind === 'md' ? {live: markdownAddress(id, pages), recorded: text} : undefined);
    if (text === undefined && texts.has(at)) differs.push(`${at} is missing, expected what update ${slug} published`);
    if (text === undefined || hashOf(text) === (served.get(file) ?? hash)) continue;
    if (unproved?.includes(file)) found['not compared'].push(file);
    else differs.push(`${at} is not what update ${slug} published`);
  }
  for (const [slug, record] of records)
    for (const id of unnamedPages(texts.get(`/updates/${slug}/notes.txt`)?.toString(), record))
      differs.push(`/updates/${slug}/ has no note that names ${id}, whose text it published`);
  const current = [...newest.values()].filter(Boolean);
  const now = await readAll(current.map(({live}) => live));
  const others = [];
  const missing = [...now.keys()].filter((at) => now.get(at) === undefined);
  // A site may have no page as Markdown.
  (missing.length < current.length ? others : found['not compared']).push(...missing);
  for (const {live, recorded} of current)
    if (recorded && now.get(live) && !isSame(`${now.get(live)}`, `${recorded}`)) others.push(live);
  if (others.length > 0) differs.push(`not as published last, ${others.length} in all: ${others.join(' ')}`);
  const heads = records.flatMap(([update, {head}]) => (head ? {update, head} : []));
  return {heads, compared: files.length + current.length, found};
}

/** Shows what was found; gives the exit code. @type {(result: {heads: {update: string, head: string}[], compared: number, found: ReturnType<typeof openIn>}, kept: string | undefined, write: (line: string) => unknown) => number} */
export function report({heads, compared, found}, kept, write) {
  const {gap, differs, 'not compared': open, 'could not be read': unread} = found;
  const [known, newest] = [heads.find(({head}) => head === kept), heads.at(-1)];
  if (kept && !known && (newest || unread.length === 0))
    differs.unshift(`no update has the head ${kept}: something up to it was changed, or it is of another toolkit`);
  const lines = Object.entries(found).flatMap(([kind, all]) => all.slice(0, 500).map((line) => `${kind}: ${line}`));
  // A site could write lines of its own, or move the cursor.
  for (const line of lines) write(line.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
  const count = `${heads.length} updates and ${compared} files, ${open.length} not compared`;
  const code = differs.length > 0 ? 1 : unread.length > 0 ? 2 : 0;
  if (code === 1) write(`Not consistent: ${count}.`);
  else if (code === 2) write('Try again later. What could not be read says nothing about what was published.');
  else if (newest) write(`Consistent with head ${newest.head} of update ${newest.update}: ${count}.`);
  else write('No update has a head yet: publishing writes the first.');
  const nothing = open.length > 0 ? 'nothing that was compared' : gap.length > 0 ? 'nothing else' : 'nothing';
  if (known && code === 0)
    write(`The head that you kept is of update ${known.update}: ${nothing} up to it has changed.`);
  write('Never compared: the HTML of pages, menus, pictures, data of charts, figures.csv, and pages of the engine.');
  return code;
}

/** Reads files of a site, within limits of size and time. Only 404 and 410, to the last, say that it does not have one. */
function createReader(pauses) {
  const end = Date.now() + 30 * 60_000;
  let left = 300e6;
  return async function read(url, waits = pauses) {
    let mayPass = true;
    try {
      const signal = AbortSignal.timeout(Math.min(30_000, Math.max(0, end - Date.now())));
      // A connection that was kept may have ended meanwhile, so only the first attempt uses one.
      const {status, body, headers} = await fetch(url, {signal, headers: waits[1] ? {} : {connection: 'close'}});
      const chunks = [];
      for await (const chunk of body ?? []) {
        chunks.push(chunk);
        left -= chunk.length;
        if (left < 0) throw new Error('the site answered too much');
      }
      if (waits.length === 0 && (status === 404 || status === 410)) return undefined;
      mayPass = [404, 410, 429].includes(status) || status >= 500;
      if (status !== 200) throw new Error(`it answered ${status}`);
      if (headers.get('content-type')?.includes('html')) throw new Error('it answered a web page');
      return Buffer.concat(chunks);
    } catch ({cause, message}) {
      const [pause, ...later] = waits;
      if (!mayPass || pause === undefined) throw new Error(`${url} (${cause ?? message})`);
      await wait(pause);
      return read(url, later);
    }
  };
}

/** Verifies a site: gives 0 if it is consistent, 1 if it differs, 2 if it could not be read. @type {(args: (string | undefined)[], write: (line: string) => unknown, pauses?: number[]) => Promise<number>} */
export async function verify([site = '', option = '--head', given], write, pauses = [200, 1500]) {
  const kept = given?.toLowerCase();
  if (!/^https?:/.test(site) || option !== '--head' || !/^[\da-f]{64}$/.test(kept ?? '0'.repeat(64))) {
    write('Expected `node verify.mjs https://toolkit.example/ --head <64 digits>`.');
    return 2;
  }
  const fail = ({message}) => ({heads: [], compared: 0, found: {...openIn([]), 'could not be read': [message]}});
  return report(await verifySite(site, createReader(pauses)).catch(fail), kept, write);
}

const print = (line) => process.stdout.write(`${line}\n`);
if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename)
  void verify(process.argv.slice(2), print).then((exitCode) => Object.assign(process, {exitCode}));
