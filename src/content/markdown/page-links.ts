import {toString as textOf} from 'mdast-util-to-string';
import type {Finding} from '../problem.ts';
import type {ParsedPage} from './parsed-page.ts';
import {visit} from './visit.ts';

export interface PageLink extends Pick<Finding, 'place' | 'end'> {
  /** The text of the link, including the alternative text of pictures. */
  text: string;
  url: string;
}

/** Every link in a page. References have the address of their definition. */
export function pageLinks({tree}: Pick<ParsedPage, 'tree'>): PageLink[] {
  const urls = new Map<string, string>();
  visit(tree, 'definition', ({identifier, url}) => void urls.set(identifier, url));
  const links: PageLink[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const url = node.type === 'link' ? node.url : urls.get(node.identifier);
    if (url === undefined) return;
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    // A bare address that the parser turns into a link afterwards has no position.
    const {start, end} = node.position ?? parent?.position ?? {};
    links.push({text, url, place: start, end});
  });
  return links;
}
