import type {LinkEntry} from '../../../src/content/link-ledger/link-entry.ts';
import type {LinkPolicy} from '../../../src/content/link-ledger/verdict.ts';
import {verdictOf} from '../../../src/content/link-ledger/verdict.ts';
import type {SimulatedLink} from './host-model.ts';
import {DAYS} from './host-model.ts';

/** What a policy would have told of a year. */
export interface Tally {
  policy: LinkPolicy;
  links: number;
  /** Links that were called broken while they lived. */
  falseAlarms: number;
  /** Days from each death to its report. */
  delays: number[];
  /** Deaths behind a wall, or a host that is busy for ever: nobody can see them. */
  hidden: number;
  /** Other deaths that lay long enough back, and were not reported. */
  missed: number;
}

/** The weeks in which a policy must have spoken: later deaths are no miss. */
const ROOM = 7;

/** Makes the tally of one policy over one year, from what was remembered after each run. */
export function tally(
  policy: LinkPolicy,
  links: readonly SimulatedLink[],
  runs: readonly {day: number; ledger: ReadonlyMap<string, LinkEntry>}[],
): Tally {
  const found: Tally = {policy, links: links.length, falseAlarms: 0, delays: [], hidden: 0, missed: 0};
  for (const {address, manner, diesOn} of links) {
    const told = runs.filter(({ledger}) => isBroken(ledger.get(address), policy)).map(({day}) => day);
    if (told.some((day) => day < (diesOn ?? DAYS))) found.falseAlarms += 1;
    if (diesOn === undefined) continue;
    const report = told.find((day) => day >= diesOn);
    if (report !== undefined) found.delays.push(report - diesOn);
    else if (manner !== 'open') found.hidden += 1;
    else if (diesOn + Math.max(policy.days, policy.strikes * ROOM) + ROOM < DAYS) found.missed += 1;
  }
  return found;
}

function isBroken(entry: LinkEntry | undefined, policy: LinkPolicy): boolean {
  return entry !== undefined && verdictOf(entry, policy) === 'broken';
}
