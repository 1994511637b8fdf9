import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {absoluteUrl, fileOfAddress} from '../../content/addresses/addresses.ts';
import {markdownAddress} from '../../content/addresses/api-addresses.ts';
import {remember} from '../../content/memo.ts';
import {allPages} from '../../content/toolkit.ts';
import {type BuiltSite, inParallel, servedFiles} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {apiFiles} from './api-files.ts';
import {apiSource} from './api-source.ts';
import {cutBody} from './content-items.ts';
import {renderMirror} from './markdown-mirror.ts';

/** The API: pages, changes and case studies as data, and pages as Markdown. */
export async function siteApi(site: BuiltSite): Promise<SiteFile[]> {
  const bodies = await inParallel(allPages(site.toolkit), async ({id, address}) => {
    const html = await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8');
    const url = absoluteUrl(site, address);
    return [id, remember('text of a page', [html, url], () => cutBody(html, url))] as const;
  });
  const {toolkit, records} = site;
  const mirrors = allPages(toolkit).map((page) => {
    return {address: markdownAddress(page.address), text: renderMirror(page, toolkit.config, site)};
  });

  return servedFiles([...apiFiles(apiSource(site, toolkit, records), new Map(bodies)), ...mirrors]);
}
