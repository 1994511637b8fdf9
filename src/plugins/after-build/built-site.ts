import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {SiteAddress} from '../../content/links/addresses.ts';
import {addressOfFile} from '../../content/links/addresses.ts';
import {compareText} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import type {Differences} from '../site-data/index.ts';

/** What every step is given: the built files, and what they were built from. */
export interface BuiltSite extends SiteAddress {
  /** The folder of the built files. */
  dir: string;
  /** The folder of the toolkit. */
  siteDir: string;
  /** The day of the build, `2026-11-24`. */
  today: string;
  toolkit: Toolkit;
  /** What differs between published texts, and between editions. */
  differences: Differences;
  /** The sources of the one script that a page loads: most pages, and those with a list to narrow or to search. */
  clientScripts: {site: string; lists: string};
}

/** One built page. */
export interface BuiltPage {
  /** Path from the folder of the built files, with `/`. */
  file: string;
  /** Without the base URL, not encoded. */
  address: string;
}

/** Every built file, in the same order on every machine. */
export async function listFiles({dir}: Pick<BuiltSite, 'dir'>): Promise<string[]> {
  const entries = await readdir(dir, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(compareText);
}

/** Every built page, `404.html` and redirects among them. */
export async function listPages(site: Pick<BuiltSite, 'dir'>): Promise<BuiltPage[]> {
  const files = await listFiles(site);
  return files.filter((file) => file.endsWith('.html')).map((file) => ({file, address: addressOfFile(file)}));
}
