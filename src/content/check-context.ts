import type {OwnDirective} from './extensions/own-directive.ts';
import type {OwnRule} from './extensions/own-rule.ts';
import type {ToolkitConfig} from './schemas/toolkit-schema.ts';
import type {Dictionary} from './source-document.ts';

/** The word list of a toolkit, with one word on each line. */
export const WORDS_FILE = 'words.txt';

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
  ownRules: readonly OwnRule[];
  directives: readonly OwnDirective[];
  /** Changes with the code of the toolkit's directives, for the keys of caches. */
  directiveCode: string;
  words: readonly string[];
  /** Of English. */
  dictionary: Dictionary;
}
