import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileOfAddress} from '../../../content/addresses/addresses.ts';
import {frameAddress} from '../../../content/addresses/difference-addresses.ts';
import {
  comparisonPages,
  type DifferencePage,
  fillFrame,
  updateDifferencePages,
} from '../../differences/render-differences.ts';
import type {BuiltSite} from '../built-site.ts';

/** Writes a page for every difference of an update and between editions. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const {toolkit, differences} = site;
  const pages = [
    ...updateDifferencePages(toolkit, differences.updates, site),
    ...comparisonPages(toolkit, differences.comparisons, site),
  ];
  for (const [section, framed] of Map.groupBy(pages, (page) => page.section)) {
    const frame = await takeFrame(site, section);
    site.output.write(framed.map((page) => [fileOfAddress(page.address), fillFrame(frame, page)]));
  }
}

/** Reads a frame and deletes its page. Structured data is removed, because search engines should ignore these pages. */
async function takeFrame({dir, output}: BuiltSite, section: DifferencePage['section']): Promise<string> {
  const file = fileOfAddress(frameAddress(section));
  const html = await readFile(path.join(dir, file), 'utf8');
  output.remove(file);
  return html.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, '');
}
