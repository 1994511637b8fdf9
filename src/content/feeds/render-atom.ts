import type {Element} from 'xast';
import {x} from 'xastscript';
import type {Feed, FeedEntry} from './feed.ts';
import {instantOf, renderXml} from './render-xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

/** A feed as RFC 4287 has it; `selfUrl` is its full address. */
export function renderAtom(feed: Feed, selfUrl: string): string {
  const {id, title, description, url, updated, publication, entries} = feed;
  return renderXml(
    x(null, [
      x('feed', {xmlns: ATOM, 'xml:lang': publication.language}, [
        x('id', id),
        x('title', title),
        x('subtitle', description),
        x('updated', instantOf(updated)),
        x('author', [x('name', publication.name), x('uri', publication.url)]),
        x('rights', publication.rights),
        x('link', {rel: 'self', type: 'application/atom+xml', href: selfUrl}),
        x('link', {rel: 'alternate', type: 'text/html', href: url}),
        ...entries.map(renderEntry),
      ]),
    ]),
  );
}

function renderEntry({id, title, url, published, updated, content}: FeedEntry): Element {
  return x('entry', [
    x('id', id),
    x('title', title),
    ...(published === undefined ? [] : [x('published', instantOf(published))]),
    x('updated', instantOf(updated)),
    x('link', {rel: 'alternate', type: 'text/html', href: url}),
    x('content', {type: 'html'}, content),
  ]);
}
