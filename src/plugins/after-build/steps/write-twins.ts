import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {apiSource} from '../../../content/api/api-source.ts';
import {fileOfAddress} from '../../../content/links/addresses.ts';
import {allPages} from '../../../content/toolkit.ts';
import {renderLlms} from '../../../content/twin/render-llms.ts';
import {renderTwin} from '../../../content/twin/render-twin.ts';
import {LLMS_FILE, twinAddress} from '../../../content/twin/twin-address.ts';
import type {BuiltSite} from '../built-site.ts';
import {inParallel} from '../in-parallel.ts';
import {writeServed} from '../write-served.ts';

/** Lays each live page as Markdown beside it, and a list of them all. */
export async function writeTwins(site: BuiltSite): Promise<void> {
  const {toolkit, today} = site;
  const source = apiSource(site, toolkit, today);
  const twins = await inParallel(allPages(toolkit), async (page) => {
    const html = await readFile(path.join(site.dir, fileOfAddress(page.address)), 'utf8');
    return {address: twinAddress(page.address), text: renderTwin(page, {source, today, html})};
  });
  await writeServed(site, [...twins, {address: LLMS_FILE, text: renderLlms(toolkit, site)}]);
}
