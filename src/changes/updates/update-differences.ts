import {withCharts} from '../../content/markdown/figures/chart-directives.ts';
import {once} from '../../content/memo.ts';
import type {PublishedPage} from '../../content/records/published.ts';
import {type SourceDocument, titleOf} from '../../content/source-document.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {chainsOf, type PageChain, shownUpdates} from '../chain/page-chains.ts';
import {diffPages} from '../diff/diff-pages.ts';
import type {PageDiff} from '../diff/edit.ts';
import {meaningChanges} from '../diff/meaning/meaning-changes.ts';
import type {MeaningChange} from '../diff/meaning/meaning-tokens.ts';
import {replacedFiles, withReplacedFiles} from '../notes/replaced-files.ts';

export interface UpdateDifference {
  /** The update that published the newer text, and the update with the text that it replaced. */
  slug: string;
  before: string;
  /** The id of the page at that time. */
  pageId: string;
  /** Its current id; `undefined` if the page was removed. */
  now: string | undefined;
  title: string;
  diff: PageDiff;
  /** The changes of meaning; none where the page was removed. */
  changes: readonly MeaningChange[];
  /** The updates of the previous and next differences of the page, with its id at that time. */
  previous?: NeighbourDifference;
  next?: NeighbourDifference;
}

export interface NeighbourDifference {
  slug: string;
  pageId: string;
}

/**
 * Every difference in meaning since launch between consecutive published texts of a page. The first text of a page has
 * none, because all of it is new.
 */
export function updateDifferences(toolkit: Toolkit): UpdateDifference[] {
  const {vocabularies} = toolkit.config;
  const read = chartReader(toolkit);
  const shown = shownUpdates(toolkit);
  return chainsOf(toolkit).flatMap(({now, steps}: PageChain) => {
    // Each text is read once for the differences before and after it.
    const texts = steps.map(({page}) => once(() => page && read(page)));
    const differences = steps.flatMap(({slug, id: pageId, page}, index): UpdateDifference[] => {
      const old = steps[index - 1]?.page;
      if (!old || !shown.has(slug)) return [];
      const [was, is] = [old.slug, slug].map((name) => toolkit.updateRecords.get(name)?.shown?.[pageId]);
      const [before, after] = [texts[index - 1]?.(), texts[index]?.()];
      const compared = diffPages(before, after, vocabularies);
      const diff = withReplacedFiles(compared, replacedFiles(was, is));
      const title = titleOf((page ?? old).document(), pageId);
      if (diff.kind === 'same') return [];
      const changes = before && after ? meaningChanges(before, after, {vocabularies}) : [];
      return [{slug, before: old.slug, pageId, now, title, diff, changes}];
    });
    return differences.map((difference, index) => {
      const [previous, next] = [differences[index - 1], differences[index + 1]];
      return {...difference, ...(previous && {previous}), ...(next && {next})};
    });
  });
}

/** Reads published texts as readers saw them, with the charts of their day. */
export function chartReader({published}: Pick<Toolkit, 'published'>): (page: PublishedPage) => SourceDocument {
  const charts = new Map<string, ReadonlyMap<string, unknown>>();
  return ({slug, document}) => {
    const cached = charts.get(slug) ?? published.chartsAt(slug);
    charts.set(slug, cached);
    return withCharts(document(), (file) => cached.get(file));
  };
}
