import {withCharts} from '../../markdown/chart-directives.ts';
import {diffPages} from '../diff-pages.ts';
import type {PageDiff} from '../edit.ts';
import {idsOf} from '../../model/pages/page-id.ts';
import {perPage} from '../../model/per-page.ts';
import {compareText} from '../../model/problem.ts';
import {compareNames} from '../../model/updates/next-slug.ts';
import type {PublishedPage} from '../../model/updates/published.ts';
import type {Update} from '../../model/schemas/update-schema.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import {titleOf} from '../../model/source-document.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import {updateDifferenceAddress} from '../../model/routes/difference-addresses.ts';

/** What one update made different on one page; it has an address of its own. */
export interface UpdateDifference {
  /** The update that put the newer text live, and the one before it whose text that replaced. */
  slug: string;
  before: string;
  /** The id of the page then. */
  pageId: string;
  /** Its id today; `undefined` where it is gone. */
  now: string | undefined;
  title: string;
  diff: PageDiff;
  /** The updates of the neighbouring differences of the same page, with its id then. */
  previous?: NeighbourDifference;
  next?: NeighbourDifference;
}

/** The way to another difference. */
export interface NeighbourDifference {
  slug: string;
  pageId: string;
}

/** Whether readers are shown the differences of an update: what changed before launch, no reader had read. */
export function isSinceLaunch({launched}: Toolkit['config'], {published}: Pick<Update, 'published'>): boolean {
  return launched !== undefined && published.latest >= launched;
}

/**
 * Every difference in meaning since launch between two texts of a page that follow each other on record. A page that an
 * update began has none: all of it is new.
 */
export function updateDifferences(toolkit: Toolkit): UpdateDifference[] {
  const read = chartReader(toolkit);
  const shown = shownUpdates(toolkit);
  return chainsOf(toolkit).flatMap((chain) => differencesIn(chain, read, ({slug}) => shown.has(slug)));
}

/** The differences of one chain alone, oldest first, those before launch among them. */
export function differencesOf(toolkit: Pick<Toolkit, 'published'>, chain: PageChain): UpdateDifference[] {
  return differencesIn(chain, chartReader(toolkit), () => true);
}

/** Where readers see what an update changed on a page: its difference, or the update itself where that is not shown. */
export function changedPageAddress(toolkit: Toolkit, slug: string, pageId: string): string {
  return shownUpdates(toolkit).has(slug) ? updateDifferenceAddress(slug, pageId) : `/updates/${slug}/`;
}

const shownUpdates = perPage<ReadonlySet<string>, Toolkit>(({config, updates}) => {
  return new Set(updates.flatMap(({data}) => (isSinceLaunch(config, data) ? [data.slug] : [])));
});

function differencesIn(
  {now, steps}: PageChain,
  read: (page: PublishedPage) => SourceDocument,
  isShown: (step: PageStep) => boolean,
): UpdateDifference[] {
  const found = steps.flatMap((step, index): UpdateDifference[] => {
    const old = steps[index - 1]?.page;
    if (!old || !isShown(step)) return [];
    const {slug, id: pageId, page} = step;
    const diff = diffPages(read(old), page && read(page));
    const title = titleOf((page ?? old).document(), pageId);
    return diff.kind === 'same' ? [] : [{slug, before: old.slug, pageId, now, title, diff}];
  });
  return found.map((difference, index) => ({
    ...difference,
    ...neighbour('previous', found[index - 1]),
    ...neighbour('next', found[index + 1]),
  }));
}

function neighbour(side: 'previous' | 'next', found: UpdateDifference | undefined) {
  return found && {[side]: {slug: found.slug, pageId: found.pageId}};
}

/** Reads a published page with the data of its charts as it was then. */
function chartReader({published}: Pick<Toolkit, 'published'>): (page: PublishedPage) => SourceDocument {
  const charts = new Map<string, ReadonlyMap<string, unknown>>();
  return ({slug, document}) => {
    const known = charts.get(slug) ?? published.chartsAt(slug);
    charts.set(slug, known);
    return withCharts(document(), (file) => known.get(file));
  };
}

/** A page as one update left it; `page` is `undefined` where the update took it away. */
interface PageStep {
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
export function chainsOf(toolkit: Toolkit): PageChain[] {
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
}

/** An update that moves a page leaves a mark at its old id and a text at its new one: the text is what became of it. */
function inOrder(steps: readonly PageStep[]): PageStep[] {
  const kept = steps.filter((step) => step.page || !steps.some(({slug, page}) => page && slug === step.slug));
  return kept.sort((a, b) => compareNames(a.slug, b.slug));
}
