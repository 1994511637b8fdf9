import {measureInLine} from '../../changes/diff/measure-diff.ts';
import {type Comparison, compareEditions} from '../../changes/published/compare-editions.ts';
import {type UpdateDifference, updateDifferences} from '../../changes/published/update-differences.ts';
import {recordsOf} from '../../changes/updates/page-record.ts';
import {pageComparisonAddress, updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {type FilledLists, generatedPages} from '../../content/addresses/generated-routes.ts';
import {catalogueOf, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {filledLists} from '../../content/pages/collection-pages.ts';
import {documentPages} from '../../content/pages/document-parts.ts';
import {facetsOf} from '../../content/pages/facets.ts';
import {qualifiedId} from '../../content/pages/page-id.ts';
import {relatedByPage} from '../../content/pages/related.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {hasPublished} from '../../content/updates/launch.ts';
import {type Text, textOf} from '../../language/text.ts';
import {changesSince, type UpdateSince} from '../differences/since-edition.ts';
import {figuresOf} from '../figures/figures.ts';
import {homeEvidence, keyFiguresOf} from '../figures/key-figures.ts';
import {booksOf, subjectsOf} from './books.ts';
import {upkeepOf} from './upkeep.ts';

/** Differences between published texts and between editions; their pages are written after the build. */
export interface Differences {
  updates: UpdateDifference[];
  comparisons: Comparison[];
  since: {edition: string; updates: UpdateSince[]}[];
}

/** The address of a difference, and its size in one line. */
export interface DifferenceLinkData {
  address: string;
  measure: string;
}

/** Links to differences, by page id. */
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
    comparisons: compareEditions(toolkit),
    since: toolkit.editions.map((edition) => ({edition: edition.name, updates: changesSince(toolkit, edition)})),
  };
  return {toolkit, differences, shared: sharedData(toolkit, differences, today)};
}

function sharedData(toolkit: Toolkit, {updates, comparisons}: Differences, today: string) {
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
    /** The pages in their groups, of long groups the first. */
    contents: documentPages(toolkit).contents,
    differences: differenceLinks(updates, comparisons, textOf(toolkit.config)),
    /** Counted here, because each case study shows some of them, and counting takes longer the more there are. */
    facets: facetsOf(toolkit.config, caseStudies),
    /** The figures that pages show with their answer, by id; those of editions as `2017-03:visits`. */
    keyFigures: keyFiguresOf(toolkit),
    /** The pages that the build generates, without empty lists. */
    generated: generatedPages(toolkit)
      .filter(({list}) => !list || lists[list])
      .map(({address, title, footer}) => ({address, title, footer})),
    /** What the home page shows as evidence, with the addresses of its places. */
    home: homeEvidence(toolkit),
    /** Whether readers have seen any text, which could have been checked since. */
    isPublished: hasPublished(toolkit),
    lists,
    /** The ids of the collections whose list has pages. */
    filledCollections: filledLists(toolkit).map(({id}) => id),
    records: recordsOf(toolkit, today),
    /** The term that colours a page, by page id. */
    subjects,
    related: relatedByPage(catalogue.pages, caseStudies, toolkit.config),
    upkeep: upkeepOf(toolkit, today),
  };
}

function differenceLinks(updates: readonly UpdateDifference[], comparisons: readonly Comparison[], text: Text) {
  const ofUpdate = ({slug, pageId, diff}: UpdateDifference) => {
    return [pageId, {address: updateDifferenceAddress(slug, pageId), measure: measureInLine(diff, text)}] as const;
  };
  const ofEdition = ({edition, kept}: Comparison) =>
    kept
      .filter(({diff}) => diff.kind !== 'same')
      .map(({before, after, diff}) => {
        return [
          before.id,
          {address: pageComparisonAddress(edition, after.id), measure: measureInLine(diff, text)},
        ] as const;
      });
  const bySlug = Map.groupBy(updates, ({slug}) => slug);
  return {
    /** By update, and the page's id at that time. */
    updates: Object.fromEntries(
      [...bySlug].map(([slug, found]): [string, DifferenceLinks] => [slug, Object.fromEntries(found.map(ofUpdate))]),
    ),
    /** From each edition to the live text, by the page's id in the edition. */
    editions: Object.fromEntries(
      comparisons.map((found): [string, DifferenceLinks] => [found.edition, Object.fromEntries(ofEdition(found))]),
    ),
  };
}
