import {checkAll} from '../../../src/content/link-check/check-all.ts';
import type {World} from '../../../src/content/link-check/world.ts';
import {AskError} from '../../../src/content/link-check/world.ts';
import type {LinkEntry} from '../../../src/content/link-ledger/link-entry.ts';
import type {LastAnswer} from '../../../src/content/link-ledger/link-outcome.ts';
import {recordCheck, UNCHECKED} from '../../../src/content/link-ledger/record-check.ts';
import type {SimulatedLink} from './host-model.ts';
import {DAYS} from './host-model.ts';
import type {Random} from './random.ts';
import {createVirtualClock} from './virtual-clock.ts';

const MS_PER_DAY = 86_400_000;

/** A Monday: the first day of the year that is simulated. */
const START = Date.UTC(2026, 0, 5);

/** On Mondays, when the weekly workflow runs; in days. */
const WEEK = 7;
const TIME_OF_DAY = 0.22;

/** One weekly run, and what was remembered after it. */
export interface WeeklyRun {
  /** In days from the beginning. */
  day: number;
  ledger: ReadonlyMap<string, LinkEntry>;
}

/** Lets a year pass with a run of the real checker each week; gives what was remembered after each. */
export async function simulateYear(links: readonly SimulatedLink[], random: Random): Promise<WeeklyRun[]> {
  const byHost = new Map(links.map((link) => [new URL(link.address).hostname, link]));
  const addresses = links.map(({address}) => address);
  const runs: WeeklyRun[] = [];
  let ledger: ReadonlyMap<string, LinkEntry> = new Map();
  for (let day = TIME_OF_DAY; day < DAYS; day += WEEK) {
    const clock = createVirtualClock(START + day * MS_PER_DAY);
    const today = new Date(clock.now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
    const dayNow = () => (clock.now() - START) / MS_PER_DAY;
    const world: World = {
      ...clock,
      random,
      async resolve(hostname) {
        const link = byHost.get(hostname);
        if (link?.takesHostAlong && isDead(link, dayNow())) throw Object.assign(new Error('gone'), {code: 'ENOTFOUND'});
        return ['203.0.114.1'];
      },
      ask: async ({url}) => answerOf(byHost.get(url.hostname), dayNow()),
      isAllowedUrl: () => true,
      isAllowedIp: () => true,
    };
    const outcomes = await clock.run(checkAll(addresses, world));
    const before = ledger;
    ledger = new Map(
      [...outcomes].map(([address, outcome]) => [
        address,
        recordCheck(before.get(address) ?? UNCHECKED, outcome, today),
      ]),
    );
    runs.push({day, ledger});
  }
  return runs;
}

function answerOf(link: SimulatedLink | undefined, day: number): LastAnswer {
  const status = !link || isDead(link, day) ? 404 : 200;
  if (link?.outages.some(({from, to}) => from <= day && day < to)) {
    throw new AskError('refused', 'ECONNREFUSED');
  }
  if (link?.manner === 'wall') return {status: 403, headers: {}, start: ''};
  if (link?.manner === 'busy') return {status: 429, headers: {'retry-after': '30'}, start: ''};
  return {status, headers: {}, start: ''};
}

function isDead({diesOn}: SimulatedLink, day: number): boolean {
  return diesOn !== undefined && day >= diesOn;
}
