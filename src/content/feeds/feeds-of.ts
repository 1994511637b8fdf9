import type {SiteAddress} from '../links/addresses.ts';
import {termsOf, updatedTermsOf} from '../terms.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import type {Feed} from './feed.ts';
import {feedSource} from './feed-source.ts';
import {caseStudiesFeed, termFeed, toolkitFeed} from './list-feeds.ts';
import {pageFeed} from './page-feed.ts';

/**
 * Every feed of a toolkit: of all of it, of each priority and approach, of case studies, and of each live page. None
 * before the first update: a feed must say when it was updated, and there is no such day.
 */
export function feedsOf(toolkit: Toolkit, site: SiteAddress, differences?: ReadonlySet<string>): Feed[] {
  if (toolkit.updates.length === 0) return [];
  const source = feedSource(toolkit, site, differences);
  const updated = new Set(updatedTermsOf(toolkit).map(({id}) => id));
  return [
    toolkitFeed(source),
    ...termsOf(toolkit).map((term) => termFeed(term, source, updated.has(term.id))),
    caseStudiesFeed(toolkit, source),
    ...allPages(toolkit).map((page) => pageFeed(page, source, toolkit.config.predecessor?.until)),
  ];
}
