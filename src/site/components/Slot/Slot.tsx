import parts from '@generated/feature-parts';
import {type ComponentType, Fragment, type ReactNode} from 'react';
import type {Figure} from '../../../content/pages/figure.ts';
import type {Ratings} from '../../../content/pages/scales.ts';

export interface ShownPage {
  /** Missing if the page is generated. */
  id?: string;
  title: string;
  /** With protocol and host. */
  address: string;
  /** `live`, or the name of an edition. */
  edition: string;
  /** Missing if the page is generated, as it has no text of its own. */
  fingerprint?: string | undefined;
  /** The figure that the address leads to, if a report is about it. */
  figure?: Pick<Figure, 'figure' | 'what'>;
}

/** The places of each slot, with what a part is told there. */
interface Slots {
  /** The head of the document: of every page, of those about updates, of a list with updates, and of a live or frozen text. */
  head:
    | {at: 'site' | 'updates'}
    | {at: 'list'; list: string; title: string}
    | {at: 'page'; id: string; edition: string | undefined};
  /** The header of every page: next to the name, with the sections of the site, and after the phase. */
  menu: {at: 'masthead' | 'sections'} | {at: 'phase'; asksFeedback: boolean};
  /** The home page: below its lead, below the figure of its answer, and below the newest update. */
  home: {at: 'lead' | 'news'} | {at: 'answer'; ratings: Ratings};
  /** Below a title: of the case studies, the error page, the page on how to contribute, updates, a page, as an item of its tools, and next to a figure. */
  title:
    | {at: 'case-studies' | 'not-found' | 'contribute' | 'updates' | 'page'}
    | {at: 'list'; list: string; text: string}
    | {at: 'tools' | 'figure'; page: ShownPage};
  /** Next to what a page lists: below the count of case studies, above the list, and above the filters of a page for one value. */
  aside: {at: 'count' | 'results'} | {at: 'filters'; facet: string; term: string};
  /** The end of a page, and before it what follows its history. */
  foot: {at: 'history' | 'end'; page: ShownPage; editUrl?: string | null | undefined};
}

/** What a feature shows: a function for each slot that it uses, and the components of its own pages by name. */
export type Parts = {readonly [Name in keyof Slots]?: (place: Slots[Name]) => ReactNode} & {
  readonly pages?: Readonly<Record<string, ComponentType<never>>>;
};

/** What the features of the toolkit show in a place of the theme, in the order of their list. */
export function useSlot<Name extends keyof Slots>(name: Name, place: Slots[Name]): ReactNode[] {
  return Object.entries(parts).flatMap(([feature, {[name]: part}]) => {
    const shown = (part as ((place: object) => ReactNode) | undefined)?.(place);
    return shown ? [<Fragment key={feature}>{shown}</Fragment>] : [];
  });
}

/** The same as an element. */
export function Slot<Name extends keyof Slots>({name, ...place}: {name: Name} & Slots[Name]) {
  return useSlot(name, place as unknown as Slots[Name]);
}
