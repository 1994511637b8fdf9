import {readFileSync} from 'node:fs';
import path from 'node:path';
import {addressOfFile, type SiteAddress} from '../../content/addresses/addresses.ts';
import {addressOfSource} from '../../content/addresses/source-files.ts';
import {isPage, type Toolkit} from '../../content/toolkit.ts';
import {type FileLinks, type LinkedPage, type LinkedSite, linksOf} from '../links/scan-links.ts';
import {filesBelow} from './output-folder.ts';

/** Reads every link of a built site from its files: pages, feeds, site map and data. */
export function readLinkedSite(dir: string, site: SiteAddress, toolkit: Toolkit): LinkedSite {
  const files = filesBelow(dir);
  const links = files.map((file) => [file, linksOf(file, () => readFileSync(path.join(dir, file)))] as const);
  return linkedSite(files, links, site, toolkit);
}

/** A site of files, with the links of those that can have some. */
export function linkedSite(
  files: readonly string[],
  links: Iterable<readonly [file: string, links: FileLinks | undefined]>,
  {url, baseUrl}: SiteAddress,
  toolkit: Toolkit,
): LinkedSite {
  const sources = sourcesOf(toolkit);
  const pages = [...links].flatMap(([file, found]): LinkedPage[] =>
    found ? [{...found, file, source: sources.get(addressOfFile(file))}] : [],
  );
  return {url, baseUrl, pages, files: new Set(files)};
}

function sourcesOf(toolkit: Toolkit): Map<string, string> {
  const pages = toolkit.documents.filter((entry) => isPage(entry) || entry.kind === 'edition-page');
  return new Map([
    ...pages.map(({document}) => [addressOfSource(toolkit.config, document.path), document.path] as const),
    ...toolkit.updates.map(({data, document}) => [`/updates/${data.slug}/`, document.path] as const),
  ]);
}
