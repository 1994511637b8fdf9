import {readFileSync} from 'node:fs';
import path from 'node:path';
import {chainRecords, servedFile, sourcesOf} from '../../changes/updates/record-chain.ts';
import {recordedAddress} from '../../changes/updates/verify.mjs';
import {fileOfAddress, hrefOf, pagesAddress} from '../../content/addresses/addresses.ts';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';
import {RATINGS} from '../../content/addresses/generated-routes.ts';
import {remember} from '../../content/memo.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {updateOfFile, updateRecordFile} from '../../content/updates/update-record.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {HEADS, passagesAddress, recordAddress, sentencesAddress, VERIFIER} from './addresses.ts';
import {allPassages, type PassageFile, passageParts} from './client/passages.ts';
import {type DatedPage, datedPages, sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export function proofFiles(site: BuiltSite): SiteFile[] {
  const pages = datedPages(site.toolkit);
  return [...recordFiles(site.toolkit), ...sentencePages(site, pages), ...passageFiles(site, pages)];
}

/** The verifier, and what it reads: records as they are in the repository, and every file on record as readers may see it. */
export function recordFiles(toolkit: Toolkit): SiteFile[] {
  const records = chainRecords(toolkit);
  const sources = sourcesOf(toolkit);
  const recorded = records.flatMap(([slug, record]) => Object.keys(record.files).map((path) => [slug, path] as const));
  // Texts from before the first record.
  const older = [...toolkit.published.copies.keys()].map((path) => [updateOfFile(path) ?? '', path] as const);
  const slugs = new Map([...older, ...recorded].map(([slug, path]) => [path, slug]));
  const files = [...slugs]
    .filter(([path]) => recordedUpdate(path) === undefined)
    .map(([path, slug]) => {
      const content = sources.get(path) ?? '';
      return {path, address: recordedAddress(slug, path), content, shown: servedFile(toolkit, path, content)};
    });
  const heads = {
    updates: records.map(([slug]) => slug),
    // The verifier of older versions of the engine reads it.
    withheld: files.filter(({content, shown}) => shown !== content).map(({path}) => path),
    pages: pagesAddress(),
  };
  return [
    [fileOfAddress(VERIFIER), readFileSync(path.join(import.meta.dirname, '../../changes/updates/verify.mjs'))],
    [fileOfAddress(HEADS), `${JSON.stringify(heads)}\n`],
    ...records.map(
      ([slug]): SiteFile => [fileOfAddress(recordAddress(slug)), sources.get(updateRecordFile(slug)) ?? ''],
    ),
    ...files.map(({address, shown}): SiteFile => [fileOfAddress(address), shown]),
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
