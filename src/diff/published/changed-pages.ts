import {CHART_DIRECTIVE, withCharts} from '../../markdown/figures/chart-directives.ts';
import {oncePer} from '../../model/memo.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {addressOf, pageIdOf} from '../../model/pages/page-id.ts';
import {allPages, type PageEntry, type Toolkit} from '../../model/toolkit.ts';
import type {Published} from '../../model/updates/published.ts';
import {diffPages} from '../diff-pages.ts';
import type {PageDiff} from '../edit.ts';

/** A page that differs in meaning from its published text. */
export interface ChangedPage {
  page: PageEntry;
  /** `added` if it was never published. */
  diff: PageDiff;
}

/**
 * The pages that differ in meaning from their published text, by id. Before the first update there is nothing to compare,
 * so no page counts as changed. Generated pages are left out.
 */
export const changedPages = oncePer(
  (toolkit: Toolkit): ReadonlyMap<string, ChangedPage> =>
    new Map(toolkit.published.texts.size === 0 ? [] : allPages(toolkit).flatMap((page) => toChanged(page, toolkit))),
);

function toChanged(page: PageEntry, {config, published, charts}: Toolkit): [string, ChangedPage][] {
  const before = published.texts.get(page.id);
  if (isGeneratedPage(page.id)) return [];
  const live = (file: string) => charts.find(({document}) => document.path === file)?.data;
  // Chart data that was never published cannot be compared, so it counts as unchanged.
  const recorded = (file: string) => published.charts.get(file) ?? live(file);
  const hasCharts = page.document.text.includes(`::${CHART_DIRECTIVE}`);
  if (before?.text === page.document.text && !hasCharts) return [];
  const diff = diffPages(
    before && withCharts(before.document(), recorded),
    withCharts(page.document, live),
    config.vocabularies,
  );
  return diff.kind === 'same' ? [] : [[page.id, {page, diff}]];
}

/** A page that changed since a commit, and the earlier note that is the only one to name it. */
export interface UntoldPage extends ChangedPage {
  note: string;
}

/**
 * The pages that changed since a commit and that are named only by notes from before it. A note about an earlier change
 * does not cover a new one.
 */
export function untoldPages(toolkit: Toolkit, before: Published, earlierNotes: ReadonlySet<string>): UntoldPage[] {
  const waiting = changedPages(toolkit);
  return [...changedPages({...toolkit, published: before})].flatMap(([id, changed]) => {
    const naming = toolkit.notes.filter(({data}) => data.pages.includes(id)).map(({document}) => document.path);
    const [note] = naming;
    const isNoted = note === undefined || naming.some((path) => !earlierNotes.has(path));
    return isNoted || !waiting.has(id) ? [] : [{...changed, note}];
  });
}

/** The ids of published pages that are missing: an update did not remove them, and there is no redirect. */
export function gonePages(toolkit: Toolkit): string[] {
  const pages = allPages(toolkit);
  const moved = new Set(pages.flatMap(({data}) => data.redirect_from ?? []));
  const present = new Set(toolkit.documents.map(({document}) => pageIdOf(document.path)));
  return [...toolkit.published.texts.keys()].filter((id) => !present.has(id) && !moved.has(addressOf(id)));
}
