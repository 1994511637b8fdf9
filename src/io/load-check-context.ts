import {type CheckContext, WORDS_FILE} from '../content/check-context.ts';
import {builtInDirectives} from '../content/extensions/built-in-directives.ts';
import {fileText} from '../content/files/file-text.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';
import {directiveCode, loadSettings} from './load-toolkit.ts';
import {readDictionary} from './read-dictionary.ts';
import {readRootFile} from './read-files.ts';

/** Reads what page rules need besides the page. */
export function loadCheckContext(cwd: string, config: ToolkitConfig): CheckContext {
  // A configuration that went through a worker or a cache has lost its functions.
  const hasCode = config.own_rules.length > 0 || config.directives.length > 0;
  const {own_rules: ownRules, directives: own} = hasCode ? loadSettings(cwd) : {own_rules: [], directives: []};
  const {bytes} = readRootFile(cwd, WORDS_FILE);
  const directives = [...own, ...builtInDirectives(config)];
  return {
    config,
    ownRules,
    directives,
    directiveCode: directiveCode(cwd, config),
    dictionary: readDictionary(),
    // Without a list that can be read there are none: a rule reports that.
    words: [...((bytes && fileText(bytes)) ?? '').split(/\r?\n/).filter(Boolean), ...namesIn(config)],
  };
}

/** The names of the toolkit, its publisher and its vocabularies are spelt as the configuration has them. */
function namesIn({title, publisher = '', owners, vocabularies}: ToolkitConfig): string[] {
  const labels = [...vocabularies.flatMap(({label, terms}) => [label, ...terms.map((term) => term.label)])];
  const texts = [title, publisher, ...owners.map(({label}) => label), ...labels];
  return [...new Set(texts.flatMap((text) => text.match(/[\p{L}'’]+/gu) ?? []))];
}
