import type {Element, Root} from 'hast';
import {visit} from '../../content/markdown/visit.ts';

/** Properties that name elements by their ids. */
const REFERENCES = ['id', 'htmlFor', 'headers', 'ariaLabelledBy', 'ariaDescribedBy'];

/** The class of links whose address print leaves out, because it is printed earlier in the section. */
const SPELLED_OUT = 'spelled-out';

/**
 * The text of a page as part of a section, whose title is a heading of the second level: headings are one level lower,
 * and ids are those of the document. It changes the tree.
 */
export function sectionTree(tree: Root, anchorOf: (id: string) => string): Root {
  const printed = new Set<unknown>();
  visit(tree, 'element', (element: Element) => {
    const {tagName, properties} = element;
    // The id of a component names what it shows.
    if (/^[A-Z]/.test(tagName)) return;
    element.tagName = tagName.replace(/^h[1-5]$/, `h${Number(tagName[1]) + 1}`);
    for (const key of REFERENCES) {
      if (properties[key]) properties[key] = [properties[key]].flat().map((id) => anchorOf(String(id)));
    }
    const {href, className = []} = properties;
    if (printed.has(href)) properties.className = [className, SPELLED_OUT].flat() as string[];
    if (/^http/.test(String(href))) printed.add(href);
  });
  return tree;
}
