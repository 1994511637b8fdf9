import {measureInLine} from '../../diff/measure-diff.ts';
import type {Comparison} from '../../diff/published/compare-editions.ts';
import {compareEditions, summarise} from '../../diff/published/compare-editions.ts';
import type {UpdateDifference} from '../../diff/published/update-differences.ts';
import {updateDifferences} from '../../diff/published/update-differences.ts';
import {recordsOf} from '../../model/page-record.ts';
import type {CatalogueCaseStudy} from '../../model/pages/catalogue.ts';
import {catalogueOf, withoutWithdrawn} from '../../model/pages/catalogue.ts';
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
import type {UpdateSince} from '../../outputs/differences/since-edition.ts';
import {changesSince} from '../../outputs/differences/since-edition.ts';
import {figuresOf} from '../../outputs/figures/figures.ts';
import {upkeepOf} from './upkeep.ts';

/** What differs between published texts, and between editions; pages of it are written after the build. */
export interface Differences {
  updates: UpdateDifference[];
  comparisons: Comparison[];
  since: {edition: string; updates: UpdateSince[]}[];
}

/** Where a difference is read, and what changed in one line. */
export interface DifferenceDoor {
  address: string;
  measure: string;
}

/** Links to differences, by page id. */
type Doors = Readonly<Record<string, DifferenceDoor>>;

/** A toolkit with everything that its pages show. */
export interface SiteContent {
  toolkit: Toolkit;
  differences: Differences;
  shared: SiteData;
}

/** The data that every page may show. Compiled pages hold none of it, because it would go stale in warm builds. */
export type SiteData = ReturnType<typeof sharedData>;

/** A page that is generated from the model, with the data that it alone loads. */
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

/** The pages that are generated from the model. */
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
  return {
    catalogue: catalogueOf(toolkit),
    /** By id; those of editions as `2017-03:visits`. */
    charts: Object.fromEntries(toolkit.charts.map(({id, edition, data}) => [qualifiedId(id, edition), data])),
    differences: doorsTo(updates, comparisons),
    /** How many figures each page gives, by its id; pages without any are left out. */
    figures: Object.fromEntries(figuresOf(toolkit).map(({id, figures}) => [id, figures.length])),
    records: recordsOf(toolkit, today),
    upkeep: upkeepOf(toolkit, today),
  };
}

/** A page for each value by which case studies can be chosen. */
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

/** One frame for all the differences of a section, lists of what differs, and what to do since each edition. */
function differenceRoutes({updates, comparisons, since}: Differences): GeneratedRoute[] {
  const compared = comparisons.some(({kept}) => kept.some(({diff}) => diff.kind !== 'same'));
  // A frame that no page needs would remain in the site.
  const sections = [
    ...(updates.length > 0 ? (['updates'] as const) : []),
    ...(compared ? (['editions'] as const) : []),
  ];
  return [
    ...sections.map((section) => ({address: frameAddress(section), component: 'DifferencePage', props: {section}})),
    ...comparisons.map((comparison) => ({
      address: comparisonAddress(comparison.edition),
      component: 'ComparisonPage',
      props: {comparison: summarise(comparison)},
    })),
    ...since.map((props) => ({address: sinceAddress(props.edition), component: 'SinceEditionPage', props})),
  ];
}

function doorsTo(updates: readonly UpdateDifference[], comparisons: readonly Comparison[]) {
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
    /** By update, and the id that the page had then. */
    updates: Object.fromEntries(
      [...bySlug].map(([slug, found]): [string, Doors] => [slug, Object.fromEntries(found.map(ofUpdate))]),
    ),
    /** From each edition to the live text, by the id that the page has in the edition. */
    editions: Object.fromEntries(
      comparisons.map((found): [string, Doors] => [found.edition, Object.fromEntries(ofEdition(found))]),
    ),
  };
}
