import {readFileSync} from 'node:fs';
import path from 'node:path';
import {chainsOf} from '../../changes/updates/page-chains.ts';
import {chainRecords, servedFile, sourcesOf} from '../../changes/updates/record-chain.ts';
import {recordedAddress} from '../../changes/updates/verify.mjs';
import {fileOfAddress, hrefOf, pagesAddress} from '../../content/addresses/addresses.ts';
import {remember} from '../../content/memo.ts';
import {addressOf, recordedUpdate} from '../../content/pages/page-id.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {updateOfFile, updateRecordFile} from '../../content/updates/update-record.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {HEADS, hasSentences, passagesAddress, recordAddress, sentencesAddress, VERIFIER} from './addresses.ts';
import {type PassageFile, passageParts, passagesOf, wordsOf} from './client/passages.ts';
import {sentencePages} from './render-sentences.ts';

/** Everything that readers need to check the toolkit: records and texts, sentences with their dates, and passages. */
export function proofFiles(site: BuiltSite): SiteFile[] {
  return [...recordFiles(site.toolkit), ...sentencePages(site), ...passageFiles(site)];
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
