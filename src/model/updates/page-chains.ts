import {oncePer} from '../memo.ts';
import {idsOf} from '../pages/page-id.ts';
import {compareText} from '../problem.ts';
import {updateDifferenceAddress} from '../routes/difference-addresses.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {compareNames} from './next-slug.ts';
import type {PublishedPage} from './published.ts';

/** A page as one update left it; `page` is `undefined` where the update took it away. */
export interface PageStep {
  slug: string;
  /** The id it had then. */
  id: string;
  page: PublishedPage | undefined;
}

/** What updates made of one page. */
export interface PageChain {
  /** The id of the page today; `undefined` where it is gone. */
  now: string | undefined;
  /** Oldest first, followed through its moves. */
  steps: PageStep[];
}

/** Every text of each page on record, in the order of their ids; pages that are gone have a chain too. */
export const chainsOf = oncePer((toolkit: Toolkit): PageChain[] => {
  const {versions} = toolkit.published;
  const live = allPages(toolkit).map(({id, data}) => ({now: id, ids: idsOf(id, data.redirect_from)}));
  const followed = new Set(live.flatMap(({ids}) => ids));
  const gone = [...versions.keys()].filter((id) => !followed.has(id)).map((id) => ({now: undefined, ids: [id]}));
  return [...live, ...gone]
    .sort((a, b) => compareText(a.ids[0] ?? '', b.ids[0] ?? ''))
    .map(({now, ids}) => {
      const steps = ids.flatMap((id) => (versions.get(id) ?? []).map((version) => ({...version, id})));
      return {now, steps: inOrder(steps)};
    });
});

/** An update that moves a page leaves a mark at its old id and a text at its new one: the text is what became of it. */
function inOrder(steps: readonly PageStep[]): PageStep[] {
  const kept = steps.filter((step) => step.page || !steps.some(({slug, page}) => page && slug === step.slug));
  return kept.sort((a, b) => compareNames(a.slug, b.slug));
}

/** Whether readers are shown the differences of an update: what changed before launch, no reader had read. */
export function isSinceLaunch({launched}: Toolkit['config'], {published}: Pick<Update, 'published'>): boolean {
  return launched !== undefined && published.latest >= launched;
}

/** Where readers see what an update changed on a page: its difference, or the update itself where that is not shown. */
export function changedPageAddress(toolkit: Toolkit, slug: string, pageId: string): string {
  return shownUpdates(toolkit).has(slug) ? updateDifferenceAddress(slug, pageId) : `/updates/${slug}/`;
}

export const shownUpdates = oncePer<ReadonlySet<string>, Toolkit>(({config, updates}) => {
  return new Set(updates.flatMap(({data}) => (isSinceLaunch(config, data) ? [data.slug] : [])));
});
