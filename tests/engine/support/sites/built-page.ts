import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {type CheerioAPI, load} from 'cheerio';

/** A page of a built site. */
export interface BuiltPage {
  /** Path of the file in the build, with `/`. */
  file: string;
  html: string;
  $: CheerioAPI;
  /** A page that only leads to another. */
  isRedirect: boolean;
}

/** Every page of a built site, sorted by file. */
export function readBuiltPages(folder: string): BuiltPage[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.html') && !file.startsWith(`pagefind${path.sep}`))
    .sort()
    .map((file) => builtPage(file.split(path.sep).join('/'), readFileSync(path.join(folder, file), 'utf8')));
}

/** One page, parsed. */
export function builtPage(file: string, html: string): BuiltPage {
  let parsed: CheerioAPI | undefined;
  return {
    file,
    html,
    // Few tests look into every page.
    get $() {
      parsed ??= load(html);
      return parsed;
    },
    isRedirect: /<noscript><meta http-equiv="refresh"/.test(html),
  };
}

/** The page at an address of a built site, without its base URL: `toolkit/priorities/homes/`. */
export function openBuilt(folder: string, address: string): CheerioAPI {
  return load(readFileSync(path.join(folder, address, 'index.html'), 'utf8'));
}

/** The words of a part of a page, in one line. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
