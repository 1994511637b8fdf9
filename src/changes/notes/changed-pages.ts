/*
 * Changes say what is different: between two texts of a page, since the last update, since an edition. From them follow
 * the notes that readers need, the updates, and the history of each page. They compare meaning: a page with other line
 * breaks has not changed, and a moved section counts as moved.
 *
 * Everything comes from `blog/`, `ledgers/` and `versioned_docs/`, never from git or file times, so a shallow clone gives
 * the same result. Differences are slow, so they are kept by the two texts that they compare.
 */

import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {chartFilesIn, withCharts} from '../../content/markdown/figures/chart-directives.ts';
import {once, oncePer} from '../../content/memo.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {recordedText} from '../../content/pages/known-pages.ts';
import {addressOf, pageIdOf} from '../../content/pages/page-id.ts';
import type {Published} from '../../content/records/published.ts';
import {allPages, type PageEntry, type Toolkit} from '../../content/toolkit.ts';
import {diffPages} from '../diff/diff-pages.ts';
import type {PageDiff} from '../diff/edit.ts';
import {type Cover, coverIn} from '../diff/meaning/coverage.ts';
import {meaningChanges} from '../diff/meaning/meaning-changes.ts';
import type {MeaningChange} from '../diff/meaning/meaning-tokens.ts';
import {chartChanges} from '../diff/meaning/wording-changes.ts';
import {isForReaders} from '../updates/change-labels.ts';
import {fileChange, replacedFiles, shownFiles, withReplacedFiles} from './replaced-files.ts';

/** A page that differs in meaning from its published text. */
export interface ChangedPage {
  page: PageEntry;
  /** `added` if it was never published, or if it has moved and is otherwise the same. */
  diff: PageDiff;
  /** The changes of meaning that its notes have to cover; none for a new page. */
  changes: () => MeaningChange[];
}

/**
 * The pages that differ in meaning from their published text, by id. Before the first update there is nothing to compare,
 * so no page counts as changed. Generated pages are left out.
 */
export const changedPages = oncePer(
  (toolkit: Toolkit): ReadonlyMap<string, ChangedPage> =>
    new Map(toolkit.published.texts.size === 0 ? [] : allPages(toolkit).flatMap((page) => changedPage(page, toolkit))),
);

function changedPage(page: PageEntry, toolkit: Toolkit): [string, ChangedPage][] {
  const {config, published, charts} = toolkit;
  const before = published.texts.get(page.id);
  if (isGeneratedPage(page.id)) return [];
  const chartAt = (file: string) => charts.find(({document}) => document.path === file);
  const live = (file: string) => chartAt(file)?.data;
  // Chart data that was never published cannot be compared, so it counts as unchanged.
  const recorded = (file: string) => published.charts.get(file) ?? live(file);
  const isSameChart = (file: string) =>
    JSON.stringify(published.charts.get(file)) === JSON.stringify(chartAt(file)?.document.frontMatter);
  // A page that moved is compared with its text at the old address.
  const previous = before ?? recordedText(toolkit, page);
  const shown = previous && toolkit.updateRecords.get(previous.slug)?.shown?.[page.id];
  const replaced = shown ? replacedFiles(shown, shownFiles(toolkit, page)) : [];
  const isSame = before?.text === page.document.text && replaced.length === 0;
  // Comparing every page that has a chart would take as long as the other rules for the toolkit together.
  if (isSame && chartFilesIn(page.document).every(isSameChart)) return [];
  const hash = previous && toolkit.updateRecords.get(previous.slug)?.files[previous.path];
  // A published text that was edited says nothing about the page: the rule about records reports it.
  if (hash !== undefined && previous && published.hashes.get(previous.path)?.() !== hash) return [];
  const now = withCharts(page.document, live);
  const old = previous && withCharts(previous.document(), recorded);
  const edited = diffPages(old, now, config.vocabularies);
  // One that only moved is new at its address, and needs a note.
  const isMoved = edited.kind === 'same' && !before;
  const diff = isMoved ? diffPages(undefined, now, config.vocabularies) : withReplacedFiles(edited, replaced);
  const changes = once(() => {
    if (!old) return [];
    const inCharts = chartFilesIn(page.document).flatMap((file) => chartChanges(recorded(file), live(file)));
    // A note on a page that is otherwise the same can only be about its files.
    const inFiles = edited.kind === 'same' ? [] : replaced.map(fileChange);
    return [...meaningChanges(old, now, {...config, site: absoluteUrl(config, '/')}), ...inCharts, ...inFiles];
  });
  return diff.kind === 'same' ? [] : [[page.id, {page, diff, changes}]];
}

export interface CoveredChange {
  change: MeaningChange;
  /** `undefined` if no note covers it. */
  cover: (Cover & {key: string}) | undefined;
}

/** Every change of meaning of a page, with what the waiting notes on it say. */
export function coverageOf({page, changes}: ChangedPage, notes: Toolkit['notes']): CoveredChange[] {
  const naming = notes.filter(({data}) => data.pages.includes(page.id));
  return changes().map((change) => {
    const [cover] = naming.flatMap(({key, data}) => {
      const match = coverIn(change, data);
      return match ? [{...match, key}] : [];
    });
    return {change, cover};
  });
}

/** The changes of a page that no waiting note covers. */
export function uncoveredChanges(changed: ChangedPage, notes: Toolkit['notes']): MeaningChange[] {
  return coverageOf(changed, notes).flatMap(({change, cover}) => (cover ? [] : [change]));
}

/** The kinds that readers act on, so that a note about them is never minor. */
const NEVER_MINOR: ReadonlySet<MeaningChange['kind']> = new Set([
  'figure',
  'date',
  'duty',
  'contact',
  'fact',
  'withdrawal',
]);

/** Why a change of a page is major, as words for a message; `undefined` if it may be minor, as on most handbook pages. */
export function whyMajor({page, diff, changes}: ChangedPage): string | undefined {
  if (diff.kind === 'added') return 'is a new page';
  const isMinor = !isForReaders([page.id]);
  const reasons = changes().filter(({kind}) => (isMinor ? kind === 'withdrawal' : NEVER_MINOR.has(kind)));
  const [first] = reasons;
  if (first) return `changes \`${first.id}\`${reasons.length > 1 ? ` and ${reasons.length - 1} more` : ''}`;
  return undefined;
}

/** A page that changed since a commit, with the path of the earlier note that names it. */
export interface PageWithOldNote extends ChangedPage {
  note: string;
}

/**
 * The pages that changed since a commit but are named only by older notes. A note about an earlier change does not
 * cover a new one.
 */
export function pagesWithOldNote(
  toolkit: Toolkit,
  before: Published,
  earlierNotes: ReadonlySet<string>,
): PageWithOldNote[] {
  const waiting = changedPages(toolkit);
  return [...changedPages({...toolkit, published: before})].flatMap(([id, changed]) => {
    const naming = toolkit.notes.filter(({data}) => data.pages.includes(id));
    const [note] = naming;
    const isNoted = note === undefined || naming.some(({key}) => !earlierNotes.has(key));
    return isNoted || !waiting.has(id) ? [] : [{...changed, note: note.document.path}];
  });
}

/** The ids of published pages that are missing: an update did not remove them, and there is no redirect. */
export function gonePages(toolkit: Toolkit): string[] {
  const pages = allPages(toolkit);
  const moved = new Set(pages.flatMap(({data}) => data.redirect_from ?? []));
  const present = new Set(toolkit.documents.map(({document}) => pageIdOf(document.path)));
  return [...toolkit.published.texts.keys()].filter(
    (id) => !present.has(id) && !moved.has(addressOf(toolkit.config, id)),
  );
}
