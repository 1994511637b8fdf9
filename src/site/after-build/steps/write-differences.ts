import {fileOfAddress} from '../../../content/addresses/addresses.ts';
import {DIFFERENCE_FRAME} from '../../../content/addresses/difference-addresses.ts';
import {once} from '../../../content/memo.ts';
import {fillFrame, updateDifferencePages} from '../../differences/render-differences.ts';
import {fullHash} from '../../render/hash.ts';
import {type BuiltSite, pageAt} from '../built-site.ts';

/** Writes a page for every difference of an update. */
export async function writeDifferences(site: BuiltSite): Promise<void> {
  const {toolkit, differences, baseUrl, output} = site;
  if (differences.updates.length === 0) return;
  const frame = pageAt(site, DIFFERENCE_FRAME);
  output.remove(fileOfAddress(DIFFERENCE_FRAME));
  const html = once(frame.make);
  const {language, labels} = toolkit.config;
  const updates = toolkit.updates.map(({data}) => data);
  const around = fullHash(JSON.stringify([frame.key, baseUrl, language, labels, updates]));
  const pages = updateDifferencePages(toolkit, differences.updates, site);
  output.write(
    pages.map((page, index) => {
      const key = fullHash(around + JSON.stringify(differences.updates[index]));
      return [fileOfAddress(page.address), {key, make: () => fillFrame(html(), page)}];
    }),
  );
}
