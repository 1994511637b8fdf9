import {LONGEST_ADDRESS} from '../link-ledger/link-entry.ts';
import type {LinkOutcome} from '../link-ledger/link-outcome.ts';
import {follow} from './follow.ts';
import type {Pacer} from './pacer.ts';
import type {World} from './world.ts';

/** What a check of one address found. */
export interface AddressCheck {
  outcome: LinkOutcome;
  /** Whether the host itself did not answer. */
  isHostDown: boolean;
}

const MOST_TRIES = 3;

/** The first wait in milliseconds; each next one is three times as long, and all are up to half as long again. */
const FIRST_WAIT = 5000;
const GROWTH = 3;
const JITTER = 0.5;

/** A host that wants more peace than this is not waited for, in milliseconds. */
const LONGEST_WAIT = 120_000;

/** Checks one address; what may be a bad moment is tried again, and a wait that the host asks for is kept. */
export async function checkAddress(address: string, world: World, pacer: Pacer): Promise<AddressCheck> {
  for (let attempt = 0; ; attempt += 1) {
    const {outcome, mayChange, isHostDown, peace} = await follow(address, attempt, world, pacer);
    const wait = FIRST_WAIT * GROWTH ** attempt * (1 + JITTER * world.random());
    const isPatient = (peace?.ms ?? 0) <= LONGEST_WAIT;
    if (peace && isPatient) pacer.hold(peace.host, peace.ms);
    if (!mayChange || !isPatient || attempt + 1 === MOST_TRIES) return {outcome: kept(outcome), isHostDown};
    await world.sleep(Math.max(wait, peace?.ms ?? 0));
  }
}

/** An address that the ledger would not take is not remembered. */
function kept(outcome: LinkOutcome): LinkOutcome {
  return outcome.kind === 'moved' && outcome.to.length > LONGEST_ADDRESS ? {kind: 'living'} : outcome;
}
