import {createHash} from 'node:crypto';
import {globSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

/** The files that two folders do not have in common byte for byte. */
export function compareFolders(a: string, b: string): string[] {
  const [left, right] = [hashesOf(a), hashesOf(b)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name) !== right.get(name)).sort();
}

function hashesOf(folder: string): Map<string, string> {
  // The packages of a toolkit link to this project, which contains the folder.
  const isOwn = (name: string) => !['node_modules', '.docusaurus'].includes(name);
  const files = readdirSync(folder)
    .filter(isOwn)
    .flatMap((part) => globSync(`${part}{,/**}`, {cwd: folder}))
    .filter((file) => statSync(path.join(folder, file)).isFile());
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}
