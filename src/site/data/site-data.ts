import {coverIn} from '../../changes/diff/meaning/coverage.ts';
import type {MeaningChange} from '../../changes/diff/meaning/meaning-tokens.ts';
import {measureInLine} from '../../changes/diff/measure-diff.ts';
import {type PageSince, pagesSince} from '../../changes/editions/pages-since.ts';
import {joinSameNotes} from '../../changes/updates/change-labels.ts';
import {recordsOf} from '../../changes/updates/page-record.ts';
import {type UpdateDifference, updateDifferences} from '../../changes/updates/update-differences.ts';
import {updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {type FilledLists, generatedPages} from '../../content/addresses/generated-routes.ts';
import {catalogueOf, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {filledLists} from '../../content/pages/collection-pages.ts';
import {documentPages} from '../../content/pages/document-parts.ts';
import {facetsOf} from '../../content/pages/facets.ts';
import {qualifiedId} from '../../content/pages/page-id.ts';
import {relatedByPage} from '../../content/pages/related.ts';
import {hasPublished} from '../../content/records/launch.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {type Text, textOf} from '../../language/text.ts';
import {figuresOf} from '../figures/figures.ts';
import {homeEvidence, keyFiguresOf} from '../figures/key-figures.ts';
import {booksOf, subjectsOf} from './books.ts';
import {upkeepOf} from './upkeep.ts';

export interface Differences {
  /** Between published texts; their pages are written after the build. */
  updates: UpdateDifference[];
  since: {edition: string; pages: PageSince[]}[];
}

/** The address of a difference, and its size in one line. */
export interface DifferenceLinkData {
  address: string;
  measure: string;
}

type DifferenceLinks = Readonly<Record<string, DifferenceLinkData>>;

/** A toolkit with everything that its pages show. */
export interface SiteContent {
  toolkit: Toolkit;
  differences: Differences;
  shared: SiteData;
}

/** The data that every page may show. It is not compiled into pages, because it would be out of date in warm builds. */
export type SiteData = ReturnType<typeof sharedData>;

/** Works out everything that the pages of a site show, once for a build. */
export function siteContent(toolkit: Toolkit, today: string): SiteContent {
  const differences = {
    updates: updateDifferences(toolkit),
    since: toolkit.editions.map((edition) => ({edition: edition.name, pages: pagesSince(toolkit, edition)})),
  };
  return {toolkit, differences, shared: sharedData(toolkit, differences, today)};
}

function sharedData(toolkit: Toolkit, {updates, since}: Differences, today: string) {
  const catalogue = catalogueOf(toolkit);
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const lists: FilledLists = {
    caseStudies: caseStudies.length > 0,
    editions: toolkit.editions.length > 0,
    figures: figuresOf(toolkit).length > 0,
    updates: toolkit.updates.length > 0,
  };
  const subjects = subjectsOf(toolkit, catalogue);
  return {
    books: booksOf(toolkit, catalogue, subjects),
    catalogue,
    /** By id; those of editions as `2017-03:visits`. */
    charts: Object.fromEntries(toolkit.charts.map(({id, edition, data}) => [qualifiedId(id, edition), data])),
    /** By update, and the page's id at that time. */
    differences: differenceLinks(updates, textOf(toolkit.config)),
    /** Counted here, because each case study shows some of them, and counting takes longer the more there are. */
    facets: facetsOf(toolkit.config, caseStudies),
    /** The figures that pages show with their answer, by id; those of editions as `2017-03:visits`. */
    keyFigures: keyFiguresOf(toolkit),
    /** The pages that the build generates, without empty lists. */
    generated: generatedPages(toolkit)
      .filter(({list}) => !list || lists[list])
      .map(({address, title, isInFooter}) => ({address, title, isInFooter})),
    /** What the home page shows as evidence, with the addresses of its places. */
    home: homeEvidence(toolkit),
    /** Whether readers have seen any text, which could have been checked since. */
    isPublished: hasPublished(toolkit),
    lists,
    filledCollections: filledLists(toolkit).map(({id}) => id),
    /** The address of the part of the whole document that has a live page, by the address of the page. */
    parts: Object.fromEntries(
      documentPages(toolkit).pages.flatMap(({address: part, sections}) => sections.map(({address}) => [address, part])),
    ),
    records: recordsOf(toolkit, today),
    /** The term that colours a page, by page id. */
    subjects,
    /** What was published about each page since an edition, by both, `2017-03:visits`. */
    since: Object.fromEntries(
      since.flatMap(({edition, pages}) => pages.map(({id, history}) => [qualifiedId(id, edition), history])),
    ),
    related: relatedByPage(catalogue.pages, caseStudies, toolkit.config),
    upkeep: upkeepOf(toolkit, today),
    /** The old and new values of the changes that lists of updates show first, by update and note. */
    values: Object.fromEntries(valuesOf(toolkit, updates).filter(([, values]) => values.length > 0)),
  };
}

function valuesOf({updates}: Toolkit, differences: readonly UpdateDifference[]): [string, MeaningChange[]][] {
  return updates.flatMap(({data}) =>
    joinSameNotes(data.changes.filter(({significance}) => significance === 'major')).map((note) => {
      const ofPages = differences.filter(({slug, pageId}) => slug === data.slug && note.pages.includes(pageId));
      const values = ofPages.flatMap(({changes}) => changes.filter((change) => isReplacedValue(change, note)));
      return [`${data.slug} ${note.note}`, [...new Map(values.map((value) => [value.before, value])).values()]];
    }),
  );
}

/** A figure or date in digits. Lists of them do not say which replaced which, and a note may say `two` of something else. */
function isReplacedValue(change: MeaningChange, note: ChangeNote): boolean {
  const {before = '', after = ''} = change;
  const isValue = before !== '' && /^[^a-z]*\d/.test(after) && ![before, after].some((value) => value.includes(', '));
  return isValue && 'sentence' in (coverIn(change, note) ?? {});
}

function differenceLinks(updates: readonly UpdateDifference[], text: Text): Record<string, DifferenceLinks> {
  const linkTo = ({slug, pageId, diff}: UpdateDifference) => {
    return [pageId, {address: updateDifferenceAddress(slug, pageId), measure: measureInLine(diff, text)}] as const;
  };
  return Object.fromEntries(
    [...Map.groupBy(updates, ({slug}) => slug)].map(([slug, found]) => [slug, Object.fromEntries(found.map(linkTo))]),
  );
}
