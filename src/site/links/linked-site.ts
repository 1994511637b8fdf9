import type {SitePage, SitePlaces} from '../../content/addresses/check-destination.ts';
import type {PageLinks} from './collect-links.ts';

/** A built page, or a feed, with its links. */
export interface LinkedPage extends SitePage, Omit<PageLinks, 'anchors'> {}

/** A built site with the links of its pages. */
export interface LinkedSite extends SitePlaces {
  pages: readonly LinkedPage[];
}
