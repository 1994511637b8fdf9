import {chainRecords} from '../../changes/updates/record-chain.ts';
import {fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';
import {RATINGS} from '../../content/addresses/generated-routes.ts';
import {isShown, recordedAddress} from '../../content/addresses/recorded-addresses.ts';
import {remember} from '../../content/memo.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {textsOf} from '../../content/updates/published.ts';
import {updateRecordFile} from '../../content/updates/update-record.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {HEADS, passagesAddress, recordAddress, sentencesAddress} from './addresses.ts';
import {allPassages, type PassageFile, passageParts} from './client/passages.ts';
import {type DatedPage, datedPages, sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export function proofFiles(site: BuiltSite): SiteFile[] {
  const pages = datedPages(site.toolkit);
  return [...recordFiles(site.toolkit), ...sentencePages(site, pages), ...passageFiles(site, pages)];
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

/** Where a quotation may come from: an address, and runs of sentences that follow each other there. */
type Place = readonly [address: string, runs: readonly (readonly string[])[]];

/** The files in which a browser finds the pages that a quotation may come from. */
function passageFiles({toolkit, baseUrl}: BuiltSite, pages: readonly DatedPage[]): SiteFile[] {
  const {title, description, strapline, home, scales, phase, footer_text, licence} = toolkit.config;
  const textOf = ({text}: {text: string}) => text;
  const places = [
    ...pages.map(({address, current, gone, lines}): Place => {
      return [sentencesAddress(address), [current.map(textOf), ...[...gone, ...lines].map((one) => [textOf(one)])]];
    }),
    ...toolkit.updates.map(({data: {slug, changes}}): Place => [`${UPDATES}${slug}/`, changes.map(({note}) => [note])]),
    // Texts of the configuration, on the pages that show them.
    [
      '/',
      textsIn([title, description, strapline, home, phase, footer_text, licence]).map((text) => [text]),
    ] satisfies Place,
    [RATINGS, textsIn(scales).map((text) => [text])] satisfies Place,
  ].map(([address, runs]): Place => [hrefOf({baseUrl}, address), runs]);
  // They change only with a page or an update.
  const files = remember('passages', [JSON.stringify(places)], () => passagesIn(places));
  return files.map((file, part) => [fileOfAddress(passagesAddress(part)), file]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function passagesIn(places: readonly Place[]): string[] {
  const found = places.map(([address, runs]) => ({address, passages: new Set(runs.flatMap(allPassages))}));
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
