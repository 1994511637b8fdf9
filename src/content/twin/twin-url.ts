import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl} from '../links/addresses.ts';
import {addressOf, pageIdOf} from '../page-id.ts';

/** The full address of what the Markdown of a page names: `html` is the built page, where files have other names. */
export function twinUrl(
  target: string,
  page: {path: string; address: string},
  html: string,
  site: SiteAddress,
): string | undefined {
  if (URL.canParse(target)) return target;
  if (target.startsWith('#')) return absoluteUrl(site, page.address) + target;
  const {pathname, search, hash} = new URL(target, `file:///${page.path}`);
  const isFromRoot = target.startsWith('/');
  if (!isFromRoot && pathname.endsWith('.md')) {
    return absoluteUrl(site, addressOf(pageIdOf(decodeURI(pathname).slice(1)))) + search + hash;
  }
  const file = servedFile(pathname.slice(pathname.lastIndexOf('/') + 1), html);
  if (file !== undefined) return site.url + file;
  return isFromRoot ? site.url + site.baseUrl + pathname.slice(1) + search + hash : undefined;
}

/** The address under which Docusaurus serves a picture or a download: `/assets/images/bridge-<hash>.webp`. */
function servedFile(name: string, html: string): string | undefined {
  const [, stem, extension] = /^(.+)(\.\w+)$/.exec(name) ?? [];
  if (stem === undefined || extension === undefined) return undefined;
  return new RegExp(
    `"([^"]*/assets/(?:images|files)/${RegExp.escape(stem)}-[0-9a-f]{32}${RegExp.escape(extension)})"`,
  ).exec(html)?.[1];
}
