import {oncePer} from '../memo.ts';
import {compareText} from '../problem.ts';
import type {SourceFile} from '../toolkit.ts';
import {LINK_LEDGER_VERSION, type LinkEntry, LONGEST_ADDRESS, linkFileSchema} from './link-entry.ts';

/** The stored results for each external address. */
export type LinkLedger = ReadonlyMap<string, LinkEntry>;

export const LINK_FOLDER = 'ledgers/links';

/**
 * An address in the form of the ledger: as browsers send it, without the part after `#`; `undefined` if it is not a web
 * address or is too long.
 */
export function ledgerAddress(written: string): string | undefined {
  if (written.length > LONGEST_ADDRESS || !/^https?:/i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  url.hash = '';
  return url.href.length > LONGEST_ADDRESS ? undefined : url.href;
}

/** The ledger file of an address. A port follows `_`, because Windows does not allow `:` in names. */
export function ledgerPath(address: string): string {
  return `${LINK_FOLDER}/${new URL(address).host.replace(/[^a-z0-9.-]/g, '_')}.json`;
}

/** Renders every file of a ledger by path, sorted: equal entries give equal bytes. */
export function ledgerFiles(ledger: LinkLedger): Map<string, string> {
  const sorted = [...ledger].sort(([a], [b]) => compareText(a, b));
  const byPath = [...Map.groupBy(sorted, ([address]) => ledgerPath(address))].sort(([a], [b]) => compareText(a, b));
  return new Map(
    byPath.map(([path, entries]) => {
      const file = linkFileSchema.parse({schema: LINK_LEDGER_VERSION, links: Object.fromEntries(entries)});
      return [path, `${JSON.stringify(file, undefined, 2)}\n`];
    }),
  );
}

/** Reads one file of a ledger: its entries, or a short description of what is wrong. */
export function readLedgerFile(path: string, text: string): {entries: [string, LinkEntry][]} | {fault: string} {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {fault: 'is no JSON'};
  }
  const parsed = linkFileSchema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return {fault: where === '' ? 'breaks its schema' : `breaks its schema at \`${where.slice(0, 200)}\``};
  }
  const entries = Object.entries(parsed.data.links);
  const stray = entries.find(([address]) => ledgerAddress(address) !== address || ledgerPath(address) !== path);
  return stray ? {fault: `holds \`${stray[0].slice(0, 200)}\`, which does not belong there`} : {entries};
}

/** The link ledger as stored in its files. */
export interface StoredLedger {
  entries: Map<string, LinkEntry>;
  /** Invalid files, with what is wrong with each. */
  broken: {path: string; fault: string}[];
  /** The text of every ledger file, by path. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Reads the ledger from the files of a toolkit. */
export const storedLedger = oncePer((files: readonly SourceFile[]): StoredLedger => {
  const own = files.filter(({path}) => path.startsWith(`${LINK_FOLDER}/`) && path.endsWith('.json'));
  const read = own.map(({path, bytes}) => ({path, ...readLedgerFile(path, new TextDecoder().decode(bytes))}));
  return {
    entries: new Map(read.flatMap((file) => ('entries' in file ? file.entries : []))),
    broken: read.flatMap((file) => ('fault' in file ? [file] : [])),
    files: new Map(own.map(({path, bytes}) => [path, bytes])),
  };
});
