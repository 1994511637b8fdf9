import type {SiteAddress} from '../model/routes/addresses.ts';
import type {SourceDocument} from '../model/source-document.ts';
import type {PageLinks} from './collect-links.ts';

/** A built page, or a feed, with what it leads to. */
export interface LinkedPage extends PageLinks {
  /** Path from the folder of the built site, with `/`. */
  file: string;
  /** The file an author wrote it in, where one is known. */
  source?: string | undefined;
}

/** Everything that links of a site can lead to. */
export interface LinkedSite extends SiteAddress {
  pages: readonly LinkedPage[];
  /** Every built file, pages among them. */
  files: ReadonlySet<string>;
  /** What authors wrote, by the path of the source. */
  documents?: ReadonlyMap<string, () => SourceDocument>;
}
