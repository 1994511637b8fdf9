import {lowercaseFirst} from '../../format/text.ts';
import {textOf} from '../../language/text.ts';
import {FINDER} from '../pages/facets.ts';
import {FIGURES_ADDRESS} from '../pages/figure.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {EDITIONS} from './difference-addresses.ts';
import {UPDATES} from './feed-addresses.ts';

/** The search page, which lists all pages from A to Z. */
export const ALL_PAGES = '/search/';
/** The pages that editors rate, side by side. */
export const RATINGS = '/ratings/';
export const FEEDBACK = '/feedback/';

/** Whether there is anything to list, for each kind of list: no page links to an empty one. */
export type FilledLists = Readonly<Record<'caseStudies' | 'editions' | 'figures' | 'updates', boolean>>;

/** A generated page, for search and the list of all pages. */
export interface GeneratedPage {
  /** Without the site's base URL. */
  address: string;
  title: string;
  about: string;
  list?: keyof FilledLists | undefined;
  /** Whether the footer of every page links to it: only what readers look for there. */
  isInFooter?: true;
}

interface PagesOfFeature {
  pages?(config: ToolkitConfig): readonly GeneratedPage[];
}

/** The pages that the build generates from records, without those for a single update, edition or value. */
export function generatedPages({config, extensions}: Pick<Toolkit, 'config' | 'extensions'>): GeneratedPage[] {
  const {names, generated} = textOf(config);
  const finder = generated.finder({
    vocabularies: config.vocabularies.map(({singular}) => lowercaseFirst(singular)).join(', '),
  });
  return [
    ...(config.case_studies
      ? [{address: FINDER, list: 'caseStudies', title: names.caseStudies, about: finder} as const]
      : []),
    {address: EDITIONS, list: 'editions', title: names.editions, about: generated.editions},
    {address: FIGURES_ADDRESS, list: 'figures', title: names.figures, about: generated.figures},
    {address: UPDATES, list: 'updates', title: names.updates, about: generated.updates},
    ...(extensions.features as readonly PagesOfFeature[]).flatMap(({pages}) => pages?.(config) ?? []),
  ];
}
