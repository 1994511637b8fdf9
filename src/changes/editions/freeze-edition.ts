import {editionFolder, recordFile, sidebarsFile, VERSIONS_FILE} from '../../content/files/edition-files.ts';
import type {PlannedFile} from '../../content/files/planned-file.ts';
import {compareText} from '../../content/problem.ts';
import type {EditionRecord} from '../../content/schemas/record-schemas.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';

export interface Freeze {
  name: string;
  /** The day of its content, `2026-11-24`. */
  day: string;
  /** The names in `versions.json`. */
  versions: readonly string[];
  /** The slug of the newest update it contains; none if nothing was published yet. */
  lastUpdate: string | undefined;
}

/** The files of an edition: those that `docusaurus docs:version` writes, byte for byte, and its record. */
export function freezeEdition(toolkit: Toolkit, {name, day, versions, lastUpdate}: Freeze): PlannedFile[] {
  const copies = toolkit.files
    .filter(({path}) => path.startsWith('docs/'))
    .map(({path, bytes}) => ({path: path.replace(/^docs/, editionFolder(name)), content: bytes}));
  const {sidebar} = toolkit;
  return [
    ...copies,
    ...(sidebar ? [{path: sidebarsFile(name), content: toJson(sidebar.sidebars)}] : []),
    {path: VERSIONS_FILE, content: renderVersions([name, ...versions])},
    {path: recordFile(name), content: toJson(recordOf(toolkit, day, lastUpdate))},
  ];
}

/** The name of the newest edition, if a new one would have the same pages, vocabularies and updates. */
export function findSameEdition(toolkit: Toolkit, lastUpdate: string | undefined): string | undefined {
  const [newest] = toolkit.editions;
  if (!newest?.record) return undefined;
  const {last_update, vocabularies, fingerprints} = newest.record;
  const isSame =
    JSON.stringify(stateOf(toolkit, lastUpdate)) ===
    JSON.stringify({...(last_update !== undefined && {last_update}), vocabularies, fingerprints});
  return isSame ? newest.name : undefined;
}

export function renderVersions(names: readonly string[]): string {
  return toJson(names);
}

function recordOf(toolkit: Toolkit, day: string, lastUpdate: string | undefined): EditionRecord {
  const {title} = toolkit.config;
  const {editions, format} = textOf(toolkit.config);
  return {
    schema: 1,
    complete: true,
    about: editions.ofDay({title, day: format.day(day)}),
    ...stateOf(toolkit, lastUpdate),
  };
}

function stateOf(
  toolkit: Toolkit,
  lastUpdate: string | undefined,
): Pick<EditionRecord, 'last_update' | 'vocabularies' | 'fingerprints'> {
  const {vocabularies} = toolkit.config;
  const pages = allPages(toolkit).filter(({document}) => document.path.startsWith('docs/'));
  return {
    ...(lastUpdate !== undefined && {last_update: lastUpdate}),
    vocabularies: Object.fromEntries(
      vocabularies.map(({key, terms}) => [key, Object.fromEntries(terms.map(({id, label}) => [id, label]))] as const),
    ),
    fingerprints: Object.fromEntries(
      pages.map(({id, fingerprint}): [string, string] => [id, fingerprint()]).sort(([a], [b]) => compareText(a, b)),
    ),
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
