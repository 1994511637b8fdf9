import {z} from 'zod';
import {textUnits} from '../../../changes/diff/units/page-units.ts';
import {headFaults, pageOfText, unnamedPages} from '../../../changes/updates/record-chain.ts';
import {API_INDEX} from '../../../content/addresses/api-addresses.ts';
import {recordedAddress} from '../../../content/addresses/recorded-addresses.ts';
import {type UpdateRecord, updateRecordSchema} from '../../../content/schemas/record-schemas.ts';
import {updateSchema} from '../../../content/schemas/update-schema.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {type Io, progressOf} from '../../../io/cli/io.ts';
import {hashOf} from '../../../io/fingerprint.ts';
import {readDocument} from '../../../io/yaml/document.ts';
import {HEADS, recordAddress} from '../addresses.ts';
import {fetchPublished} from './fetch-published.ts';

/** What was found about a chain of updates. */
export interface Chain {
  /** Oldest first. */
  heads: {update: string; head: string}[];
  /** How many notes and texts were compared. */
  texts: number;
  /** What `redact` removed. */
  gaps: {update: string; on: string; why: string}[];
  notes: string[];
  /** Empty if the chain is whole. */
  problems: string[];
}

const headsSchema = z.object({updates: z.array(z.string()), withheld: z.array(z.string())});
const pagesSchema = z.object({
  web_url: z.string(),
  pages: z.array(z.object({id: z.string(), markdown_url: z.string()})),
  next: z.string().nullable(),
});
const AT_ONCE = 6;

/**
 * Reads everything that a site has published, and compares it with the records there.
 *
 * @throws {ExitError} where a file of the site could not be read, or it has no records.
 */
export async function verifySite(address: string, io: Pick<Io, 'stderr'>): Promise<Chain> {
  const site = address.replace(/\/*$/, '');
  const {updates, withheld} = await getData(site + HEADS, headsSchema);
  const chain: Chain = {heads: [], texts: 0, gaps: [], notes: [], problems: []};
  const records: [update: string, record: UpdateRecord][] = [];
  for (const update of updates) {
    records.push([update, await getData(site + recordAddress(update), updateRecordSchema)]);
  }
  for (const [update, {head, redactions = []}] of records) {
    if (head !== undefined) chain.heads.push({update, head});
    for (const {on, why} of redactions) chain.gaps.push({update, on, why});
  }
  const faults = headFaults(records, hashOf);
  for (const {slug, fault} of faults) chain.problems.push(`${recordAddress(slug)}: ${fault}`);
  const texts = new Map<string, string>();
  // What a changed record says of its files may be wrong.
  const sound = records.filter(([update]) => !faults.some(({slug}) => slug === update));
  const files = sound.flatMap(([update, {files: hashes}]) =>
    Object.entries(hashes).flatMap(([file, hash]) => {
      const at = recordedAddress(file);
      return at === undefined || withheld.includes(file) ? [] : [{update, file, hash, at}];
    }),
  );
  await each(files, progressOf(io, 'texts'), async ({update, file, hash, at}) => {
    const text = await fetchPublished(site + encodeURI(at));
    if (text !== undefined) texts.set(file, text);
    if (text === undefined) chain.problems.push(`${at}: is missing, expected what update ${update} published`);
    else if (hashOf(text) !== hash) chain.problems.push(`${at}: is not what update ${update} published`);
  });
  chain.texts = files.length;
  for (const file of withheld)
    chain.notes.push(`${file} is only in the repository: it has comments for editors or a private date`);
  for (const record of records) {
    for (const id of unnamedIn(record, texts)) {
      chain.problems.push(`/updates/${record[0]}/: no note names ${id}, whose text it published`);
    }
  }
  await checkPages(site, records, texts, chain, io);
  return chain;
}

/** The notes of an update must name each page whose text it published. */
function unnamedIn([update, record]: readonly [string, UpdateRecord], texts: ReadonlyMap<string, string>): string[] {
  const path = `blog/${update}.md`;
  const notes = updateSchema.safeParse(readDocument(path, texts.get(path) ?? '').document.frontMatter);
  return notes.success ? unnamedPages(notes.data, record) : [];
}

/** The text of each page today must be the newest that an update published. */
async function checkPages(
  site: string,
  records: readonly (readonly [string, UpdateRecord])[],
  texts: ReadonlyMap<string, string>,
  chain: Chain,
  io: Pick<Io, 'stderr'>,
): Promise<void> {
  const newest = new Map(
    records
      .flatMap(([, {files}]) => Object.keys(files))
      .flatMap((file) => {
        const id = pageOfText(file);
        return id === undefined ? [] : [[id, file] as const];
      }),
  );
  let list: z.infer<typeof pagesSchema> | undefined = await findData(site + API_INDEX, pagesSchema);
  if (list === undefined) {
    chain.notes.push('this site does not offer its pages as Markdown, so their texts of today were not compared');
    return;
  }
  const pages: {id: string; markdown_url: string}[] = [];
  // A copy of the site elsewhere names the addresses of the original.
  const here = (url: string, root: string) => `${site}/${url.slice(root.length)}`;
  for (;;) {
    const {pages: listed, next, web_url: root}: z.infer<typeof pagesSchema> = list;
    pages.push(...listed.map(({id, markdown_url: url}) => ({id, markdown_url: here(url, root)})));
    if (next === null) break;
    list = await getData(here(next, root), pagesSchema);
  }
  await each(pages, progressOf(io, 'pages'), async ({id, markdown_url: url}) => {
    const recorded = texts.get(newest.get(id) ?? '');
    const {pathname} = new URL(url);
    const shown = await fetchPublished(url);
    if (shown === undefined) chain.problems.push(`${pathname}: is missing, expected the page as Markdown`);
    else if (recorded === undefined)
      chain.notes.push(`no update published ${pathname}, as for pages that come with the engine`);
    else if (wordsOf(shown) !== wordsOf(recorded)) {
      chain.problems.push(`${pathname}: does not read as the text that an update published last`);
    }
  });
}

/** The words of a page as read; links are left out, because a site writes their addresses in full. */
function wordsOf(text: string): string {
  const {frontMatter, body} = readDocument('page.md', text).document;
  const units = textUnits({body}).map(({tokens}) => tokens.filter(({what}) => what === 'words').map(({key}) => key));
  return JSON.stringify([frontMatter?.title, frontMatter?.description, units]);
}

async function each<Item>(
  items: readonly Item[],
  onDone: (done: number, all: number) => void,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.entries();
  let done = 0;
  const worker = async () => {
    for (const [, item] of left) {
      await work(item);
      done += 1;
      onDone(done, items.length);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
}

async function getData<Data>(url: string, schema: z.ZodType<Data>): Promise<Data> {
  const data = await findData(url, schema);
  if (data === undefined) throw notARecord(`${url} does not exist, expected the record of a toolkit`);
  return data;
}

async function findData<Data>(url: string, schema: z.ZodType<Data>): Promise<Data | undefined> {
  const text = await fetchPublished(url);
  try {
    return text === undefined ? undefined : schema.parse(JSON.parse(text));
  } catch {
    throw notARecord(`${url} is not the record of a toolkit, expected its data`);
  }
}

function notARecord(problem: string): ExitError {
  return new ExitError(problem, 'Name the site of a toolkit that is launched, with all of its base URL.');
}
