import {newestFirst} from './history.ts';
import type {Update} from './schemas/update-schema.ts';
import type {Edition} from './toolkit.ts';

type Frozen = Pick<Edition, 'name' | 'record'>;

/** The updates whose words an edition holds, newest first. */
export function updatesIn(updates: readonly Update[], edition: Frozen): Update[] {
  const sorted = newestFirst(updates);
  return sorted.slice(countAfter(sorted, edition));
}

/** The updates published since an edition was frozen, newest first. */
export function updatesSince(updates: readonly Update[], edition: Frozen): Update[] {
  const sorted = newestFirst(updates);
  return sorted.slice(0, countAfter(sorted, edition));
}

function countAfter(sorted: readonly Update[], {name, record}: Frozen): number {
  const last = sorted.findIndex(({slug}) => slug === record?.last_update);
  if (last !== -1) return last;
  // Without a record of it all that is known is the month of the edition, which counts as a whole.
  const month = name.slice(0, 'yyyy-mm'.length);
  const first = sorted.findIndex(({published}) => published.latest.slice(0, month.length) <= month);
  return first === -1 ? sorted.length : first;
}
