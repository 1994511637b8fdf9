import {chainOrder} from '../../changes/updates/chain.ts';
import {chainsOf} from '../../changes/updates/page-chains.ts';
import {fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {remember} from '../../content/memo.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {textsOf} from '../../content/updates/published.ts';
import {updateRecordFile} from '../../content/updates/update-record.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {HEADS, hasSentences, passagesAddress, recordAddress, recordedAddress, sentencesAddress} from './addresses.ts';
import {type PassageFile, passageParts, passagesOf, wordsOf} from './client/passages.ts';
import {sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export function proofFiles(site: BuiltSite): SiteFile[] {
  return [...recordFiles(site.toolkit), ...sentencePages(site), ...passageFiles(site)];
}

/** Records, notes and texts as they are in the repository; a text with comments, which are for editors, is withheld. */
function recordFiles(toolkit: Toolkit): SiteFile[] {
  const updates = chainOrder(toolkit).filter((slug) => toolkit.updateRecords.has(slug));
  const sources = new Map(toolkit.files.map(({path, bytes}) => [path, bytes]));
  const texts = [...toolkit.published.versions.keys()].flatMap((id) => textsOf(toolkit.published, id));
  const [withheld, shown] = [true, false].map((isWithheld) =>
    texts.filter(({text}) => text.includes('<!--') === isWithheld),
  ) as [typeof texts, typeof texts];
  const written: (readonly [address: string | undefined, content: string | Uint8Array | undefined])[] = [
    [HEADS, `${JSON.stringify({updates, withheld: withheld.map(({path}) => path)})}\n`],
    ...updates.flatMap((slug) => {
      const notes = `blog/${slug}.md`;
      return [
        [recordAddress(slug), sources.get(updateRecordFile(slug))],
        [recordedAddress(notes), sources.get(notes)],
      ] as const;
    }),
    ...shown.map(({path, text}) => [recordedAddress(path), text] as const),
  ];
  return written.flatMap(([address, content]) =>
    address === undefined || content === undefined ? [] : [[fileOfAddress(address), content] as const],
  );
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
