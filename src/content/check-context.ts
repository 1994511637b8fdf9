import type {OwnDirective} from './extensions/own-directive.ts';
import type {OwnRule} from './extensions/own-rule.ts';
import type {ToolkitConfig} from './schemas/toolkit-schema.ts';

/** The word list of a toolkit, with one word on each line. */
export const WORDS_FILE = 'words.txt';

/** What page rules use in addition to the page. */
export interface CheckContext {
  config: Pick<
    ToolkitConfig,
    | 'abbreviations'
    | 'collections'
    | 'email'
    | 'guidance_folders'
    | 'language'
    | 'rules'
    | 'sections'
    | 'title'
    | 'url'
    | 'vocabularies'
  >;
  /** The toolkit's own rules, with their code. */
  ownRules: readonly OwnRule[];
  /** The toolkit's own directives, with their code. */
  directives: readonly OwnDirective[];
  /** Changes with the code of the configuration, if that has directives. */
  directiveCode: string;
  /** The toolkit's list of words that are missing from the dictionary. */
  words: readonly string[];
  /** A Hunspell dictionary of English. */
  dictionary: {aff: Uint8Array; dic: Uint8Array};
}
