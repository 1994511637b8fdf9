import type {Element, Root} from 'hast';
import {visit} from '../../content/markdown/visit.ts';

/** Properties that name elements by their ids. */
const REFERENCES = ['id', 'htmlFor', 'headers', 'ariaLabelledBy', 'ariaDescribedBy'];

/** The class of links whose address print leaves out, because it is printed earlier in the section. */
const SPELLED_OUT = 'spelled-out';

/**
 * The text of a page as part of a section, whose title is a heading of the second level: headings are one level lower,
 * ids are those of the document, and what is relative to the address of the page is complete. It changes the tree.
 */
export function sectionTree(tree: Root, address: string, anchorOf: (id: string) => string): Root {
  const printed = new Set<unknown>();
  visit(tree, 'element', (element: Element) => {
    const {tagName, properties} = element;
    // The id of a component names what it shows.
    if (/^[A-Z]/.test(tagName)) return;
    element.tagName = tagName.replace(/^h[1-5]$/, `h${Number(tagName[1]) + 1}`);
    for (const key of REFERENCES) {
      if (properties[key]) properties[key] = [properties[key]].flat().map((id) => anchorOf(String(id)));
    }
    for (const key of ['href', 'src']) {
      const target = String(properties[key] ?? '#');
      if (!/^[#/]/.test(target) && !URL.canParse(target)) properties[key] = completed(target, address);
    }
    const {href, className = []} = properties;
    if (printed.has(href)) properties.className = [className, SPELLED_OUT].flat() as string[];
    if (/^http/.test(String(href))) printed.add(href);
  });
  return tree;
}

/** Only the path matters: the host is removed again. */
function completed(target: string, address: string): string {
  const host = 'https://page.example';
  // The check of links reports what no browser could follow.
  return URL.canParse(target, host + address) ? new URL(target, host + address).href.slice(host.length) : target;
}
