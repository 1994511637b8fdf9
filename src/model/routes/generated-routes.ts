import type {Text} from '../../language/text.ts';
import {DOCUMENT} from '../pages/document-parts.ts';
import {FINDER} from '../pages/facets.ts';
import {FIGURES_ADDRESS} from '../pages/figure.ts';
import {API} from './api-addresses.ts';
import {FOLLOW, UPDATES} from './feed-addresses.ts';

/** Whether there is anything to list, for each kind of list: no page links to an empty one. */
export type FilledLists = Readonly<Record<'caseStudies' | 'editions' | 'figures' | 'updates', boolean>>;

/** A generated page, for search and the list of all pages. */
export interface GeneratedPage {
  /** Without the site's base URL. */
  address: string;
  /** Its first heading. */
  title: string;
  /** What readers find there, with words they may search for. */
  about: string;
  /** The list that it shows. */
  list?: keyof FilledLists;
}

/** The pages that the build generates from records, without those for a single update, edition or value. */
export function generatedPages({names, generated}: Text): GeneratedPage[] {
  return [
    {address: FOLLOW, list: 'updates', title: names.follow, about: generated.follow},
    {address: FINDER, list: 'caseStudies', title: names.caseStudies, about: generated.finder},
    {address: API, title: names.data, about: generated.data},
    {address: '/editions/', list: 'editions', title: names.editions, about: generated.editions},
    {address: FIGURES_ADDRESS, list: 'figures', title: names.figures, about: generated.figures},
    {address: '/feedback/', title: names.feedback, about: generated.feedback},
    {address: DOCUMENT, title: names.document, about: generated.document},
    {address: UPDATES, list: 'updates', title: names.updates, about: generated.updates},
  ];
}
