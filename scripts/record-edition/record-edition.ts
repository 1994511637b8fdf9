import {rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Edition} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import type {Run} from '../io.ts';
import {ExitError} from '../io.ts';

/** `toolkit record-edition`: puts the pages that an incomplete edition has gained on its record; changes nothing else. */
export const run: Run = async ({edition: name}, io) => {
  const {editions} = await loadToolkit(io.cwd);
  const edition = editions.find((candidate) => candidate.name === name);
  if (!edition) {
    const names = editions.map((candidate) => `\`${candidate.name}\``).join(', ') || 'none';
    throw new ExitError(
      `no edition \`${name ?? ''}\` found, expected one of ${names}`,
      'Name one: `-- --edition 2017-03`.',
    );
  }
  const gained = gainedPages(edition);
  if (gained.length === 0) {
    io.stdout.write(`every page of edition ${edition.name} is on record\n`);
    return 0;
  }
  await write(io.cwd, edition, gained);
  for (const {id} of gained) io.stdout.write(`recorded ${edition.name}:${id}\n`);
  return 0;
};

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

async function write(cwd: string, {name, record}: Edition, gained: readonly Page[]): Promise<void> {
  const fingerprints = {
    ...record?.fingerprints,
    ...Object.fromEntries(gained.map(({id, fingerprint}) => [id, fingerprint()])),
  };
  const sorted = Object.fromEntries(Object.entries(fingerprints).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file = path.join(cwd, 'ledgers', 'editions', `${name}.json`);
  // Written beside and renamed: after a kill the record is the old one or the new one.
  await writeFile(`${file}.tmp`, `${JSON.stringify({...record, fingerprints: sorted}, null, 2)}\n`);
  await rename(`${file}.tmp`, file);
}
