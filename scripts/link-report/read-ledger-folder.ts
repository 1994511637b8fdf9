import {lstatSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {LinkLedger} from '../../src/content/link-ledger/link-ledger.ts';
import {LINK_FOLDER} from '../../src/content/link-ledger/link-ledger.ts';
import {storedLedger} from '../../src/content/link-ledger/stored-ledger.ts';
import {ExitError} from '../io.ts';

const MOST_FILES = 20_000;
const LARGEST_FILE = 4_000_000;

/**
 * Reads the ledger that another job left in a folder. That job talked to machines of anybody: so each file must be a
 * sound ledger, and no word of one gets into a message, because the log of a job takes commands.
 *
 * @throws {ExitError} where the folder holds anything else.
 */
export function readLedgerFolder(folder: string): LinkLedger {
  if (!lstatSync(folder, {throwIfNoEntry: false})?.isDirectory()) throw refusal('is no folder, expected one');
  const names = readdirSync(folder);
  if (names.length > MOST_FILES) throw refusal(`has ${names.length} files, expected at most ${MOST_FILES}`);
  const files = names.map((name) => {
    const stats = lstatSync(path.join(folder, name));
    if (!/^[a-z0-9._-]+\.json$/.test(name) || !stats.isFile() || stats.size > LARGEST_FILE) {
      throw refusal(`holds ${JSON.stringify(name)}, expected plain files that are named after hosts`);
    }
    return {path: `${LINK_FOLDER}/${name}`, bytes: readFileSync(path.join(folder, name))};
  });
  const {entries, broken} = storedLedger(files);
  const [first] = broken;
  if (first) throw refusal(`holds ${JSON.stringify(first.path)}, which cannot be read, expected a sound ledger`);
  return entries;
}

function refusal(found: string): ExitError {
  return new ExitError(`the ledger ${found}`, 'Look at the run that made it, and start it again.', 1);
}
