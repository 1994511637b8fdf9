import {pageComparisonAddress} from '../../content/addresses/difference-addresses.ts';
import {withCharts} from '../../content/markdown/figures/chart-directives.ts';
import {addressOf, editionAddress} from '../../content/pages/page-id.ts';
import {type SourceDocument, titleOf} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {type Text, textOf} from '../../language/text.ts';
import {diffPages} from '../diff/diff-pages.ts';
import type {PageDiff} from '../diff/edit.ts';
import {measureInLine} from '../diff/measure-diff.ts';

interface StatePage {
  id: string;
  title: string;
  /** Without the site's base URL. */
  address: string;
  document: SourceDocument;
}

/** How a page changed since an edition. Its difference is `same` if it only moved. */
export interface ComparedPage {
  kind: 'changed' | 'moved' | 'withdrawn';
  before: StatePage;
  after: StatePage;
  diff: PageDiff;
}

/** The differences between an edition and the live text, with pages sorted by title. */
export interface Comparison {
  edition: string;
  added: StatePage[];
  removed: StatePage[];
  kept: ComparedPage[];
  /** The number of pages with the same meaning in both. */
  same: number;
}

/** Compares each edition with the live text, oldest first. Handbook pages are left out, because editions do not contain them. */
export function compareEditions(toolkit: Toolkit): Comparison[] {
  const live = allPages(toolkit)
    .filter(({document}) => document.path.startsWith('docs/'))
    .map(({id, document}) => toStatePage(id, addressOf(id), document));
  const byId = new Map(live.map((page) => [page.id, page]));
  const heirs = new Map(live.flatMap((page) => formerAddresses(page).map((address) => [address, page])));
  const {compare} = textOf(toolkit.config).format;
  const compareTitles = (a: StatePage, b: StatePage) => compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  return toolkit.editions.toReversed().map(({name, pages}) => {
    const pairs = pages.map(({id, document}) => {
      const before = toStatePage(id, editionAddress(name, id), document);
      return {before, after: byId.get(id) ?? heirs.get(addressOf(id))};
    });
    const continued = new Set(pairs.map(({after}) => after));
    const compared = pairs.flatMap(({before, after}) => (after ? [comparePage(before, after, toolkit)] : []));
    const kept = compared.filter(({kind, diff}) => kind !== 'changed' || diff.kind !== 'same');
    return {
      edition: name,
      added: live.filter((page) => !continued.has(page)).sort(compareTitles),
      removed: pairs.flatMap(({before, after}) => (after ? [] : [before])).sort(compareTitles),
      kept: kept.sort((a, b) => compareTitles(a.after, b.after)),
      same: compared.length - kept.length,
    };
  });
}

function toStatePage(id: string, address: string, document: SourceDocument): StatePage {
  return {id, title: titleOf(document, id), address, document};
}

/** Checks the type, because no schema applies to frozen front matter. */
function formerAddresses({document}: StatePage): string[] {
  const former = document.frontMatter?.redirect_from;
  return Array.isArray(former) ? former.filter((address) => typeof address === 'string') : [];
}

function comparePage(before: StatePage, after: StatePage, {charts, config}: Toolkit): ComparedPage {
  const dataOf = (file: string) => charts.find(({document}) => document.path === file)?.data;
  const [old, now] = [before, after].map(({document}) => withCharts(document, dataOf)) as [
    SourceDocument,
    SourceDocument,
  ];
  // Most pages are the same in the newest edition and the live text.
  const isSame = old.text === now.text && old.body === now.body;
  const diff: PageDiff = isSame ? {kind: 'same', edits: []} : diffPages(old, now, config.vocabularies);
  const isWithdrawn = ({document}: StatePage) => document.frontMatter?.withdrawn !== undefined;
  if (isWithdrawn(after) && !isWithdrawn(before)) return {kind: 'withdrawn', before, after, diff};
  return {kind: before.id === after.id ? 'changed' : 'moved', before, after, diff};
}

/** A page that differs between the two, for a list; one in both has the size of the difference. */
export interface ComparisonEntry extends Omit<StatePage, 'document'> {
  kind: ComparedPage['kind'] | 'added' | 'removed';
  measure?: string;
  /** The address of the difference; missing for a page that only moved. */
  difference?: string;
  /** The former address of a page that moved. */
  movedFrom?: string;
}

const COMPARED_KINDS = ['changed', 'withdrawn', 'moved', 'added', 'removed'] as const;

/** The pages that differ, without their text, and how many differ in each way or are the same. */
export function summariseComparison({edition, added, removed, kept, same}: Comparison, text: Text) {
  const entries: ComparisonEntry[] = [
    ...kept.map(({kind, before, after, diff}) => ({
      ...listed(after, kind),
      measure: measureInLine(diff, text),
      ...(diff.kind !== 'same' && {difference: pageComparisonAddress(edition, after.id)}),
      ...(before.id !== after.id && {movedFrom: before.address}),
    })),
    ...added.map((page) => listed(page, 'added')),
    ...removed.map((page) => listed(page, 'removed')),
  ];
  const byKind = COMPARED_KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind)] as const);
  const counts = Object.fromEntries(byKind.map(([kind, {length}]) => [kind, length]));
  const total = {...(counts as Record<ComparisonEntry['kind'], number>), same};
  return {edition, entries: byKind.flatMap(([, group]) => group), total};
}

function listed({id, title, address}: StatePage, kind: ComparisonEntry['kind']): ComparisonEntry {
  return {id, title, address, kind};
}
