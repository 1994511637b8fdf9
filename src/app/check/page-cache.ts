import {hash} from 'node:crypto';
import {lstatSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {keepResultsIn} from '../../content/memo.ts';
import type {Problem} from '../../content/problem.ts';
import {configurationFiles} from '../../io/load-toolkit.ts';
import {FileResultStore} from '../../io/result-store.ts';
import type {Lookups} from '../../rules/text/spelling.ts';
import type {PageFile} from './check-batch.ts';

/** Files of a toolkit on which the problems of every page depend. */
const SETTINGS = ['navigation.json', 'words.txt'];

/**
 * Opens the cache in `node_modules` of a toolkit: the problems of unchanged pages, and what the dictionary said of words.
 * It is safe to delete. The results of pure functions are kept there too.
 */
export function openCache(cwd: string) {
  const store = new FileResultStore(cwd, 'check');
  keepResultsIn(store);
  const files = [...configurationFiles(cwd), ...SETTINGS.map((name) => path.join(cwd, name))];
  const settings = hash('sha256', files.map(contentHash).join());
  const known = store.get('dictionary', [settings])?.value as Lookups | undefined;
  const lookups = known ?? {correct: new Map(), suggested: new Map()};
  const size = () => lookups.correct.size + lookups.suggested.size;
  const before = size();
  return {
    /** Whether nothing is known of these settings. */
    isEmpty: known === undefined,
    get: (page: PageFile) => store.get('problems', [settings, page.path, page.text])?.value as Problem[] | undefined,
    set: (page: PageFile, problems: Problem[]) => store.set('problems', [settings, page.path, page.text], problems),
    /** Known results of the dictionary. Added results are cached too. */
    lookups,
    save: () => {
      if (known === undefined || size() > before) store.set('dictionary', [settings], lookups);
      store.save();
      keepResultsIn(undefined);
    },
  };
}

/** Symbolic links are never followed, so a link is hashed as a link. */
function contentHash(file: string): string {
  try {
    return hash('sha256', lstatSync(file).isSymbolicLink() ? 'link' : readFileSync(file));
  } catch {
    return 'none';
  }
}
