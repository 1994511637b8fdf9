import {CHART_DIRECTIVE, withCharts} from '../../markdown/chart-directives.ts';
import {oncePer} from '../../model/memo.ts';
import {isGeneratedPage} from '../../model/pages/generated-pages.ts';
import {addressOf, pageIdOf} from '../../model/pages/page-id.ts';
import type {PageEntry, Toolkit} from '../../model/toolkit.ts';
import {allPages} from '../../model/toolkit.ts';
import type {Published} from '../../model/updates/published.ts';
import {diffPages} from '../diff-pages.ts';
import type {PageDiff} from '../edit.ts';

/** A page whose meaning differs from its live text. */
export interface ChangedPage {
  page: PageEntry;
  /** `added` where no text of it was ever put live. */
  diff: PageDiff;
}

/**
 * The pages that say something else than their text on record, by id. Where nothing is on record yet, nothing has
 * been published, and no page can have changed since. Generated pages follow from code and configuration.
 */
export const changedPages = oncePer(
  (toolkit: Toolkit): ReadonlyMap<string, ChangedPage> =>
    new Map(toolkit.published.texts.size === 0 ? [] : allPages(toolkit).flatMap((page) => toChanged(page, toolkit))),
);

function toChanged(page: PageEntry, {published, charts}: Toolkit): [string, ChangedPage][] {
  const before = published.texts.get(page.id);
  if (isGeneratedPage(page.id)) return [];
  const live = (file: string) => charts.find(({document}) => document.path === file)?.data;
  // Of data that is not on record nothing is known, and nothing can have changed.
  const recorded = (file: string) => published.charts.get(file) ?? live(file);
  const hasCharts = page.document.text.includes(`::${CHART_DIRECTIVE}`);
  if (before?.text === page.document.text && !hasCharts) return [];
  const diff = diffPages(before && withCharts(before.document(), recorded), withCharts(page.document, live));
  return diff.kind === 'same' ? [] : [[page.id, {page, diff}]];
}

/** A page that changed since a point in time, and the note of an earlier change that alone names it. */
export interface UntoldPage extends ChangedPage {
  note: string;
}

/**
 * The pages that changed since a point in time, and that only notes name which stood then as they stand now: a note
 * that waits for an earlier change tells nothing of this one.
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

/** The ids of pages whose text is on record and that are gone: neither removed by an update, nor at an address that leads on. */
export function gonePages(toolkit: Toolkit): string[] {
  const pages = allPages(toolkit);
  const moved = new Set(pages.flatMap(({data}) => data.redirect_from ?? []));
  return [...toolkit.published.texts.keys()].filter(
    (id) => !toolkit.documents.some(({document}) => pageIdOf(document.path) === id) && !moved.has(addressOf(id)),
  );
}
