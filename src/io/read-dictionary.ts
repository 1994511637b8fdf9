import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {once} from '../content/memo.ts';
import type {Dictionary} from '../content/source-document.ts';

/** Reads the files of the package, whose module uses top-level await: Docusaurus cannot load that with `require`. */
export const readDictionary = once((): Dictionary => {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('dictionary-en-gb')));
  const read = (name: string) => readFileSync(path.join(folder, name));
  return {aff: read('index.aff'), dic: read('index.dic')};
});
