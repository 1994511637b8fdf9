import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {frameAddress} from '../../../model/routes/difference-addresses.ts';
import {
  comparisonPages,
  type DifferencePage,
  fillFrame,
  updateDifferencePages,
} from '../../../outputs/differences/render-differences.ts';
import {type BuiltSite, writeServed} from '../built-site.ts';

/** Writes a page for every difference of an update and between editions. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const {toolkit, differences} = site;
  const pages = [
    ...updateDifferencePages(toolkit, differences.updates, site),
    ...comparisonPages(toolkit, differences.comparisons, site),
  ];
  for (const [section, framed] of Map.groupBy(pages, (page) => page.section)) {
    const frame = await takeFrame(site, section);
    writeServed(
      site,
      framed.map((page) => ({address: page.address, text: fillFrame(frame, page)})),
    );
  }
}

/** Reads a frame and deletes its page. Structured data is removed, because search engines should ignore these pages. */
async function takeFrame({dir, output}: BuiltSite, section: DifferencePage['section']): Promise<string> {
  const file = fileOfAddress(frameAddress(section));
  const html = await readFile(path.join(dir, file), 'utf8');
  output.remove(file);
  return html.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, '');
}
