import {fetch} from 'undici';
import {z} from 'zod';
import {unreadFiles} from '../../../content/files/unread-files.ts';
import {
  LINK_FILE,
  type LinkEntry,
  type LinkLedger,
  ledgerAddress,
  linkEntrySchema,
} from '../../../content/link-ledger/link-ledger.ts';
import {summariseLedger} from '../../../content/link-ledger/verdict.ts';
import type {Problem} from '../../../content/problem.ts';
import {allPages, type Toolkit} from '../../../content/toolkit.ts';
import {count} from '../../../format/text.ts';
import {type Io, progressOf} from '../../../io/cli/io.ts';
import {gitIn, mergeBase, succeeds} from '../../../io/git/merge-base.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {commit} from '../../../io/transaction/commit.ts';
import {ledgerChanges, recordCheck} from '../classify-answer.ts';
import {type ExternalLink, externalLinks} from '../external-links.ts';
import {linkProblems, newLinkProblems} from '../link-problems.ts';
import {checkAddresses} from './check-addresses.ts';
import {internet, type Network, politeDispatcher} from './polite-dispatcher.ts';

/**
 * The links of live pages that this work adds: those in lines that git shows as added, unless it also shows their address
 * as removed, because the link only moved.
 *
 * @throws {ExitError} without git, outside a repository, for an unknown ref, and where no merge base is known.
 */
async function newLinks(cwd: string, ref: string, toolkit: Toolkit): Promise<ExternalLink[]> {
  const git = gitIn(cwd);
  const diff = await git('diff', '--unified=0', '--no-renames', await mergeBase(git, ref), '--', 'docs', 'handbook');
  const lines = Map.groupBy(diff.split('\n'), ([sign]) => sign);
  const [added = '', removed = ''] = ['+', '-'].map((sign) => lines.get(sign)?.join('\n'));
  return externalLinks(toolkit).filter(
    ({written, isFrozen}) => !isFrozen && added.includes(written) && !removed.includes(written),
  );
}

/** The result of a check of links to other sites. */
export interface OutsideReport {
  problems: Problem[];
  /** Sentences for the end of a report. */
  closing: string[];
}

/**
 * Checks the links of a toolkit to other sites and records the results in `ledgers/links.json`. With `since`, a commit, it
 * checks only links that are new since the merge base with it, and records nothing.
 *
 * @throws {ExitError} for `since` as `mergeBase` does.
 * @throws {TransactionError} where another run has written in the meantime.
 */
export async function checkOutside(io: Io, since?: string, given?: Network): Promise<OutsideReport> {
  const toolkit = await loadToolkit(io.cwd);
  const network = given ?? internet(toolkit.config.url);
  // The check needs the archive in any case; where its name cannot be resolved, no other can.
  const isOnline = await succeeds(network.resolve(new URL(network.archive).hostname));
  if (!isOnline) return {problems: [], closing: ['There is no network: no link to another site was checked.']};
  return since === undefined ? checkLedger(io, toolkit, network) : checkNewLinks(io, toolkit, network, since);
}

async function checkNewLinks(io: Io, toolkit: Toolkit, network: Network, since: string): Promise<OutsideReport> {
  const links = await newLinks(io.cwd, since, toolkit);
  const addresses = new Set(links.map(({address}) => address));
  if (addresses.size === 0) return {problems: [], closing: [`No link to another site is new since \`${since}\`.`]};
  const outcomes = await checkAddresses(addresses, network, progressOf(io, 'addresses'));
  const closing = [`Checked ${outcomes.size} of ${count(addresses.size, 'new link')} to other sites.`];
  return {problems: newLinkProblems(links, outcomes), closing};
}

async function checkLedger(io: Io, toolkit: Toolkit, network: Network): Promise<OutsideReport> {
  const links = externalLinks(toolkit);
  // Addresses that no page links to any more are dropped.
  const ledger = new Map(links.map(({address}) => [address, toolkit.linkLedger.get(address)]));
  for (const [address, outcome] of await checkAddresses(ledger.keys(), network, progressOf(io, 'addresses'))) {
    ledger.set(address, recordCheck(ledger.get(address), outcome, io.today));
  }
  for (const [address, archived] of await findCopies(addressesWithoutCopy(ledger), network)) {
    ledger.set(address, {checked: io.today, ...ledger.get(address), archived});
  }
  for (const [address, changed] of await findChanges(toolkit, network)) {
    ledger.set(address, {checked: io.today, ...ledger.get(address), changed});
  }
  await commit(io.cwd, {command: 'links', changes: ledgerChanges(toolkit.files, ledger)});
  const isBroken = unreadFiles(toolkit).includes(LINK_FILE);
  const broken = isBroken ? [`\`${LINK_FILE}\` was not valid: it was written again, without its history.`] : [];
  return {problems: linkProblems(links, ledger), closing: [...broken, `${summariseLedger(ledger)}.`]};
}

/** Failing addresses with the day of their first failure. Most failures pass; a copy is wanted from the second in a row. */
function addressesWithoutCopy(ledger: LinkLedger): Map<string, string> {
  return new Map(
    [...ledger].flatMap(([address, entry]) => {
      const {archived, first_failure, strikes = 0} = entry ?? {};
      return archived || first_failure === undefined || strikes < 2 ? [] : [[address, first_failure]];
    }),
  );
}

const closestSchema = z.object({status: z.literal('200'), url: z.string()});
const answerSchema = z.object({archived_snapshots: z.object({closest: closestSchema})});
const COPY_RE = /^https?:(\/\/web\.archive\.org\/web\/(\d{4})(\d\d)(\d\d)\d{6}\/.*)$/;

/** The newest copies in the Internet Archive of addresses, each from before a day: a later one may show the failure. */
async function findCopies(
  wanted: ReadonlyMap<string, string>,
  network: Network,
): Promise<Map<string, NonNullable<LinkEntry['archived']>>> {
  const copies = new Map<string, NonNullable<LinkEntry['archived']>>();
  const requests = [...wanted].map(([address, before]) => {
    const query = new URLSearchParams({url: address, timestamp: before.replaceAll('-', '')});
    return {address, before, request: `${network.archive}?${query}`};
  });
  for (const {address, before, answer} of await fetchJson(requests, network)) {
    const url = answerSchema.safeParse(answer).data?.archived_snapshots.closest.url ?? '';
    const [, rest, year, month, day] = COPY_RE.exec(url) ?? [];
    const copy = linkEntrySchema.shape.archived.safeParse({url: `https:${rest}`, on: `${year}-${month}-${day}`}).data;
    if (copy && copy.on <= before) copies.set(address, copy);
  }
  return copies;
}

const contentItemSchema = z.object({
  public_updated_at: z.iso.datetime({offset: true}),
  details: z.object({change_history: z.array(z.object({public_timestamp: z.string(), note: z.string()})).optional()}),
});

/** A longer note says more than a question to editors needs. */
const MAX_NOTE_LENGTH = 300;

/**
 * The newest public change, with its note, of the sources on GOV.UK that live pages list. Others are left out: a header
 * `Last-Modified` is often the day on which a server built its files.
 */
async function findChanges(
  toolkit: Toolkit,
  network: Network,
): Promise<Map<string, NonNullable<LinkEntry['changed']>>> {
  const sources = allPages(toolkit).flatMap(({data}) => (data.sources ?? []).map(({url}) => ledgerAddress(url) ?? ''));
  const requests = [...new Set(sources)]
    .filter((address) => address.startsWith(`${network.govUk}/`))
    .map((address) => ({address, request: `${network.govUk}/api/content${new URL(address).pathname}`}));
  const changes = new Map<string, NonNullable<LinkEntry['changed']>>();
  for (const {address, answer} of await fetchJson(requests, network)) {
    const {data} = contentItemSchema.safeParse(answer);
    if (!data) continue;
    const on = data.public_updated_at.slice(0, 'yyyy-mm-dd'.length);
    // A note of another day is about an earlier change.
    const entry = data.details.change_history?.find(({public_timestamp: day}) => day.startsWith(on));
    const note = entry?.note.replace(/\s+/g, ' ').trim().slice(0, MAX_NOTE_LENGTH);
    changes.set(address, {on, ...(note && {note})});
  }
  return changes;
}

/** The requests with the JSON that a service answers to each; `undefined` where it answers none. */
async function fetchJson<Item extends {request: string}>(
  items: readonly Item[],
  network: Network,
): Promise<(Item & {answer: unknown})[]> {
  const {dispatcher} = politeDispatcher(
    network,
    items.map(({request}) => request),
  );
  const answered: (Item & {answer: unknown})[] = [];
  for (const item of items) {
    const answer = await fetch(item.request, {dispatcher, headers: {'user-agent': network.userAgent}})
      .then((response) => response.json())
      .catch(() => undefined);
    answered.push({...item, answer});
  }
  await dispatcher.destroy();
  return answered;
}
