import type {ToolkitConfig} from './schemas/toolkit-schema.ts';

/** The toolkit's own words, which the dictionary lacks: one a line, in its root. */
export const WORDS_FILE = 'words.txt';

/** What page rules know beside the page. */
export interface CheckContext {
  config: Pick<ToolkitConfig, 'abbreviations' | 'email' | 'sections' | 'title' | 'url'>;
  /** The toolkit's own list of words that the dictionary lacks. */
  words: readonly string[];
  /** A Hunspell dictionary of the toolkit's language. */
  dictionary: {aff: Uint8Array; dic: Uint8Array};
}
