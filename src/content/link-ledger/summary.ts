import {count} from '../report/sections.ts';
import type {LinkLedger} from './link-ledger.ts';
import type {LinkVerdict} from './verdict.ts';
import {verdictOf} from './verdict.ts';

const WORDS: Readonly<Record<LinkVerdict, string>> = {
  living: 'living',
  moved: 'moved',
  blocked: 'behind a wall',
  ailing: 'failing, not yet for long enough',
  broken: 'unavailable',
  unchecked: 'not checked yet',
};

/** The whole ledger in one line: `464 addresses on 232 hosts: 440 living, 20 behind a wall, 4 unavailable`. */
export function summariseLedger(ledger: LinkLedger): string {
  const hosts = new Set([...ledger.keys()].map((address) => new URL(address).host));
  const verdicts = [...ledger.values()].map((entry) => verdictOf(entry));
  const parts = (Object.keys(WORDS) as LinkVerdict[]).flatMap((verdict) => {
    const many = verdicts.filter((other) => other === verdict).length;
    return many === 0 ? [] : [`${many.toLocaleString('en-GB')} ${WORDS[verdict]}`];
  });
  const known = `${ledger.size.toLocaleString('en-GB')} ${ledger.size === 1 ? 'address' : 'addresses'} on ${count(hosts.size, 'host')}`;
  return parts.length === 0 ? known : `${known}: ${parts.join(', ')}`;
}
