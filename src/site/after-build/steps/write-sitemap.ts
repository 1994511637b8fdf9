import {historyOf} from '../../../changes/updates/history.ts';
import {absoluteUrl, addressOfFile} from '../../../content/addresses/addresses.ts';
import {compareText} from '../../../content/problem.ts';
import {allPages, type Toolkit} from '../../../content/toolkit.ts';
import {escapeMarkup} from '../../../format/html.ts';
import type {BuiltSite} from '../built-site.ts';

/** A page that is useless in the results of a search engine. */
const NOT_LISTED = ['/search/'];

/** Writes a list of pages for search engines, with the day of their newest change, and a `robots.txt` that names it. */
export async function writeSitemap(site: BuiltSite): Promise<void> {
  const days = lastModifiedOf(site.toolkit);
  // Pages of the publisher's own are what they are.
  const own = site.toolkit.files.flatMap(({path}) =>
    /^static\/.*\.html$/.test(path) ? path.slice('static/'.length) : [],
  );
  const entries = [...site.listed, ...(site.isStaging ? [] : own)]
    .map(addressOfFile)
    .filter((address) => !NOT_LISTED.includes(address))
    .map((address) => ({url: absoluteUrl(site, address), day: days.get(address)}))
    .sort((a, b) => compareText(a.url, b.url))
    .map(({url, day}) => `<url><loc>${escapeMarkup(url)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>\n`)
    .join('');
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>
`;
  const allowed = `Allow: /\n\nSitemap: ${absoluteUrl(site, '/sitemap.xml')}`;
  const robots = `User-agent: *\n${site.isStaging ? 'Disallow: /' : allowed}\n`;
  site.output.write([
    ['sitemap.xml', sitemap],
    ['robots.txt', robots],
  ]);
}

/**
 * The day of the newest change of each live page and each update, by address. Small corrections count, because they
 * change the text. A page that no update of this publisher names has none.
 */
function lastModifiedOf(toolkit: Toolkit): Map<string, string> {
  const updates = toolkit.updates.map(({data}) => data);
  const predecessorUntil = toolkit.config.predecessor?.until;
  const pages = allPages(toolkit).flatMap(({ids: pageIds, address}) => {
    const {major, minor} = historyOf(updates, {pageIds, predecessorUntil});
    const newest = [...major, ...minor].map(({published}) => published.latest).sort();
    return newest.slice(-1).map((day) => [address, day] as const);
  });
  return new Map([...pages, ...updates.map(({slug, published}) => [`/updates/${slug}/`, published.latest] as const)]);
}
