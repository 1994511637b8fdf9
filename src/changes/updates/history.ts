import {oncePer} from '../../content/memo.ts';
import {compareText} from '../../content/problem.ts';
import {compareNames} from '../../content/records/next-slug.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Edition} from '../../content/toolkit.ts';

type Published = Update['published'];

export interface HistoryEntry {
  /** The slug of the update, and the number of the change in it, counted from 1. */
  update: string;
  nth: number;
  published: Published;
  kind: ChangeNote['kind'];
  significance: ChangeNote['significance'];
  note: string;
  /** The pages that it names; in the history of a page, only those of the history. */
  pages: string[];
  /** How many other pages it names. */
  others: number;
  /** The numbers of the feedback it answers. */
  answers?: readonly number[];
}

/** The history of a page; each list is newest first. */
export interface PageHistory {
  firstPublished?: Published;
  lastUpdated?: Published;
  major: HistoryEntry[];
  minor: HistoryEntry[];
  older: HistoryEntry[];
}

export interface HistoryScope {
  /** The current and former ids of a page; every page if left out. */
  pageIds?: readonly string[] | undefined;
  /** The last day of the previous publisher, `2020-12-31`. */
  predecessorUntil?: string | undefined;
  /** Set for a page of an edition, which has only updates up to the edition: see `updatesIn`. */
  isFrozen?: boolean | undefined;
}

const BEGINNINGS: ReadonlySet<ChangeNote['kind']> = new Set(['page-added', 'case-study-added']);

export function historyOf(updates: readonly Update[], scope: HistoryScope): PageHistory {
  const entries = scope.pageIds ? entriesAbout(updates, scope.pageIds) : entriesOf(updates);
  const isOlder = ({published}: HistoryEntry) => published.latest <= (scope.predecessorUntil ?? '');
  const current = entries.filter((entry) => !isOlder(entry));
  // An edition of the previous publisher has that publisher's history as its main history.
  const shown = scope.isFrozen && current.length === 0 ? entries : current;
  const major = shown.filter(({significance}) => significance === 'major');
  const oldest = shown.at(-1);
  // If its oldest changes did not create the page, it was published before the record began.
  const first = shown.find(({update, kind}) => update === oldest?.update && BEGINNINGS.has(kind))?.published;
  const last = major[0]?.published;
  return {
    ...(first && {firstPublished: first}),
    ...(last && {lastUpdated: last}),
    major,
    minor: shown.filter(({significance}) => significance === 'minor'),
    older: shown === entries ? [] : entries.filter(isOlder),
  };
}

/** The day on which a page was first published; missing if it is not known exactly. */
export function firstDayOf({firstPublished: first}: Pick<PageHistory, 'firstPublished'>): string | null {
  return first && first.earliest === first.latest ? first.latest : null;
}

/** The version of a page: the slug of the newest update that names it. `updates` are sorted, newest first. */
export function versionOf(
  {major, minor, older}: PageHistory,
  updates: readonly Pick<Update, 'slug'>[],
): string | undefined {
  const newest = [major, minor, older].map(([entry]) => entry?.update);
  return updates.find(({slug}) => newest.includes(slug))?.slug;
}

/** Orders updates by their private sort key, newest first; on the same day, the later slug comes first. */
export function newestFirst(updates: readonly Update[]): Update[] {
  return [...updates].sort((a, b) => compareText(b.date, a.date) || compareNames(b.slug, a.slug));
}

/**
 * Every change of every update, newest first, in their order within an update. Cached by list of updates, because every
 * page needs its part of the same list.
 */
const entriesOf = oncePer((updates: readonly Update[]): readonly HistoryEntry[] =>
  newestFirst(updates).flatMap(({slug, published, changes}) =>
    changes.map(({kind, significance, note, pages, answers}, index) => ({
      update: slug,
      nth: index + 1,
      published,
      kind,
      significance,
      note,
      pages,
      others: 0,
      ...(answers && {answers}),
    })),
  ),
);

/** The entries that name each page, because searching all entries for every page would be slow. */
const entriesByPage = oncePer((updates: readonly Update[]): ReadonlyMap<string, HistoryEntry[]> => {
  const byPage = new Map<string, HistoryEntry[]>();
  for (const entry of entriesOf(updates)) {
    for (const id of new Set(entry.pages)) {
      const previous = byPage.get(id);
      if (previous) previous.push(entry);
      else byPage.set(id, [entry]);
    }
  }
  return byPage;
});

/** The entries that name some of these pages, in the order of `entriesOf`. */
function entriesAbout(updates: readonly Update[], pageIds: readonly string[]): HistoryEntry[] {
  const ids = new Set(pageIds);
  const matches = new Set([...ids].flatMap((id) => entriesByPage(updates).get(id) ?? []));
  const inOrder = ids.size > 1 ? entriesOf(updates).filter((entry) => matches.has(entry)) : [...matches];
  const entries = inOrder.map((entry) => {
    // A note can name every page of a toolkit: the history of each page must not repeat them all.
    const pages = ids.size === 1 ? [...ids] : entry.pages.filter((id) => ids.has(id));
    return {...entry, pages, others: countPages(entry) - pages.length};
  });
  // Within an update, what changed on this page alone says more than a note on many pages.
  return [...Map.groupBy(entries, ({update}) => update).values()].flatMap((same) =>
    same.toSorted((a, b) => a.others - b.others),
  );
}

const countPages = oncePer(({pages}: HistoryEntry) => new Set(pages).size);

type Frozen = Pick<Edition, 'name' | 'record'>;

/** The updates that are part of an edition, newest first. */
export function updatesIn(updates: readonly Update[], edition: Frozen): Update[] {
  const sorted = newestFirst(updates);
  return sorted.slice(countAfter(sorted, edition));
}

function countAfter(sorted: readonly Update[], {name, record}: Frozen): number {
  const last = sorted.findIndex(({slug}) => slug === record?.last_update);
  if (last !== -1) return last;
  // Without a record, only the month of the edition is known, so the whole month counts.
  const month = name.slice(0, 'yyyy-mm'.length);
  const first = sorted.findIndex(({published}) => published.latest.slice(0, month.length) <= month);
  return first === -1 ? sorted.length : first;
}
