import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Transaction} from './transaction/commit.ts';

/** Git does not know emails: one about an update on another branch may have the name of this one. */
export async function putMailAside(cwd: string, {command, changes}: Transaction): Promise<Transaction> {
  const settled = changes.map(async (change) => {
    const isMail = change.path.startsWith('outbox/');
    const other = isMail ? await readFile(path.join(cwd, change.path)).catch(() => undefined) : undefined;
    if (other === undefined) return [change];
    const aside = undoneMail(cwd, path.posix.basename(change.path));
    return [
      {...change, found: other},
      {path: aside, content: other, found: undefined},
    ];
  });
  return {command, changes: (await Promise.all(settled)).flat()};
}

/** A free name for an email whose own name another one gets. */
function undoneMail(cwd: string, file: string, count = 1): string {
  const to = `outbox/undone/${count === 1 ? '' : `${count}-`}${file}`;
  return existsSync(path.join(cwd, to)) ? undoneMail(cwd, file, count + 1) : to;
}
