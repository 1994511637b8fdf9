import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {mailNameOf, OUTBOX_FOLDER} from '../../src/content/desk/outbox-section.ts';
import {listWords} from '../../src/content/nearest.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import {ExitError} from '../io.ts';

/** The files of e-mails that wait to be sent, in order; none where nothing was published on this computer. */
export async function listOutbox(cwd: string): Promise<string[]> {
  const entries = await readdir(path.join(cwd, OUTBOX_FOLDER), {withFileTypes: true}).catch(() => []);
  const isMail = (name: string) => !name.startsWith('.');
  return entries.flatMap((entry) => (entry.isFile() && isMail(entry.name) ? [entry.name] : [])).sort();
}

/**
 * Takes an e-mail that was sent out of the folder, in each of its forms.
 *
 * @returns the files that are gone
 */
export async function takeSent(cwd: string, name: string): Promise<string[]> {
  const files = await listOutbox(cwd);
  const sent = files.filter((file) => mailNameOf(file) === name).map((file) => `${OUTBOX_FOLDER}/${file}`);
  if (sent.length === 0) {
    const names = [...new Set(files.map(mailNameOf))];
    throw new ExitError(
      `option \`--sent\` holds \`${name}\`, expected an e-mail that waits in \`${OUTBOX_FOLDER}\`${names.length > 0 ? `: ${listWords(names)}` : ''}`,
      names.length > 0 ? 'Name one of these.' : 'Leave it out: none waits.',
    );
  }
  const changes = await Promise.all(
    sent.map(
      async (file): Promise<FileChange> => ({kind: 'remove', path: file, found: await readFile(path.join(cwd, file))}),
    ),
  );
  await commit(cwd, {command: 'desk', changes});
  return sent;
}
