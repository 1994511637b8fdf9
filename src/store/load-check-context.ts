import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {CheckContext} from '../content/check-context.ts';
import {WORDS_FILE} from '../content/check-context.ts';
import type {ToolkitConfig} from '../content/schemas/toolkit-schema.ts';

/** Reads what page rules know beside the page. */
export async function loadCheckContext(cwd: string, config: ToolkitConfig): Promise<CheckContext> {
  // It awaits at its top level, which nothing that Docusaurus loads with `require` may do.
  const {default: dictionary} = await import('dictionary-en-gb');
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
