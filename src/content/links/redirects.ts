import {FACET_IDS, FINDER} from '../facets.ts';
import type {Place} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/** An address that leads to a page at another, for good; both without the base URL of the site. */
export interface Redirect {
  from: string;
  to: string;
  /** The heading of the page it leads to. */
  title: string;
  /** The file that asks for it, and where. */
  source: string;
  place?: Place | undefined;
}

/** Redirects of the site itself: addresses that readers try because their neighbours exist. */
const OWN_REDIRECTS: readonly Redirect[] = [
  '/toolkit/case-studies/',
  ...FACET_IDS.map((facet) => `${FINDER}${facet}/`),
].map((from) => ({from, to: FINDER, title: 'Case studies', source: 'toolkit.config.ts'}));

/** Every redirect of a site: those that its pages ask for, and its own. */
export function redirectsOf(toolkit: Toolkit): Redirect[] {
  const asked = allPages(toolkit).flatMap(({address, data, document}) =>
    (data.redirect_from ?? []).map((from, index) => ({
      from,
      to: address,
      title: data.title,
      source: document.path,
      // Few redirects break a rule, and finding a place means reading YAML again.
      get place() {
        return document.placeOf(['redirect_from', index]);
      },
    })),
  );
  return [...asked, ...OWN_REDIRECTS];
}
