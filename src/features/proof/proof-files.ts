import {readFileSync} from 'node:fs';
import path from 'node:path';
import {chainRecords, servedFile, sourcesOf} from '../../changes/chain/record-chain.ts';
import {recordedAddress} from '../../changes/chain/verify.mjs';
import {addressOfFile, fileOfAddress, hrefOf} from '../../content/addresses/addresses.ts';
import {sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {remember} from '../../content/memo.ts';
import {DOCUMENT} from '../../content/pages/document-parts.ts';
import {recordedUpdate} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import {updateOfFile, updateRecordFile} from '../../content/records/update-record.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {bundleScript} from '../../site/render/bundle-client.ts';
import {CHECKER, HEADS, passagesAddress, recordAddress, sentencesAddress, VERIFIER} from './addresses.ts';
import {allPassages, linesOf, type PassageFile} from './client/passages.ts';
import {type DatedPage, datedPages, sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export async function proofFiles(site: BuiltSite): Promise<SiteFile[]> {
  const pages = datedPages(site.toolkit);
  const script = await bundleScript(path.join(import.meta.dirname, 'client/start'));
  const files = [...recordFiles(site.toolkit), ...sentencePages(site, pages), ...passageFiles(site, pages)];
  return [...files, [fileOfAddress(CHECKER), script]];
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
    pages: toolkit.config.pages_at,
  };
  return [
    [fileOfAddress(VERIFIER), readFileSync(path.join(import.meta.dirname, '../../changes/chain/verify.mjs'))],
    [fileOfAddress(HEADS), `${JSON.stringify(heads)}\n`],
    ...records.map(
      ([slug]): SiteFile => [fileOfAddress(recordAddress(slug)), sources.get(updateRecordFile(slug)) ?? ''],
    ),
    ...files.map(({address, shown}): SiteFile => [fileOfAddress(address), shown]),
  ];
}

/** The files in which a browser finds the pages that a quotation may come from. */
function passageFiles(site: BuiltSite, pages: readonly DatedPage[]): SiteFile[] {
  const {toolkit, baseUrl} = site;
  const past = toolkit.editions.flatMap(({name}) => [`${toolkit.config.pages_at}${name}/`, sinceAddress(name)]);
  // The whole document repeats every page.
  const leftOut = [...past, DOCUMENT];
  const dated = new Map(pages.map((page) => [page.address, page]));
  const places = [...site.pages]
    .filter(([file]) => site.output.has(file))
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, shown]) => ({...shown, address: addressOfFile(file)}))
    .filter(({address}) => address.endsWith('/') && !leftOut.some((start) => address.startsWith(start)))
    .flatMap(({address, key, make}): Place[] => {
      const shown = {at: hrefOf({baseUrl}, address), key, runs: () => runsOnPage(make(), address)};
      const page = dated.get(address);
      return page
        ? [{at: hrefOf({baseUrl}, sentencesAddress(address)), key: page.key, runs: page.runs}, shown]
        : [shown];
    })
    // Of pages that say the same, those with days come first.
    .sort((a, b) => Number(b.at.endsWith('/sentences/')) - Number(a.at.endsWith('/sentences/')));
  // They change only with a page or an update.
  const passages = remember('passages', [JSON.stringify(places)], () => passagesIn(places));
  return passages.map((file, part) => [fileOfAddress(passagesAddress(part)), file]);
}

/** A page, with runs of texts that follow each other there. */
interface Place {
  at: string;
  /** Changes with what the page says. */
  key: string;
  runs(): readonly (readonly string[])[];
}

function runsOnPage(html: string, address: string): string[][] {
  // What is around the text of every page is found on the home page.
  const [shown = ''] = (address === '/' ? /.*/s : /<main.*<\/main>/s).exec(html) ?? [];
  return [linesOf(shown)];
}

/** How many pages a passage leads to: what more have is a label, of which any page says the same. */
const MAX_PLACES = 50;

function passagesIn(places: readonly Place[]): string[] {
  const passagesOf = ({at, key, runs}: Place) =>
    remember('passages of a page', [at, key], () => [...new Set(runs().flatMap(allPassages))]);
  const all = new Map(places.map((place) => [place.at, new Set(passagesOf(place))]));
  // What the sentences of a page say is found there, with its days.
  const pages = [...all].map(([at, passages]) => passages.difference(all.get(`${at}sentences/`) ?? new Set()));
  // A power of two, so that it seldom changes; a file has about 10 KB.
  const parts = 2 ** Math.ceil(Math.log2(1 + pages.reduce((sum, {size}) => sum + size, 0) / 2000));
  const files = Array.from({length: parts}, (): PassageFile => ({parts, pages: [], passages: {}}));
  files[0]?.pages.push(...all.keys());
  for (const [number, passages] of pages.entries()) {
    for (const passage of passages) {
      const {passages: found} = files[passage % parts] as PassageFile;
      const key = passage.toString(36);
      found[key] ??= [];
      if (found[key].length < MAX_PLACES) found[key].push(number);
    }
  }
  return files.map((file) => JSON.stringify(file));
}
