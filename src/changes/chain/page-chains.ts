import {updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {oncePer} from '../../content/memo.ts';
import {compareText} from '../../content/problem.ts';
import {compareNames} from '../../content/records/next-slug.ts';
import type {PublishedPage} from '../../content/records/published.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';

/** A page after one update; `page` is `undefined` if the update removed it. */
export interface PageStep {
  slug: string;
  /** Its id at that time. */
  id: string;
  page: PublishedPage | undefined;
}

export interface PageChain {
  /** The current id of the page; `undefined` if it was removed. */
  now: string | undefined;
  /** Oldest first, including those before the page moved. */
  steps: PageStep[];
}

/** Every published version of each page, by id. Removed pages have a chain too. */
export const chainsOf = oncePer((toolkit: Toolkit): PageChain[] => {
  const {versions} = toolkit.published;
  const live = allPages(toolkit).map(({id, ids}) => ({now: id, ids}));
  const liveIds = new Set(live.flatMap(({ids}) => ids));
  const removed = [...versions.keys()].filter((id) => !liveIds.has(id)).map((id) => ({now: undefined, ids: [id]}));
  return [...live, ...removed]
    .sort((a, b) => compareText(a.ids[0] ?? '', b.ids[0] ?? ''))
    .map(({now, ids}) => {
      const steps = ids.flatMap((id) => (versions.get(id) ?? []).map((version) => ({...version, id})));
      return {now, steps: inOrder(steps)};
    });
});

/**
 * An update that moves a page leaves a removal at the old id and a text at the new one. The text is the next version.
 */
function inOrder(steps: readonly PageStep[]): PageStep[] {
  const remaining = steps.filter((step) => step.page || !steps.some(({slug, page}) => page && slug === step.slug));
  return remaining.sort((a, b) => compareNames(a.slug, b.slug));
}

/** Whether differences of an update are published. Updates before launch have none, because no reader saw the old text. */
function isSinceLaunch({launched}: Toolkit['config'], {published}: Pick<Update, 'published'>): boolean {
  return launched !== undefined && published.latest >= launched;
}

/** The address of what an update changed on a page: the difference, or the update if there is no difference. */
export function changedPageAddress(toolkit: Toolkit, slug: string, pageId: string): string {
  return shownUpdates(toolkit).has(slug) ? updateDifferenceAddress(slug, pageId) : `/updates/${slug}/`;
}

export const shownUpdates = oncePer<ReadonlySet<string>, Toolkit>(({config, updates}) => {
  return new Set(updates.flatMap(({data}) => (isSinceLaunch(config, data) ? [data.slug] : [])));
});
