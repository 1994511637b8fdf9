import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {oncePer, remember} from '../../content/memo.ts';
import {type HtmlListener, linkCollector, type PageLinks, readHtml} from '../links/collect-links.ts';
import {type BuiltPage, type BuiltSite, inParallel, listPages} from './built-site.ts';

/** What later steps ask about a page. */
interface PageFacts {
  links: PageLinks;
  /** The value of `<meta name="robots">`; empty where there is none. */
  robots: string;
  canonical: string | undefined;
}

/** A finished page. */
export type ReadPage = BuiltPage & PageFacts;

/**
 * Reads every page once and parses it once, for the site map and links. It begins with the first step that asks, when
 * every page is written.
 */
export const readPages = oncePer((site: Pick<BuiltSite, 'dir' | 'output'>): Promise<ReadPage[]> => {
  return inParallel(listPages(site), async (page) => {
    const html = await readFile(path.join(site.dir, page.file), 'utf8');
    return {...page, ...remember('facts of a page', [html], () => readFacts(html))};
  });
});

function readFacts(html: string): PageFacts {
  const {links, listener} = linkCollector(html);
  const head = {robots: '', canonical: undefined as string | undefined};
  readHtml(html, [listener, headCollector(head)]);
  return {links, ...head};
}

function headCollector(head: Pick<ReadPage, 'robots' | 'canonical'>): HtmlListener {
  return {
    onTag(name, {name: key, content, rel, href}) {
      if (name === 'meta' && key === 'robots') head.robots = content ?? '';
      if (name === 'link' && rel === 'canonical') head.canonical = href;
    },
  };
}
