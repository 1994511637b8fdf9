import type {Root} from 'hast';
import {createContext, type ReactNode, useContext} from 'react';

/** What changes on a page that is shown as a section of another one; on its own address nothing does. */
export interface SectionPlace {
  /** How much lower its headings are. */
  depth: 0 | 1;
  /** The id that an element of the page has there. */
  anchorOf(id: string): string;
  /** Where a link of the page leads from there. */
  linkTo(address: string): string;
  /** The text of the page as it is shown there; it may change the tree. */
  edit(tree: Root): Root;
}

export const Section = createContext<SectionPlace>({
  depth: 0,
  anchorOf: (id) => id,
  linkTo: (address) => address,
  edit: (tree) => tree,
});

/** A heading of the layout of a page. */
export function Heading({level = 2, id, children}: {level?: 1 | 2; id?: string; children: ReactNode}) {
  const {depth, anchorOf} = useContext(Section);
  const Level = `h${level + depth}` as 'h1' | 'h2' | 'h3';
  return <Level id={id && anchorOf(id)}>{children}</Level>;
}
