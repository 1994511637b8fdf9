import {isChained, isOfEdition} from '../../changes/chain/record-chain.ts';
import {editionFolder, recordFile, VERSIONS_FILE, versionsIn} from '../../content/files/edition-files.ts';
import type {Fault, Finding} from '../../content/problem.ts';
import {compareNames} from '../../content/records/next-slug.ts';
import {isInManifest, updateOfFile, updateRecordFile} from '../../content/records/update-record.ts';
import type {Edition, Toolkit} from '../../content/toolkit.ts';
import {listWords, nearest} from '../../format/nearest.ts';
import type {Rule} from '../rule.ts';

const FROZEN = 'versioned_docs/version-2025-10/homes.md';
const EDITION = 'ledgers/editions/2025-10.json';
const COPY = 'blog/_published/2026-11-02/homes.md';
const UPDATE = 'blog/_published/2026-11-02.json';
const PAGE = '---\ntitle: Homes\n---\n\nThe words of 2025.\n';

/** The hash and the fingerprint of `PAGE`, for the two kinds of record. */
const FINGERPRINT = '637525bce9ab401e';
const HASH = '207711bbeddb022f452a0ce79604ecc9452682a62974c311e095bea6fddc2567';

const edition = (fingerprints: Record<string, string>, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    schema: 1,
    complete: true,
    about: 'The toolkit as it was in October 2025.',
    vocabularies: {},
    fingerprints,
    ...more,
  });

/** The record after a whole page was redacted. */
const REDACTED = {
  redactions: [{on: '2026-11-02', update: '2026-11-02', why: 'A court asked for it.', pages: [], removed: ['homes']}],
};

const update = (files: Record<string, string>, more = {}) => JSON.stringify({schema: 1, files, ...more});
const OLDER = 'blog/_published/2026-10-02/homes.md';

export const noChangedRecord: Rule = {
  id: 'no-changed-record',
  group: 'model',
  summary:
    'The pages of an edition, each published update and the texts it published are on record. Only `redact` changes them.',
  why: 'People cite editions and updates, and must find the text that was cited. To fix a mistake, publish a correction.',
  good: [
    {[FROZEN]: PAGE, [EDITION]: edition({homes: FINGERPRINT})},
    {[FROZEN]: PAGE.replace('words of', 'words\nof'), [EDITION]: edition({homes: FINGERPRINT})},
    {[FROZEN]: PAGE.replace('---\n\n', 'owner: nobody\n---\n\n'), [EDITION]: edition({homes: FINGERPRINT})},
    {[FROZEN]: PAGE, [EDITION]: edition({homes: FINGERPRINT}), [VERSIONS_FILE]: '["2025-10"]'},
    {[EDITION]: edition({}, REDACTED)},
    {[COPY]: PAGE, [UPDATE]: update({[COPY]: HASH})},
    {[COPY]: PAGE},
    {[COPY]: PAGE, [UPDATE]: update({[COPY]: HASH}), [OLDER]: PAGE},
  ],
  bad: [
    {[FROZEN]: PAGE.replace('2025', '2026'), [EDITION]: edition({homes: FINGERPRINT})},
    {[FROZEN]: PAGE, [EDITION]: edition({})},
    {[FROZEN]: PAGE, [EDITION]: edition({}).replace('true', 'false')},
    {[EDITION]: edition({homes: FINGERPRINT})},
    {[FROZEN]: PAGE, [EDITION]: edition({}, REDACTED).replace('true', 'false')},
    {[FROZEN]: PAGE, [EDITION]: '{"schema": 1}\n'},
    {[COPY]: PAGE.replace('words', 'deeds'), [UPDATE]: update({[COPY]: HASH})},
    {[UPDATE]: update({[COPY]: HASH})},
    {[COPY]: PAGE, [UPDATE]: update({})},
    {[COPY]: PAGE, [UPDATE]: update({[COPY]: HASH}), 'blog/_published/2026-11-03/homes.md': PAGE},
    {[COPY]: PAGE, [UPDATE]: update({[COPY]: HASH}, {head: HASH}), [OLDER]: PAGE},
    {[COPY]: PAGE, [UPDATE]: update({[COPY]: HASH, 'blog/2026-11-02.md': HASH})},
    {[FROZEN]: PAGE, [EDITION]: edition({homes: FINGERPRINT}), [VERSIONS_FILE]: '["20'},
  ],
  check: (toolkit) => [
    ...toolkit.editions.flatMap(checkEdition),
    ...checkEditionFiles(toolkit),
    ...checkList(toolkit),
    ...checkUpdates(toolkit),
  ],
};

/** Docusaurus builds the editions in this list, and no others. */
function checkList({files, editions}: Toolkit): Finding[] {
  const bytes = files.find(({path}) => path === VERSIONS_FILE)?.bytes;
  const names = editions.map(({name}) => name).sort();
  if (!bytes || versionsIn(new TextDecoder().decode(bytes))?.sort().join() === names.join()) return [];
  const problem = `list is not that of the editions in \`versioned_docs\`, expected ${listWords(names) || 'an empty list'}`;
  return [{path: VERSIONS_FILE, problem, fix: 'Undo the change that broke it.'}];
}

function checkEdition({name, pages, record}: Edition): Finding[] {
  const path = `ledgers/editions/${name}.json`;
  if (!record) {
    const problem = `edition \`${name}\` has no readable record, expected one with the fingerprint of each page`;
    return [{path, problem, fix: 'Undo the change that removed or broke it.'}];
  }
  const ids = new Set(pages.map(({id}) => id));
  const redacted = new Set(record.redactions?.flatMap(({removed = []}) => removed));
  const lost = Object.keys(record.fingerprints).filter((id) => !ids.has(id));
  return [
    ...lost.map((id) => ({path, ...missing(`versioned_docs/version-${name}/${id}.md`)})),
    ...pages.flatMap(({id, document, fingerprint}) => {
      const recorded = record.fingerprints[id];
      if (!redacted.has(id) && recorded === fingerprint()) return [];
      return [{path: document.path, ...(recorded === undefined ? unrecorded : changed)(`edition \`${name}\``)}];
    }),
  ];
}

/** Files of editions that an update has on record, byte for byte: readers also see keys that no fingerprint covers. */
function checkEditionFiles({files, updateRecords, hashOf, editions}: Toolkit): Finding[] {
  const listed = [...updateRecords.values()].flatMap((record) => Object.entries(record.files));
  const recorded = Map.groupBy(
    listed.filter(([path]) => isOfEdition(path)),
    ([path]) => path,
  );
  const present = new Map(files.filter(({path}) => isOfEdition(path)).map(({path, bytes}) => [path, bytes]));
  const names = editions.map(({name}) => name).filter((name) => recorded.has(recordFile(name)));
  const isOfThese = (path: string) => names.some((name) => path.startsWith(`${editionFolder(name)}/`));
  return [...new Set([...recorded.keys(), ...present.keys()])].flatMap((path): Finding | [] => {
    const [rows, bytes] = [recorded.get(path), present.get(path)];
    if (rows === undefined) return isOfThese(path) ? {path, ...unrecorded('its edition')} : [];
    if (bytes === undefined) return {path, ...missing(path)};
    return rows.every(([, hash]) => hash === hashOf(bytes)) ? [] : {path, ...changed('its edition')};
  });
}

function checkUpdates(toolkit: Toolkit): Finding[] {
  const recorded = [...toolkit.updateRecords.keys()].sort(compareNames);
  const [oldest] = recorded;
  if (oldest === undefined) return [];
  const published = [...toolkit.published.hashes.keys()].map((path) => updateOfFile(path) ?? '');
  // Before the chain begins, updates older than the first record have no record.
  const isEvery = isChained(toolkit);
  const since = published.filter((slug) => isEvery || compareNames(slug, oldest) > 0);
  return [...new Set([...since, ...recorded])].flatMap((slug) => checkUpdate(toolkit, slug));
}

function checkUpdate({files: all, published, updateRecords}: Toolkit, slug: string): Finding[] {
  const files = updateRecords.get(slug)?.files;
  const path = updateRecordFile(slug);
  const present = [...published.hashes.keys()].filter((file) => updateOfFile(file) === slug);
  if (!files) {
    // Another rule says why it cannot be read.
    if (all.some((file) => file.path === path)) return [];
    const near = nearest(slug, [...updateRecords.keys()]);
    return [
      {
        path: present[0] ?? path,
        problem: `update \`${slug}\` has no record, expected the one from \`npm run publish\`${near ? ` (there is one for \`${near}\`)` : ''}`,
        fix: 'Restore the record. If someone wrote the update by hand, remove it, and write change notes instead.',
      },
    ];
  }
  const lost = Object.keys(files).filter((file) => isInManifest(file) && !published.hashes.has(file));
  return [
    ...lost.map((file) => ({path, ...missing(file)})),
    ...present.flatMap((file) => {
      const recorded = files[file];
      if (published.hashes.get(file)?.() === recorded) return [];
      const whole = `update \`${slug}\``;
      return [{path: file, ...(recorded === undefined ? unrecorded(whole) : changed(whole))}];
    }),
  ];
}

function missing(file: string): Fault {
  return {problem: `\`${file}\` is on record but missing, expected the file`, fix: 'Restore it unchanged.'};
}

function unrecorded(whole: string): Fault {
  return {
    problem: `file is not in the record of ${whole}, expected only what was published`,
    fix: 'Remove the file. Only publishing adds files here.',
  };
}

function changed(whole: string): Fault {
  return {
    problem: `text differs from the record of ${whole}, expected the text as published`,
    fix: 'Undo the change. To fix a mistake, write a change note of the kind `correction`. If the law requires you to remove text, use `npm run redact`.',
  };
}
