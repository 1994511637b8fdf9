import {toString as textOf} from 'mdast-util-to-string';
import type {Finding} from '../model/problem.ts';
import type {ParsedPage} from './parsed-page.ts';
import {visit} from './visit.ts';

/** A link as its author wrote it. */
export interface PageLink extends Pick<Finding, 'place' | 'end'> {
  /** The words that readers follow; those in place of a picture included. */
  text: string;
  url: string;
}

/** Every link of a page; references lead where their definitions say. */
export function pageLinks({tree}: ParsedPage): PageLink[] {
  const urls = new Map<string, string>();
  visit(tree, 'definition', ({identifier, url}) => void urls.set(identifier, url));
  const links: PageLink[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const url = node.type === 'link' ? node.url : urls.get(node.identifier);
    if (url === undefined) return;
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    // An address that the parser makes a link of after the fact has no position of its own.
    const {start, end} = node.position ?? parent?.position ?? {};
    links.push({text, url, place: start, end});
  });
  return links;
}
