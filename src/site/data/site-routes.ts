import type {PublishedUpdate} from '../../changes/updates/page-record.ts';
import {DIFFERENCE_FRAME, EDITIONS, sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {termUpdates} from '../../content/addresses/feed-addresses.ts';
import {ENTRIES_PER_PAGE, LINES_PER_PAGE, type ListPage, listPages} from '../../content/lists/list-pages.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {collectionEntries, listsOf} from '../../content/pages/collection-pages.ts';
import {EVIDENCE, FINDER, facetsOf, strongestFirst, valuesOf} from '../../content/pages/facets.ts';
import {type TermPages, updatedTermsOf} from '../../content/records/updated-terms.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {featuresOf, type ModelPage} from '../feature-hooks.ts';
import {figureList} from '../figures/figure-list.ts';
import type {Differences, SiteContent} from './site-data.ts';

/** The components of the theme for pages that are generated from the model. */
export const MODEL_PAGES = [
  'CollectionPage',
  'DifferencePage',
  'EditionsPage',
  'FacetPage',
  'FiguresPage',
  'FinderPage',
  'SinceEditionPage',
  'UpdatesOnPage',
] as const;

/** Every page that is generated from the model, and those of features; a list has as many as it needs. */
export function modelPages(content: SiteContent): ModelPage[] {
  const {toolkit, differences, shared} = content;
  const {catalogue, records} = shared;
  const figures = figureList(toolkit);
  const caseStudies = strongestFirst(withoutWithdrawn(catalogue.caseStudies));
  return [
    ...(toolkit.config.case_studies ? toRoutes('FinderPage', listPages(FINDER, caseStudies, ENTRIES_PER_PAGE)) : []),
    ...facetRoutes(toolkit.config, caseStudies),
    ...collectionRoutes(toolkit),
    ...toRoutes('EditionsPage', listPages(EDITIONS, records.editions, ENTRIES_PER_PAGE)),
    ...updatedTermsOf(toolkit).flatMap((term) => updateRoutes(term, records.updates)),
    ...toRoutes('FiguresPage', figures.pages, {total: figures.total}),
    ...differenceRoutes(differences),
    ...featuresOf(toolkit).flatMap(({name, routes}) =>
      (routes?.(content) ?? []).map((page) => ({...page, component: `${name}/${page.component}`})),
    ),
  ];
}

/** A route for each page of a list. */
function toRoutes<Item>(
  component: (typeof MODEL_PAGES)[number],
  pages: readonly ListPage<Item>[],
  props: Record<string, unknown> = {},
): ModelPage[] {
  return pages.map((list) => ({address: list.address, component, props: {...props, list}}));
}

/** A list for each value by which case studies can be filtered. */
function facetRoutes(config: ToolkitConfig, caseStudies: readonly CatalogueCaseStudy[]): ModelPage[] {
  const facets = facetsOf(config, caseStudies);
  return facets.flatMap((facet) =>
    facet.terms.flatMap(({id: termId, address}) => {
      const filed = caseStudies.filter((study) => valuesOf(study, facet).includes(termId));
      const used = new Set(facetsOf(config, filed).flatMap(({terms}) => terms.map((term) => term.address)));
      const unused = facets
        .filter(({id, key}) => filed.length > 0 && id !== facet.id && key !== EVIDENCE)
        .flatMap(({terms}) => terms.filter((term) => !used.has(term.address)))
        .map(({label, address: list}) => ({label, address: list}));
      return toRoutes('FacetPage', listPages(address, filed, ENTRIES_PER_PAGE), {facetId: facet.id, termId, unused});
    }),
  );
}

function collectionRoutes(toolkit: Toolkit): ModelPage[] {
  return listsOf(toolkit.config).flatMap((collection) => {
    const entries = collectionEntries(toolkit, collection);
    const {address} = collection.list;
    const props = {label: collection.label, address, total: entries.length};
    return toRoutes('CollectionPage', listPages(address, entries, ENTRIES_PER_PAGE), props);
  });
}

/** The updates that name a page about a term, newest first. */
function updateRoutes({id, label, pageIds}: TermPages, updates: readonly PublishedUpdate[]): ModelPage[] {
  const about = new Set(pageIds);
  const namedIn = ({changes}: PublishedUpdate) =>
    changes.flatMap(({pages}) => pages).filter((pageId) => about.has(pageId));
  const named = updates.filter((update) => namedIn(update).length > 0);
  return listPages(termUpdates(id), named, ENTRIES_PER_PAGE).map((list) => ({
    address: list.address,
    component: 'UpdatesOnPage',
    props: {id, label, count: named.length, pageIds: [...new Set(list.items.flatMap(namedIn))], list},
  }));
}

/** One frame for all differences of updates, and the pages that differ from each edition. */
function differenceRoutes({updates, since}: Differences): ModelPage[] {
  // An unused frame would remain in the site.
  const frame = updates.length > 0 ? [{address: DIFFERENCE_FRAME, component: 'DifferencePage', props: {}}] : [];
  return [
    ...frame,
    ...since.flatMap(({edition, pages}) => {
      const counts = [...Map.groupBy(pages, ({kind}) => kind)].map(([kind, {length: count}]) => ({kind, count}));
      return toRoutes('SinceEditionPage', listPages(sinceAddress(edition), pages, LINES_PER_PAGE), {edition, counts});
    }),
  ];
}
