import {lstatSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {LinkLedger} from '../../src/content/link-ledger/link-ledger.ts';
import {LINK_FOLDER, storedLedger} from '../../src/content/link-ledger/link-ledger.ts';
import {ExitError} from '../io.ts';

const MOST_FILES = 20_000;
const LARGEST_FILE = 4_000_000;

/**
 * Reads the ledger that another job left in a folder. That job connected to any server on the web, so each file must be
 * a valid ledger; messages quote none of the content, because the log of a job understands commands.
 *
 * @throws {ExitError} where the folder contains anything else.
 */
export function readLedgerFolder(folder: string): LinkLedger {
  if (!lstatSync(folder, {throwIfNoEntry: false})?.isDirectory()) throw refusal('is not a folder');
  const names = readdirSync(folder);
  if (names.length > MOST_FILES) throw refusal(`has ${names.length} files, expected at most ${MOST_FILES}`);
  const files = names.map((name) => {
    const stats = lstatSync(path.join(folder, name));
    if (!/^[a-z0-9._-]+\.json$/.test(name) || !stats.isFile() || stats.size > LARGEST_FILE) {
      throw refusal(`contains ${JSON.stringify(name)}, expected plain files named after hosts`);
    }
    return {path: `${LINK_FOLDER}/${name}`, bytes: readFileSync(path.join(folder, name))};
  });
  const {entries, broken} = storedLedger(files);
  if (broken[0]) throw refusal(`contains ${JSON.stringify(broken[0].path)}, which is not a valid ledger file`);
  return entries;
}

function refusal(found: string): ExitError {
  return new ExitError(`the ledger ${found}`, 'Look at the run that made it, and start it again.', 1);
}
