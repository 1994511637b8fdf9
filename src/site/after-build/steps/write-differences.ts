import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileOfAddress} from '../../../content/addresses/addresses.ts';
import {DIFFERENCE_FRAME} from '../../../content/addresses/difference-addresses.ts';
import {fillFrame, updateDifferencePages} from '../../differences/render-differences.ts';
import type {BuiltSite} from '../built-site.ts';

/** Writes a page for every difference of an update. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const pages = updateDifferencePages(site.toolkit, site.differences.updates, site);
  if (pages.length === 0) return;
  const frame = await takeFrame(site);
  site.output.write(pages.map((page) => [fileOfAddress(page.address), fillFrame(frame, page)]));
}

/** Reads the frame and deletes its page. Structured data is removed, because search engines should ignore these pages. */
async function takeFrame({dir, output}: BuiltSite): Promise<string> {
  const file = fileOfAddress(DIFFERENCE_FRAME);
  const html = await readFile(path.join(dir, file), 'utf8');
  output.remove(file);
  return html.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, '');
}
