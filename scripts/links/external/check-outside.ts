import {checkAll} from '../../../src/content/link-check/check-all.ts';
import {createPacer} from '../../../src/content/link-check/pacer.ts';
import type {World} from '../../../src/content/link-check/world.ts';
import type {LinkEntry} from '../../../src/content/link-ledger/link-entry.ts';
import type {LinkLedger} from '../../../src/content/link-ledger/link-ledger.ts';
import type {LinkOutcome} from '../../../src/content/link-ledger/link-outcome.ts';
import type {OwnedProblem} from '../../../src/content/link-ledger/link-problems.ts';
import {linkProblems, newLinkProblems} from '../../../src/content/link-ledger/link-problems.ts';
import {outsideLinks} from '../../../src/content/link-ledger/outside-links.ts';
import {recordCheck, UNCHECKED} from '../../../src/content/link-ledger/record-check.ts';
import type {StoredLedger} from '../../../src/content/link-ledger/stored-ledger.ts';
import {storedLedger} from '../../../src/content/link-ledger/stored-ledger.ts';
import {summariseLedger} from '../../../src/content/link-ledger/summary.ts';
import {verdictOf} from '../../../src/content/link-ledger/verdict.ts';
import {count} from '../../../src/content/report/sections.ts';
import type {Toolkit} from '../../../src/content/toolkit.ts';
import {loadToolkit} from '../../../src/store/load-toolkit.ts';
import {commit} from '../../../src/store/transaction/commit.ts';
import type {Io} from '../../io.ts';
import {ExitError} from '../../io.ts';
import {findCopy} from './find-copy.ts';
import {hasNetwork} from './has-network.ts';
import {newLinks} from './new-links.ts';
import {copyOf, planLedger} from './plan-ledger.ts';
import {realWorld} from './real-world.ts';

/** What to check. */
export interface OutsideOptions {
  /** A commit: only links that are new since the merge base with it, and nothing is remembered. */
  since?: string | undefined;
}

/** What is told of links to other sites. */
export interface OutsideReport {
  problems: OwnedProblem[];
  /** Sentences for people, for the end of a report. */
  closing: string[];
}

/** The command's name in the journal of its transaction. */
const COMMAND = 'npm run links -- --external';

/**
 * Checks the links of a toolkit to other sites, and remembers in `ledgers/links/` what they met. Without a network
 * nothing is checked, and new addresses are entered all the same.
 *
 * @throws {ExitError} where so much failed at once that the network is at fault, and for `since` as `mergeBase` does.
 * @throws {TransactionError} where another run has written meanwhile.
 */
export async function checkOutside(io: Io, {since}: OutsideOptions, world?: World): Promise<OutsideReport> {
  const toolkit = await loadToolkit(io.cwd);
  const given = world ?? realWorld(toolkit.config.url);
  return since === undefined ? checkLedger(io, toolkit, given) : checkNew(io, toolkit, since, given);
}

async function checkNew(io: Io, toolkit: Toolkit, since: string, world: World): Promise<OutsideReport> {
  const links = await newLinks(io.cwd, since, toolkit);
  const addresses = new Set(links.map(({address}) => address));
  if (addresses.size === 0) return {problems: [], closing: [`No link to another site is new since \`${since}\`.`]};
  const many = `${addresses.size} new ${addresses.size === 1 ? 'address' : 'addresses'} of other sites`;
  if (!(await hasNetwork(world))) {
    return {problems: [], closing: [`There is no network here: ${many} could not be checked.`]};
  }
  const outcomes = await checkAll(addresses, world, showProgress(io));
  return {problems: newLinkProblems(links, outcomes), closing: [`Checked ${many}.`]};
}

async function checkLedger(io: Io, toolkit: Toolkit, world: World): Promise<OutsideReport> {
  const stored = storedLedger(toolkit.files);
  const links = outsideLinks(toolkit);
  // Addresses that no page has any more are forgotten.
  const before = new Map<string, LinkEntry>(
    links.map(({address}) => [address, stored.entries.get(address) ?? UNCHECKED]),
  );
  const isOnline = await hasNetwork(world);
  const after = isOnline ? await checkEach(io, before, world) : before;
  const changes = await planLedger(io.cwd, stored, after, io.today);
  await commit(io.cwd, {command: COMMAND, changes});
  return {problems: linkProblems(links, after), closing: closingOf(stored, after, isOnline, io.today)};
}

async function checkEach(io: Io, before: LinkLedger, world: World): Promise<Map<string, LinkEntry>> {
  const outcomes = await checkAll(before.keys(), world, showProgress(io));
  requireBelievable(before, outcomes);
  const after = new Map<string, LinkEntry>();
  const pacer = createPacer(world);
  for (const [address, entry] of before) {
    const outcome = outcomes.get(address);
    const next = outcome ? recordCheck(entry, outcome, io.today) : entry;
    // The second failure in a row: few links get so far without dying.
    const isWanted = (next.strikes ?? 0) >= 2 && !next.archived;
    const archived = isWanted ? await findCopy(address, next.first_failure ?? io.today, world, pacer) : undefined;
    after.set(address, archived ? {...next, archived} : next);
  }
  return after;
}

/** Fewer than this many fail together by chance; and of many, never every second one. */
const FEWEST_LOST = 10;
const MOST_LOST = 0.5;

/** Half of all links do not die in a week: what looks so is the network of this machine. */
function requireBelievable(before: LinkLedger, outcomes: ReadonlyMap<string, LinkOutcome>): void {
  const sound = [...before].filter(([, entry]) => !['ailing', 'broken'].includes(verdictOf(entry)));
  const lost = sound.filter(([address]) => ['slow', 'refused', 'gone'].includes(outcomes.get(address)?.kind ?? ''));
  if (lost.length < FEWEST_LOST || lost.length < sound.length * MOST_LOST) return;
  throw new ExitError(
    `${lost.length} of ${count(sound.length, 'link')} failed that did not before, expected a few at most`,
    'Look at the network of this machine, and run the command again; nothing was remembered of this run.',
  );
}

function closingOf(stored: StoredLedger, ledger: LinkLedger, isOnline: boolean, today: string): string[] {
  const broken = stored.broken.map(
    ({path, fault}) => `\`${path}\` ${fault}: a copy is kept as \`${copyOf(path, today)}\`, and it was made anew.`,
  );
  const offline = isOnline ? [] : ['There is no network here: nothing was checked.'];
  return [...broken, ...offline, `${summariseLedger(ledger)}.`];
}

/** On a terminal, where somebody waits. */
function showProgress({stderr}: Io): ((done: number, total: number) => void) | undefined {
  if (!stderr.isTTY) return undefined;
  return (done, total) => void stderr.write(`\rchecked ${done} of ${total} addresses${done === total ? '\n' : ''}`);
}
