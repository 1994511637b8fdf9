import type {CheckContext} from '../model/check-context.ts';
import {WORDS_FILE} from '../model/check-context.ts';
import {fileText} from '../model/files/file-text.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';
import {readRootFile} from './read-files.ts';

/** Reads what page rules know beside the page. */
export async function loadCheckContext(cwd: string, config: ToolkitConfig): Promise<CheckContext> {
  // It awaits at its top level, which nothing that Docusaurus loads with `require` may do.
  const {default: dictionary} = await import('dictionary-en-gb');
  return {config, dictionary, words: readWords(cwd)};
}

/** What keeps the list from being read, the model says. */
function readWords(cwd: string): string[] {
  const {bytes} = readRootFile(cwd, WORDS_FILE);
  const text = (bytes && fileText(bytes)) ?? '';
  return text.split(/\r?\n/).filter((line) => line !== '');
}
