import {historyOf} from './history.ts';
import {idsOf} from './page-id.ts';
import type {Toolkit} from './toolkit.ts';
import {allPages} from './toolkit.ts';

/**
 * The day of the newest change of each live page and each update, by address; small corrections count too, for the
 * text is another. A page that no update of this publisher names has none.
 */
export function lastModifiedOf(toolkit: Toolkit): Map<string, string> {
  const updates = toolkit.updates.map(({data}) => data);
  const predecessorUntil = toolkit.config.predecessor?.until;
  const pages = allPages(toolkit).flatMap(({id, data, address}) => {
    const {major, minor} = historyOf(updates, {pageIds: idsOf(id, data.redirect_from), predecessorUntil});
    const newest = [...major, ...minor].map(({published}) => published.latest).sort();
    return newest.slice(-1).map((day) => [address, day] as const);
  });
  return new Map([...pages, ...updates.map(({slug, published}) => [`/updates/${slug}/`, published.latest] as const)]);
}
