import {textOf} from '../../language/text.ts';
import {catalogueOf, withoutWithdrawn} from '../pages/catalogue.ts';
import {DOCUMENT} from '../pages/document-parts.ts';
import {allFacets, FINDER, FORMER_COMPARISON, unlistedTerms} from '../pages/facets.ts';
import {addressOf} from '../pages/page-id.ts';
import {CASE_STUDY_FOLDER} from '../pages/page-kinds.ts';
import type {Place} from '../problem.ts';
import {allPages, type Toolkit} from '../toolkit.ts';
import {generatedPages, RATINGS} from './generated-routes.ts';

/** A redirect from one address to a page at another, both without the base URL of the site. */
export interface Redirect {
  from: string;
  to: string;
  title: string;
  /** The file that defines it, and the place there. */
  source: string;
  place?: Place | undefined;
  /** Whether a page may be added at the address later, so that browsers must not cache the redirect permanently. */
  isForNow?: boolean;
}

/** Where an earlier engine showed the pages that a reader saved on a device, to print them together. */
const FORMER_SAVED = '/saved/';

/** Where earlier engines showed case studies by two vocabularies, and below it the same for each edition. */
const FORMER_EVIDENCE_MAP = '/ratings/evidence-map/';

/** Addresses that readers try because similar ones exist. */
function ownRedirects(toolkit: Toolkit): Redirect[] {
  const {config} = toolkit;
  if (!config.case_studies) return [];
  const caseStudies = withoutWithdrawn(catalogueOf(toolkit).caseStudies);
  const {names} = textOf(config);
  const toFinder = {to: FINDER, title: names.caseStudies, source: 'toolkit.config.ts'};
  return [
    ...[addressOf(config, CASE_STUDY_FOLDER), FORMER_COMPARISON, ...allFacets(config).map(({id}) => `${FINDER}${id}/`)]
      .filter((from) => from !== FINDER)
      .map((from) => ({from, ...toFinder})),
    ...unlistedTerms(config, caseStudies).map(({address}) => ({from: address, ...toFinder, isForNow: true})),
  ];
}

/** Where earlier engines had pages that this one does not have, unless the toolkit now has a page there. */
function formerPages(toolkit: Toolkit): Redirect[] {
  const {config, extensions, editions} = toolkit;
  const taken = new Set(allPages(toolkit).flatMap(({address, data}) => [address, ...(data.redirect_from ?? [])]));
  const home = {address: '/', title: textOf(config).names.home};
  const generated = generatedPages(toolkit);
  const whole = generated.find(({address}) => address === DOCUMENT) ?? home;
  const ratings = generated.find(({address}) => address === RATINGS);
  const maps = [FORMER_EVIDENCE_MAP, ...editions.map(({name}) => `${FORMER_EVIDENCE_MAP}${name}/`)];
  return [
    // It was part of a feature, so a toolkit without features never had it.
    ...(extensions.features.length > 0 ? [{from: FORMER_SAVED, page: whole}] : []),
    ...(ratings ? maps.map((from) => ({from, page: ratings})) : []),
  ]
    .filter(({from}) => !taken.has(from))
    .map(({from, page}) => ({from, to: page.address, title: page.title, source: 'toolkit.config.ts'}));
}

export function redirectsOf(toolkit: Toolkit): Redirect[] {
  const fromPages = allPages(toolkit).flatMap(({address, data, document}) => {
    const redirects = (data.redirect_from ?? []).map((from, index) => ({
      from,
      to: address,
      title: data.title,
      source: document.path,
      // A getter, because finding a place means parsing YAML again, and few redirects break a rule.
      get place() {
        return document.placeOf(['redirect_from', index]);
      },
    }));
    // With another `pages_at`, a page can be back at an address that it had.
    return redirects.filter(({from}) => from !== address);
  });
  return [...fromPages, ...ownRedirects(toolkit), ...formerPages(toolkit)];
}
