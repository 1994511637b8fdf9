import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {inParallel} from '../in-parallel.ts';

/** What the selectors of a style sheet can match on the built site. */
export interface UsedSelectors {
  tags: Set<string>;
  /** Every value that each attribute has. */
  attributes: Map<string, Set<string>>;
  /** Words of the scripts, which may set any class, tag or attribute. */
  words: Set<string>;
}

/** Reads what the pages hold and what their scripts, inline ones too, may add. */
export async function collectSelectors(
  dir: string,
  pages: readonly string[],
  scripts: readonly string[],
): Promise<UsedSelectors> {
  const used: UsedSelectors = {tags: new Set(), attributes: new Map(), words: new Set()};
  await inParallel(pages, async (page) => readPage(await readFile(path.join(dir, page), 'utf8'), used));
  await inParallel(scripts, async (script) => readScript(await readFile(path.join(dir, script), 'utf8'), used.words));
  return used;
}

function readPage(html: string, {tags, attributes, words}: UsedSelectors): void {
  let tag = '';
  const parser = new Parser({
    onopentagname: (name) => {
      tag = name;
      tags.add(name);
    },
    onattribute: (name, value) => {
      // Structured data sets nothing: its words are prose.
      if (name === 'type' && value.endsWith('json')) tag = '';
      const values = attributes.get(name) ?? new Set();
      attributes.set(name, values.add(value));
    },
    ontext: (text) => {
      if (tag === 'script') readScript(text, words);
    },
    onclosetag: () => {
      tag = '';
    },
  });
  parser.end(html);
}

function readScript(code: string, words: Set<string>): void {
  for (const [word] of code.matchAll(/[\w-]+/g)) words.add(word);
  for (const [, name = ''] of code.matchAll(/\bdataset\.(\w+)/g)) {
    words.add(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  }
}
