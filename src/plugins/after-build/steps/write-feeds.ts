import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {updateDifferenceAddress} from '../../../content/differences/addresses.ts';
import {renderFeeds} from '../../../content/feeds/render-feeds.ts';
import {fileOfAddress} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';
import {inParallel} from '../built-site.ts';

/** Writes the feeds beside the pages they are about. */
export async function writeFeeds(site: BuiltSite): Promise<void> {
  const {toolkit, differences} = site;
  const readable = new Set(differences.updates.map(({slug, pageId}) => updateDifferenceAddress(slug, pageId)));
  await inParallel(renderFeeds(toolkit, site, readable), async ({address, text}) => {
    const file = path.join(site.dir, fileOfAddress(address));
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, text);
  });
}
