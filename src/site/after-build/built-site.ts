import type {Records} from '../../changes/updates/page-record.ts';
import {addressOfFile, fileOfAddress, type SiteAddress} from '../../content/addresses/addresses.ts';
import type {Problem} from '../../content/problem.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import type {Differences} from '../data/site-data.ts';
import type {OutputFolder, Recipe} from './output-folder.ts';

/** The built files, and what they were built from. */
export interface BuiltSite extends SiteAddress {
  dir: string;
  output: OutputFolder;
  siteDir: string;
  /** The day of the build, `2026-11-24`. */
  today: string;
  /** Whether only colleagues of the publisher see it: no search engine should list it. */
  isStaging?: boolean;
  toolkit: Toolkit;
  /** The records of its pages, updates and editions. */
  records: Records;
  /** What differs between published texts, and between editions. */
  differences: Differences;
  /** The origins of scripts that the publisher adds to each page. */
  scriptOrigins?: readonly string[];
  /** The rendered pages, by their path in the built files. */
  pages: ReadonlyMap<string, Recipe>;
  /** The pictures of pages in the same way. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** The drawing of a chart; `name` is the prefix of ids in it. */
  draw(chart: Chart, name: string): string;
  /** The rendered pages that search engines should list. */
  listed: ReadonlySet<string>;
  /** The text of each live page for other programs, by its address. */
  texts: ReadonlyMap<string, string>;
}

/** A rendered page, by its address. */
export function pageAt({pages}: BuiltSite, address: string): Recipe {
  const page = pages.get(fileOfAddress(address));
  if (!page) throw new Error(`the build rendered no page ${address}, which a step after it needs`);
  return page;
}

interface BuiltPage {
  /** Path from the folder of the built files, with `/`. */
  file: string;
  /** Without the base URL, not encoded. */
  address: string;
}

/** Every built page, including `404.html` and redirects. */
export function listPages({output}: Pick<BuiltSite, 'output'>): BuiltPage[] {
  const pages = output.list().filter((file) => file.endsWith('.html'));
  return pages.map((file) => ({file, address: addressOfFile(file)}));
}

/** The built site has problems that authors can fix; the plugin prints them as a report. */
export class BuildProblemsError extends Error {
  override name = 'BuildProblemsError';
  problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({path, problem}) => `${path}: ${problem}`).join('; '));
    this.problems = problems;
  }
}

export interface ServedFile {
  /** Without the base URL. */
  address: string;
  text: string;
}

/** Files by their path in the built site. */
export function servedFiles(files: readonly ServedFile[]): [path: string, text: string][] {
  return files.map(({address, text}) => [fileOfAddress(address), text]);
}
