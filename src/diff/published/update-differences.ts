import {withCharts} from '../../markdown/chart-directives.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import {titleOf} from '../../model/source-document.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import type {PageChain, PageStep} from '../../model/updates/page-chains.ts';
import {chainsOf, shownUpdates} from '../../model/updates/page-chains.ts';
import type {PublishedPage} from '../../model/updates/published.ts';
import {diffPages} from '../diff-pages.ts';
import type {PageDiff} from '../edit.ts';

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
