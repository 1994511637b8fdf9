import {updateDifferenceAddress} from '../../content/addresses/difference-addresses.ts';
import {type BuiltSite, servedFiles} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {renderFeeds} from './render-feeds.ts';

/** The feeds, next to the pages they are about. */
export async function siteFeeds(site: BuiltSite): Promise<SiteFile[]> {
  const {toolkit, differences} = site;
  const readable = new Set(differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId)));
  return servedFiles(renderFeeds(toolkit, site, readable));
}
