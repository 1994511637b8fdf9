import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {renderFeeds} from '../../../content/feeds/render-feeds.ts';
import {fileOfAddress} from '../../../content/links/addresses.ts';
import type {BuiltSite} from '../built-site.ts';
import {inParallel} from '../in-parallel.ts';

/** Writes the feeds beside the pages they are about. */
export async function writeFeeds(site: BuiltSite): Promise<void> {
  await inParallel(renderFeeds(site.toolkit, site), async ({address, text}) => {
    const file = path.join(site.dir, fileOfAddress(address));
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, text);
  });
}
