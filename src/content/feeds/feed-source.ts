import type {Correction} from '../corrections.ts';
import {correctionsOf} from '../corrections.ts';
import {newestFirst} from '../history.ts';
import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl} from '../links/addresses.ts';
import {idsOf} from '../page-id.ts';
import {pageNames} from '../publish/page-names.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {Publication} from './feed.ts';

/** What every feed is made from, looked up once for all of them. */
export interface FeedSource {
  /** By their private sort key, newest first. */
  updates: readonly Update[];
  updateOf(slug: string): Update | undefined;
  corrections: readonly Correction[];
  /** The addresses where it can be read what an update changed on a page. */
  differences: ReadonlySet<string>;
  /** The first day of this publisher's updates, or of any where it has none: before it there was nothing to follow. */
  begun: string;
  /** Of several ids of a page the one by which updates named it first; the last of them where none did. */
  firstNameOf(ids: readonly string[]): string;
  /** The page of an id, or the one that had it before it moved. */
  pageOf(id: string): PageEntry | undefined;
  /** What a page is called; one that is gone, as it last was. */
  titleOf(id: string): string;
  /** `/updates/` as the rest of the web writes it. */
  urlOf(address: string): string;
  publication: Publication;
}

/**
 * Looks up what the feeds of a toolkit are made from; `site` is where it stands on the web, `differences` holds the
 * addresses of all that updates changed on pages.
 */
export function feedSource(
  toolkit: Toolkit,
  site: SiteAddress,
  differences: ReadonlySet<string> = new Set(),
): FeedSource {
  const updates = newestFirst(toolkit.updates.map(({data}) => data));
  const bySlug = new Map(updates.map((update) => [update.slug, update]));
  const pages = new Map(
    // Today's ids last: they win where a page has taken the place of one that moved.
    [
      ...allPages(toolkit).flatMap((page) => idsOf(page.id, page.data.redirect_from).map((id) => [id, page] as const)),
      ...allPages(toolkit).map((page) => [page.id, page] as const),
    ],
  );
  const {titleOf} = pageNames(toolkit);
  const {title, language, licence, predecessor} = toolkit.config;
  const days = updates.map(({published}) => published.latest).sort();
  const named = [...new Set(updates.toReversed().flatMap(({changes}) => changes.flatMap((change) => change.pages)))];
  const firsts = new Map(named.map((id, index) => [id, index]));
  const firstOf = (id: string) => firsts.get(id) ?? Number.POSITIVE_INFINITY;
  return {
    updates,
    updateOf: (slug) => bySlug.get(slug),
    corrections: correctionsOf(updates),
    differences,
    begun: days.find((day) => day > (predecessor?.until ?? '')) ?? days[0] ?? '',
    firstNameOf: (ids) => ids.reduce((first, id) => (firstOf(id) <= firstOf(first) ? id : first)),
    pageOf: (id) => pages.get(id),
    titleOf: (id) => pages.get(id)?.data.title ?? titleOf(id),
    urlOf: (address) => absoluteUrl(site, address),
    publication: {name: title, url: absoluteUrl(site, '/'), language, rights: licence.attribution},
  };
}
