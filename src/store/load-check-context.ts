import {readFile} from 'node:fs/promises';
import path from 'node:path';
import dictionary from 'dictionary-en-gb';
import type {CheckContext} from '../content/check-context.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';

/** The toolkit's own words, one on each line; the dictionary lacks them. */
const WORDS_FILE = 'words.txt';

/** Reads what page rules know beside the page. */
export async function loadCheckContext(cwd: string, config: ToolkitConfig): Promise<CheckContext> {
  return {config, dictionary, words: await readWords(path.join(cwd, WORDS_FILE))};
}

async function readWords(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
