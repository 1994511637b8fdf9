import {idsOf} from '../page-id.ts';
import type {PublishedPage} from '../published.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/**
 * Whether readers may know the address of a page: an update put it live or named it, or an edition holds it. Where
 * nothing at all is on record, no update was needed to show it, and every page counts.
 */
export function wasPublished(toolkit: Toolkit, id: string): boolean {
  const {published, updates, editions} = toolkit;
  if (published.ids.size === 0 && updates.length === 0) return true;
  return (
    published.ids.has(id) ||
    updates.some(({data}) => data.changes.some(({pages}) => pages.includes(id))) ||
    editions.some(({pages}) => pages.some((page) => page.id === id))
  );
}

/** The id under which the newest text of a page is on record: its own, or one that it had before it moved. */
export function recordedId(toolkit: Toolkit, id: string): string | undefined {
  const page = allPages(toolkit).find((entry) => entry.id === id);
  return idsOf(id, page?.data.redirect_from).find((one) => toolkit.published.texts.has(one));
}

/** The newest text of a page on record, whatever its id was then. */
export function recordedText({published}: Toolkit, {id, data}: PageEntry): PublishedPage | undefined {
  const recorded = idsOf(id, data.redirect_from).find((one) => published.texts.has(one));
  return recorded === undefined ? undefined : published.texts.get(recorded);
}
