import {textIn} from '../../language/text.ts';
import {catalogueOf, withoutWithdrawn} from '../pages/catalogue.ts';
import {allFacets, FINDER, unlistedTerms} from '../pages/facets.ts';
import {FIGURES_ADDRESS} from '../pages/figure.ts';
import type {Place} from '../problem.ts';
import {allPages, type Toolkit} from '../toolkit.ts';
import {chainsOf, isSinceLaunch} from '../updates/page-chains.ts';
import {textsOf} from '../updates/published.ts';
import {sinceAddress, updateDifferenceAddress} from './difference-addresses.ts';

/** A redirect from one address to a page at another, both without the base URL of the site. */
export interface Redirect {
  from: string;
  to: string;
  /** The title of the target page. */
  title: string;
  /** The file that defines it, and the place there. */
  source: string;
  place?: Place | undefined;
  /** Whether a page may be added at the address later, so that browsers must not cache the redirect permanently. */
  isForNow?: boolean;
}

/** The former page of proposals. Readers find the state of a proposal on GitHub now. */
export const PROPOSALS_ADDRESS = '/contribute/proposals/';

/** Addresses that readers try because similar ones exist, or because a list was once there. */
function ownRedirects(toolkit: Toolkit): Redirect[] {
  const {config} = toolkit;
  const caseStudies = withoutWithdrawn(catalogueOf(toolkit).caseStudies);
  const {names} = textIn(config.language);
  const toFinder = {to: FINDER, title: names.caseStudies, source: 'toolkit.config.ts'};
  return [
    ...['/toolkit/case-studies/', ...allFacets(config).map(({id}) => `${FINDER}${id}/`)].map((from) => ({
      from,
      ...toFinder,
    })),
    {from: PROPOSALS_ADDRESS, to: config.contribute.to, title: config.contribute.label, source: 'toolkit.config.ts'},
    ...unlistedTerms(config, caseStudies).map(({address}) => ({from: address, ...toFinder, isForNow: true})),
  ];
}

/**
 * The last day on which the engine published differences of updates before launch, comparisons of each edition with the
 * next, and a list of the figures of each page. Readers may have saved those addresses.
 */
const LAST_DAY = '2026-11-27';

function formerDifferences(toolkit: Toolkit): Redirect[] {
  const updates = new Map(toolkit.updates.map((update) => [update.data.slug, update]));
  return chainsOf(toolkit).flatMap(({steps}) =>
    steps.flatMap(({slug, id}, index): Redirect[] => {
      const {data, document} = updates.get(slug) ?? {};
      if (!data || !document || !steps[index - 1]?.page) return [];
      if (isSinceLaunch(toolkit.config, data) || data.published.latest > LAST_DAY) return [];
      const from = updateDifferenceAddress(slug, id);
      return [{from, to: `/updates/${slug}/`, title: data.title, source: document.path}];
    }),
  );
}

function formerComparisons({editions, config}: Toolkit): Redirect[] {
  const {names} = textIn(config.language);
  const oldestFirst = editions.toReversed();
  return oldestFirst.slice(1).flatMap(({name, pages}, index): Redirect[] => {
    const edition = oldestFirst[index]?.name;
    if (edition === undefined || name > LAST_DAY) return [];
    const to = {to: sinceAddress(edition), title: names.since(edition), source: 'versions.json'};
    const list = `${sinceAddress(edition)}${name}/`;
    return [list, ...pages.map(({id}) => `${list}${id}/`)].map((from) => ({from, ...to}));
  });
}

/** An evidence table, outcomes or a chart, in the text of a page. */
const FIGURES_RE = /^(\||outcomes:|::chart)/m;

function formerFigures(toolkit: Toolkit): Redirect[] {
  const early = new Set(toolkit.updates.flatMap(({data}) => (data.published.latest > LAST_DAY ? [] : [data.slug])));
  return allPages(toolkit).flatMap(({id, address, data, document}) =>
    textsOf(toolkit.published, id).some(({slug, text}) => early.has(slug) && FIGURES_RE.test(text))
      ? [{from: `${FIGURES_ADDRESS}${id}/`, to: address, title: data.title, source: document.path}]
      : [],
  );
}

/** Every redirect of a site: those in the front matter of pages, and those of the engine. */
export function redirectsOf(toolkit: Toolkit): Redirect[] {
  const asked = allPages(toolkit).flatMap(({address, data, document}) =>
    (data.redirect_from ?? []).map((from, index) => ({
      from,
      to: address,
      title: data.title,
      source: document.path,
      // A getter, because finding a place means parsing YAML again, and few redirects break a rule.
      get place() {
        return document.placeOf(['redirect_from', index]);
      },
    })),
  );
  return [
    ...asked,
    ...ownRedirects(toolkit),
    ...formerDifferences(toolkit),
    ...formerComparisons(toolkit),
    ...formerFigures(toolkit),
  ];
}
