import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type HtmlListener, linkCollector, type PageLinks, readHtml} from '../../links/collect-links.ts';
import {oncePer} from '../../model/memo.ts';
import {type BuiltPage, type BuiltSite, inParallel, listPages} from './built-site.ts';

/** A finished page, with everything that later steps ask about it. */
export interface ReadPage extends BuiltPage {
  html: string;
  links: PageLinks;
  /** The value of `<meta name="robots">`; empty where there is none. */
  robots: string;
  canonical: string | undefined;
}

/** What the selectors of a style sheet can match on the built site. */
export interface UsedSelectors {
  tags: Set<string>;
  /** Every value that each attribute has. */
  attributes: Map<string, Set<string>>;
  /** The words in scripts, which may set any class, tag or attribute. */
  words: Set<string>;
}

/**
 * The second pass: reads every page once and parses it once, for search, styles, site map and links. It begins with the
 * first step that asks, when every page is written; the pages stay in memory after that.
 */
export const readPages = oncePer(
  async (site: Pick<BuiltSite, 'dir'>): Promise<{pages: ReadPage[]; selectors: UsedSelectors}> => {
    const selectors: UsedSelectors = {tags: new Set(), attributes: new Map(), words: new Set()};
    const pages = await inParallel(await listPages(site), async (page): Promise<ReadPage> => {
      const html = await readFile(path.join(site.dir, page.file), 'utf8');
      const {links, listener} = linkCollector(html);
      const head = {robots: '', canonical: undefined as string | undefined};
      readHtml(html, [listener, selectorCollector(selectors), headCollector(head)]);
      return {...page, html, links, ...head};
    });
    return {pages, selectors};
  },
);

function selectorCollector({tags, attributes, words}: UsedSelectors): HtmlListener {
  let tag = '';
  return {
    onTag(name, found) {
      // Structured data sets nothing: its text is prose.
      tag = found.type?.endsWith('json') ? '' : name;
      tags.add(name);
      for (const [key, value] of Object.entries(found)) {
        const values = attributes.get(key) ?? new Set();
        attributes.set(key, values.add(value));
      }
    },
    onText(text) {
      if (tag === 'script') readScript(text, words);
    },
    onEnd() {
      tag = '';
    },
  };
}

function headCollector(head: Pick<ReadPage, 'robots' | 'canonical'>): HtmlListener {
  return {
    onTag(name, {name: key, content, rel, href}) {
      if (name === 'meta' && key === 'robots') head.robots = content ?? '';
      if (name === 'link' && rel === 'canonical') head.canonical = href;
    },
  };
}

/** Adds the words of a script, and the attributes that `dataset` names. */
export function readScript(code: string, words: Set<string>): void {
  for (const [word] of code.matchAll(/[\w-]+/g)) words.add(word);
  for (const [, name = ''] of code.matchAll(/\bdataset\.(\w+)/g)) {
    words.add(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  }
}
