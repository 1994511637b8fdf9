import {recordMissing} from '../../changes/addresses/record-addresses.ts';
import {recordedAddress} from '../../content/addresses/address-record.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import type {Edition} from '../../content/toolkit.ts';
import {listWords} from '../../format/nearest.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {loadToolkit} from '../../io/load-toolkit.ts';
import {commit} from '../../io/transaction/commit.ts';
import {changesTo} from '../../io/transaction/file-change.ts';

/**
 * Adds the new pages of an unfinished edition to its record; changes nothing else.
 *
 * @throws {ExitError} for an unknown edition, and for a complete one that has new pages.
 */
export async function recordEdition(name: string, io: Io): Promise<void> {
  const toolkit = await loadToolkit(io.cwd);
  const {editions, files} = toolkit;
  const edition = editions.find((candidate) => candidate.name === name);
  if (!edition) {
    const names =
      editions.length > 0 ? listWords(editions.map((candidate) => candidate.name)) : 'an edition, and there is none';
    throw new ExitError(`no edition \`${name}\` found, expected ${names}`, 'Name one of these.');
  }
  const gained = gainedPages(edition);
  if (gained.length === 0) {
    io.stdout.write(`every page of edition ${edition.name} is on record\n`);
    return;
  }
  const addresses = recordMissing(toolkit).filter(({path}) => recordedAddress(path)?.edition === name);
  await commit(io.cwd, {
    command: 'publish --record-edition',
    changes: changesTo(files, [recordOf(edition, gained), ...addresses]),
  });
  for (const {id} of gained) io.stdout.write(`recorded ${edition.name}:${id}\n`);
}

type Page = Edition['pages'][number];

function gainedPages({name, pages, record}: Edition): Page[] {
  if (!record) {
    throw new ExitError(
      `edition \`${name}\` has no record that can be read`,
      `Write \`ledgers/editions/${name}.json\` with \`schema\`, \`complete\`, \`about\`, \`vocabularies\` and empty \`fingerprints\`.`,
    );
  }
  const gained = pages.filter(({id}) => record.fingerprints[id] === undefined);
  if (record.complete && gained.length > 0) {
    throw new ExitError(`edition \`${name}\` is complete: it may gain no page`, 'Remove the files that were added.');
  }
  return gained;
}

/** The edition's record with the pages it gained. */
function recordOf({name, record}: Edition, gained: readonly Page[]): PlannedFile {
  const fingerprints = {
    ...record?.fingerprints,
    ...Object.fromEntries(gained.map(({id, fingerprint}) => [id, fingerprint()])),
  };
  const sorted = Object.fromEntries(Object.entries(fingerprints).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    path: `ledgers/editions/${name}.json`,
    content: `${JSON.stringify({...record, fingerprints: sorted}, null, 2)}\n`,
  };
}
