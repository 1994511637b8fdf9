import {measureInLine} from '../../diff/measure-diff.ts';
import {type Comparison, compareEditions, summariseComparison} from '../../diff/published/compare-editions.ts';
import {type UpdateDifference, updateDifferences} from '../../diff/published/update-differences.ts';
import {recordsOf} from '../../model/page-record.ts';
import {type CatalogueCaseStudy, catalogueOf, withoutWithdrawn} from '../../model/pages/catalogue.ts';
import {DOCUMENT, documentParts} from '../../model/pages/document-parts.ts';
import {facetsOf} from '../../model/pages/facets.ts';
import {FIGURES_ADDRESS, figuresOfPage} from '../../model/pages/figure.ts';
import {qualifiedId} from '../../model/pages/page-id.ts';
import {
  comparisonAddress,
  frameAddress,
  pageComparisonAddress,
  sinceAddress,
  updateDifferenceAddress,
} from '../../model/routes/difference-addresses.ts';
import {termUpdates} from '../../model/routes/feed-addresses.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {updatedTermsOf} from '../../model/updates/updated-terms.ts';
import {changesSince, type UpdateSince} from '../../outputs/differences/since-edition.ts';
import {figuresOf} from '../../outputs/figures/figures.ts';
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

/** A page that is generated from the model, with its data. */
interface GeneratedRoute {
  address: string;
  component: string;
  props: Record<string, unknown>;
}

/** Works out everything that the pages of a site show, once for a build. */
export function siteContent(toolkit: Toolkit, today: string): SiteContent {
  const differences = {
    updates: updateDifferences(toolkit),
    comparisons: compareEditions(toolkit),
    since: toolkit.editions.map((edition) => ({edition: edition.name, updates: changesSince(toolkit, edition)})),
  };
  return {toolkit, differences, shared: sharedData(toolkit, differences, today)};
}

export function generatedRoutes({toolkit, differences, shared}: SiteContent): GeneratedRoute[] {
  return [
    {address: DOCUMENT, component: 'DocumentPage', props: {parts: documentParts(toolkit)}},
    ...updatedTermsOf(toolkit).map((term) => {
      return {address: termUpdates(term.id), component: 'UpdatesOnPage', props: {...term}};
    }),
    ...facetRoutes(toolkit.config, shared.catalogue.caseStudies),
    ...figureRoutes(toolkit),
    ...differenceRoutes(differences),
  ];
}

function sharedData(toolkit: Toolkit, {updates, comparisons}: Differences, today: string) {
  const catalogue = catalogueOf(toolkit);
  return {
    catalogue,
    /** By id; those of editions as `2017-03:visits`. */
    charts: Object.fromEntries(toolkit.charts.map(({id, edition, data}) => [qualifiedId(id, edition), data])),
    differences: differenceLinks(updates, comparisons),
    /** Counted here, because each case study shows some of them, and counting takes longer the more there are. */
    facets: facetsOf(toolkit.config, withoutWithdrawn(catalogue.caseStudies)),
    /** How many figures each page has, by its id; pages without any are left out. */
    figures: Object.fromEntries(figuresOf(toolkit).map(({id, figures}) => [id, figures.length])),
    records: recordsOf(toolkit, today),
    upkeep: upkeepOf(toolkit, today),
  };
}

/** A page for each value by which case studies can be filtered. */
export function facetRoutes(config: ToolkitConfig, caseStudies: readonly CatalogueCaseStudy[]): GeneratedRoute[] {
  return facetsOf(config, withoutWithdrawn(caseStudies)).flatMap(({id: facetId, terms}) =>
    terms.map(({id: termId, address}) => ({address, component: 'FacetPage', props: {facetId, termId}})),
  );
}

function figureRoutes(toolkit: Toolkit): GeneratedRoute[] {
  const pages = figuresOf(toolkit);
  const counted = pages.map(({figures, ...page}) => ({...page, count: figures.length}));
  return [
    {address: FIGURES_ADDRESS, component: 'FiguresPage', props: {pages: counted}},
    ...pages.map((page) => ({address: figuresOfPage(page.id), component: 'FiguresOnPage', props: {page}})),
  ];
}

/** One frame for all differences of a section, lists of differences, and a page of changes since each edition. */
function differenceRoutes({updates, comparisons, since}: Differences): GeneratedRoute[] {
  const compared = comparisons.some(({kept}) => kept.some(({diff}) => diff.kind !== 'same'));
  // An unused frame would remain in the site.
  const sections = [
    ...(updates.length > 0 ? (['updates'] as const) : []),
    ...(compared ? (['editions'] as const) : []),
  ];
  return [
    ...sections.map((section) => ({address: frameAddress(section), component: 'DifferencePage', props: {section}})),
    ...comparisons.map((comparison) => ({
      address: comparisonAddress(comparison.edition),
      component: 'ComparisonPage',
      props: {comparison: summariseComparison(comparison)},
    })),
    ...since.map((props) => ({address: sinceAddress(props.edition), component: 'SinceEditionPage', props})),
  ];
}

function differenceLinks(updates: readonly UpdateDifference[], comparisons: readonly Comparison[]) {
  const ofUpdate = ({slug, pageId, diff}: UpdateDifference) => {
    return [pageId, {address: updateDifferenceAddress(slug, pageId), measure: measureInLine(diff)}] as const;
  };
  const ofEdition = ({edition, kept}: Comparison) =>
    kept
      .filter(({diff}) => diff.kind !== 'same')
      .map(({before, after, diff}) => {
        return [before.id, {address: pageComparisonAddress(edition, after.id), measure: measureInLine(diff)}] as const;
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
