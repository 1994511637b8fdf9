import parts from '@generated/feature-parts';
import type {ComponentType} from 'react';

/** The places of each slot, with what a part is told there. */
interface Slots {
  /** The header of every page: next to the name, and with the sections of the site. */
  menu: {at: 'masthead' | 'sections'};
  /** The home page: below its lead, and above its case studies. */
  home: {at: 'lead' | 'case-studies'};
  /** Below the title of a page: the list of case studies, and the error page. */
  title: {at: 'case-studies' | 'not-found'};
  /** Next to what a page lists: above the results of a search, or above the filters of a page for one value. */
  aside: {at: 'results'} | {at: 'filters'; facet: string; term: string};
}

/** What a feature shows: a component for each slot that it uses, and those of its own pages by name. */
export type Parts = {readonly [Name in keyof Slots]?: ComponentType<Slots[Name]>} & {
  readonly pages?: Readonly<Record<string, ComponentType<never>>>;
};

/** What the features of the toolkit show in a place of the theme, in the order of their list. */
export function Slot<Name extends keyof Slots>({name, ...props}: {name: Name} & Slots[Name]) {
  return Object.entries(parts).map(([feature, {[name]: component}]) => {
    const Part = component as ComponentType<object> | undefined;
    return Part && <Part key={feature} {...props} />;
  });
}
