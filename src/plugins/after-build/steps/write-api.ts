import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {apiFiles} from '../../../content/api/api-files.ts';
import {apiSource} from '../../../content/api/api-source.ts';
import {cutBody} from '../../../content/api/cut-body.ts';
import {absoluteUrl, fileOfAddress} from '../../../content/links/addresses.ts';
import {allPages} from '../../../content/toolkit.ts';
import type {BuiltSite} from '../built-site.ts';
import {inParallel} from '../in-parallel.ts';
import {writeServed} from '../write-served.ts';

/** Writes what programs read: pages, changes, case studies and editions as data, each with its schema. */
export async function writeApi(site: BuiltSite): Promise<void> {
  const bodies = await inParallel(allPages(site.toolkit), async ({id, address}) => {
    const html = await readFile(path.join(site.dir, fileOfAddress(address)), 'utf8');
    return [id, cutBody(html, absoluteUrl(site, address))] as const;
  });
  await writeServed(site, apiFiles(apiSource(site, site.toolkit, site.today), new Map(bodies)));
}
