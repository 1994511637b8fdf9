import {pageIdOf} from '../page-id.ts';
import type {PageEntry} from '../toolkit.ts';
import type {LinkIn} from './prose-unit.ts';

/** A publication, or a page of this toolkit, as readers know it. */
export interface LinkedSource {
  title: string;
  /** An address on the web, or in this site; none for what leads to neither. */
  url?: string;
  year?: number | undefined;
  /** The id of a page of this toolkit. */
  page?: string;
}

/** Tells to what the links of a page lead: publications as the page itself lists them, else as any page does. */
export function linkedSources(pages: readonly PageEntry[]): (page: PageEntry) => (link: LinkIn) => LinkedSource {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const listed = new Map(pages.flatMap(({data}) => data.sources ?? []).map((source) => [key(source.url), source]));
  return ({data, document}) => {
    const own = new Map((data.sources ?? []).map((source) => [key(source.url), source]));
    return ({url, text}) => {
      const page = /^https?:/.test(url) ? undefined : byId.get(idAt(document.path, url));
      if (page) return {title: page.data.title, url: page.address, page: page.id};
      const source = own.get(key(url)) ?? listed.get(key(url));
      const isAddress = /^(?:https?:\/)?\//.test(url);
      return {title: source?.title ?? text, ...(isAddress && {url}), year: source?.year};
    };
  };
}

/** Links between pages are written as paths of their files. */
function idAt(path: string, url: string): string {
  return pageIdOf(new URL(url.replace(/#.*$/, ''), `file:///${path}`).pathname.slice(1));
}

function key(url: string): string {
  return url.replace(/#.*$/, '').replace(/\/$/, '');
}
