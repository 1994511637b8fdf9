import {chainsOf} from '../../changes/updates/page-chains.ts';
import {chainRecords} from '../../changes/updates/record-chain.ts';
import {fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {remember} from '../../content/memo.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {textsOf} from '../../content/updates/published.ts';
import {updateRecordFile} from '../../content/updates/update-record.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {
  HEADS,
  hasSentences,
  isShown,
  passagesAddress,
  recordAddress,
  recordedAddress,
  sentencesAddress,
} from './addresses.ts';
import {type PassageFile, passageParts, passagesOf, wordsOf} from './client/passages.ts';
import {sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export function proofFiles(site: BuiltSite): SiteFile[] {
  return [...recordFiles(site.toolkit), ...sentencePages(site), ...passageFiles(site)];
}

/**
 * Records, notes and texts as they are in the repository. A text with comments, which are for editors, is withheld, and so
 * are notes with a private sort key, as those of an update whose day is not known.
 */
function recordFiles(toolkit: Toolkit): SiteFile[] {
  const order = chainRecords(toolkit).map(([slug]) => slug);
  const sources = new Map(toolkit.files.map(({path, bytes}) => [path, bytes]));
  const texts = [...toolkit.published.versions.keys()].flatMap((id) => textsOf(toolkit.published, id));
  const updates = toolkit.updates.filter(({data}) => order.includes(data.slug));
  const isRanged = ({data: {published}}: (typeof updates)[number]) => published.earliest !== published.latest;
  const shown = [
    ...updates.filter((update) => !isRanged(update)).map(({document: {path, text}}) => ({path, text})),
    ...texts.filter(isShown),
  ];
  const paths = new Set(shown.map(({path}) => path));
  const withheld = [...updates.map(({document}) => document), ...texts].filter(({path}) => !paths.has(path));
  return [
    [fileOfAddress(HEADS), `${JSON.stringify({updates: order, withheld: withheld.map(({path}) => path)})}\n`],
    ...order.flatMap((slug): SiteFile[] => {
      const record = sources.get(updateRecordFile(slug));
      return record ? [[fileOfAddress(recordAddress(slug)), record]] : [];
    }),
    ...shown.flatMap(({path, text}): SiteFile[] => {
      const address = recordedAddress(path);
      return address === undefined ? [] : [[fileOfAddress(address), text]];
    }),
  ];
}

/** The files in which a browser finds the pages that a quotation may come from. */
function passageFiles({toolkit, records, baseUrl}: BuiltSite): SiteFile[] {
  const pages = chainsOf(toolkit).flatMap(({now, steps}): [address: string, texts: string[]][] => {
    const texts = steps.flatMap(({page}) => page?.text ?? []);
    if (now === undefined || texts.length === 0) return [];
    const address = addressOf(now);
    return [[hrefOf({baseUrl}, hasSentences(records, now) ? sentencesAddress(address) : address), texts]];
  });
  // They change only with an update.
  const files = remember('passages', [JSON.stringify(pages)], () => passagesIn(pages));
  return files.map((file, part) => [fileOfAddress(passagesAddress(part)), file]);
}

function passagesIn(pages: readonly (readonly [address: string, texts: readonly string[]])[]): string[] {
  const found = pages.map(([address, texts]) => ({
    address,
    passages: new Set(texts.flatMap((text) => passagesOf(wordsOf(text)))),
  }));
  const parts = passageParts(found.reduce((sum, {passages}) => sum + passages.size, 0));
  const files = Array.from({length: parts}, (): PassageFile => ({parts, pages: [], passages: {}}));
  for (const {address, passages} of found) {
    for (const passage of passages) {
      const {pages: listed, passages: places} = files[passage % parts] as PassageFile;
      if (listed.at(-1) !== address) listed.push(address);
      const key = passage.toString(36);
      const place = places[key] ?? [];
      places[key] = place;
      place.push(listed.length - 1);
    }
  }
  return files.map((file) => JSON.stringify(file));
}
