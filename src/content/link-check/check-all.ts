import type {LinkOutcome} from '../link-ledger/link-outcome.ts';
import {checkAddress} from './check-address.ts';
import {createPacer} from './pacer.ts';
import type {World} from './world.ts';

/** How many hosts are asked at once; each of them is asked for one page after the other. */
const HOSTS_AT_ONCE = 8;

/** After so many pages in a row at which a host did not answer, its others are taken to fail as well. */
const ENOUGH_FAILURES = 3;

/** Checks every address, host by host; tells how many are done. */
export async function checkAll(
  addresses: Iterable<string>,
  world: World,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, LinkOutcome>> {
  const unique = [...new Set(addresses)];
  const pacer = createPacer(world);
  const outcomes = new Map<string, LinkOutcome>();

  const note = (address: string, outcome: LinkOutcome) => {
    outcomes.set(address, outcome);
    onProgress(outcomes.size, unique.length);
  };
  const checkHost = async (ofHost: readonly string[]) => {
    let failures = 0;
    for (const [index, address] of ofHost.entries()) {
      const {outcome, isHostDown} = await checkAddress(address, world, pacer);
      note(address, outcome);
      failures = isHostDown ? failures + 1 : 0;
      if (failures < ENOUGH_FAILURES) continue;
      for (const other of ofHost.slice(index + 1)) note(other, outcome);
      return;
    }
  };

  // The longest first: what is begun last then does not keep all waiting.
  const hosts = [...Map.groupBy(unique, (address) => new URL(address).host).values()];
  const waiting = hosts.sort((a, b) => b.length - a.length).values();
  const work = async () => {
    for (const ofHost of waiting) await checkHost(ofHost);
  };
  await Promise.all(Array.from({length: HOSTS_AT_ONCE}, work));
  return outcomes;
}
