import {type CheckContext, WORDS_FILE} from '../model/check-context.ts';
import {fileText} from '../model/files/file-text.ts';
import type {ToolkitConfig} from '../model/schemas/toolkit-schema.ts';
import {readRootFile} from './read-files.ts';

/** Reads what page rules need besides the page. */
export async function loadCheckContext(cwd: string, config: ToolkitConfig): Promise<CheckContext> {
  // It uses top-level await, which Docusaurus cannot load with `require`.
  const {default: dictionary} = await import('dictionary-en-gb');
  return {config, dictionary, words: readWords(cwd)};
}

/** Returns no words where the list cannot be read: a rule reports that. */
function readWords(cwd: string): string[] {
  const {bytes} = readRootFile(cwd, WORDS_FILE);
  const text = (bytes && fileText(bytes)) ?? '';
  return text.split(/\r?\n/).filter((line) => line !== '');
}
