import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {readDocument} from '../../fs/yaml/document.ts';
import {collectFeedLinks, collectJsonLinks} from '../../links/collect-feed-links.ts';
import type {PageLinks} from '../../links/collect-links.ts';
import {collectLinks} from '../../links/collect-links.ts';
import type {LinkedPage, LinkedSite} from '../../links/linked-site.ts';
import {once} from '../../model/memo.ts';
import {compareText} from '../../model/problem.ts';
import type {SiteAddress} from '../../model/routes/addresses.ts';
import {addressOfFile} from '../../model/routes/addresses.ts';
import {addressOfSource} from '../../model/routes/source-files.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {isPage} from '../../model/toolkit.ts';

/** Made by the search, and read by it alone. */
const SEARCH_INDEX = 'pagefind/';

/**
 * Reads every link of a built site from its files: pages, feeds, site map and data. `known` holds the links of files
 * that were read before.
 */
export function readLinkedSite(
  dir: string,
  {url, baseUrl}: SiteAddress,
  toolkit: Toolkit,
  known: ReadonlyMap<string, PageLinks> = new Map(),
): LinkedSite {
  const sources = sourcesOf(toolkit);
  const files = filesBelow(dir);
  // One after the other: the disk is never what takes the time here, and less memory is held.
  const pages = files.flatMap((file): LinkedPage[] => {
    const read = file.startsWith(SEARCH_INDEX) ? undefined : readerOf(file);
    if (!read) return [];
    const links = known.get(file) ?? read(readFileSync(path.join(dir, file), 'utf8'));
    return [{...links, file, source: sources.get(addressOfFile(file))}];
  });
  const documents = new Map(
    // `loadSources` may have left the front matter unread.
    toolkit.documents.map(({document}) => [
      document.path,
      once(() => (document.frontMatter ? document : readDocument(document.path, document.text).document)),
    ]),
  );
  return {url, baseUrl, pages, files: new Set(files), documents};
}

/** Every file below a folder, in the same order on every machine. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(compareText);
}

function readerOf(file: string): ((text: string) => PageLinks) | undefined {
  if (file.endsWith('.html')) return collectLinks;
  if (file.endsWith('.xml')) return (text) => ({anchors: new Set(), links: collectFeedLinks(text)});
  if (file.endsWith('.json')) return (text) => ({anchors: new Set(), links: collectJsonLinks(text)});
  return undefined;
}

/** The source of each page, by its address. */
function sourcesOf(toolkit: Toolkit): Map<string, string> {
  const pages = toolkit.documents.filter((entry) => isPage(entry) || entry.kind === 'edition-page');
  return new Map([
    ...pages.map(({document}) => [addressOfSource(document.path), document.path] as const),
    ...toolkit.updates.map(({data, document}) => [`/updates/${data.slug}/`, document.path] as const),
  ]);
}
