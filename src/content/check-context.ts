import type {ToolkitConfig} from './schemas/toolkit-schema.ts';

/** What page rules know beside the page. */
export interface CheckContext {
  config: Pick<ToolkitConfig, 'abbreviations' | 'email' | 'url'>;
  /** The toolkit's own list of words that the dictionary lacks. */
  words: readonly string[];
  /** A Hunspell dictionary of the toolkit's language. */
  dictionary: {aff: Uint8Array; dic: Uint8Array};
}
