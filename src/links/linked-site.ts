import type {SiteAddress} from '../model/routes/addresses.ts';
import type {SourceDocument} from '../model/source-document.ts';
import type {PageLinks} from './collect-links.ts';

/** A built page, or a feed, with its links. */
export interface LinkedPage extends PageLinks {
  /** Path from the folder of the built site, with `/`. */
  file: string;
  /** The source file, where one is known. */
  source?: string | undefined;
}

/** Everything that links can point to in a site. */
export interface LinkedSite extends SiteAddress {
  pages: readonly LinkedPage[];
  /** Every built file, including pages. */
  files: ReadonlySet<string>;
  /** The source documents, by path. */
  documents?: ReadonlyMap<string, () => SourceDocument>;
}
