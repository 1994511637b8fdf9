import {fileOfAddress} from '../../../content/addresses/addresses.ts';
import {DIFFERENCE_FRAME} from '../../../content/addresses/difference-addresses.ts';
import {fillFrame, updateDifferencePages} from '../../differences/render-differences.ts';
import {type BuiltSite, pageAt} from '../built-site.ts';

/** Writes a page for every difference of an update. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const pages = updateDifferencePages(site.toolkit, site.differences.updates, site);
  if (pages.length === 0) return;
  const frame = pageAt(site, DIFFERENCE_FRAME).make();
  site.output.remove(fileOfAddress(DIFFERENCE_FRAME));
  site.output.write(pages.map((page) => [fileOfAddress(page.address), fillFrame(frame, page)]));
}
