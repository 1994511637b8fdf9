import {spawn} from 'node:child_process';
import {gitIn} from './merge-base.ts';

/** What the history of a clone still has: paths of files, each with its number of versions, and messages of commits. */
export interface HistoryFound {
  files: Map<string, number>;
  messages: number;
}

/**
 * Searches every version of every file and every message that a branch, a tag, a stash or the reflog of this clone
 * reaches. Nothing is found outside a git repository.
 */
export async function searchHistory(
  cwd: string,
  isFound: (text: string, path: string) => boolean,
): Promise<HistoryFound> {
  const found: HistoryFound = {files: new Map(), messages: 0};
  const git = gitIn(cwd);
  const objects = await git('rev-list', '--all', '--reflog', '--objects').catch(() => '');
  if (objects === '') return found;
  const paths = new Map(objects.split('\n').map((line) => [line.split(' ', 1).join(), [line.replace(/^\S+ ?/, '')]]));
  // An object has one name in that list, and in the history all that it ever had.
  const changes = await git('log', '--all', '--reflog', '--raw', '--no-abbrev', '--no-renames', '-z', '--format=');
  for (const [, id = '', path = ''] of changes.matchAll(/:\d+ \d+ \w+ (\w+) [AMT]\0([^\0]+)/g)) {
    const names = paths.get(id);
    if (names && !names.includes(path)) names.push(path);
  }
  const reader = spawn('git', ['cat-file', '--batch', '--buffer'], {cwd, stdio: ['pipe', 'pipe', 'ignore']});
  reader.stdin.end(`${[...paths.keys()].join('\n').trim()}\n`);
  let rest = Buffer.alloc(0);
  for await (const chunk of reader.stdout) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const [id = '', type, size] = rest.toString('latin1', 0, end).split(' ');
      const next = end + Number(size) + 2;
      if (rest.length < next) break;
      const text = type === 'tree' ? '' : rest.toString('utf8', end + 1, next);
      if (type !== 'blob') found.messages += isFound(text, '') ? 1 : 0;
      else {
        for (const path of (paths.get(id) ?? []).filter((name) => isFound(text, name))) {
          found.files.set(path, (found.files.get(path) ?? 0) + 1);
        }
      }
      rest = rest.subarray(next);
    }
  }
  return found;
}
