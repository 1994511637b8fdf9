import {z} from 'zod';
import {readJson} from './read-json.ts';

/** The file in which Docusaurus lists the names of its versions, newest first. */
export const VERSIONS_FILE = 'versions.json';

/** The names in `versions.json`; `undefined` if it is not a list of names. */
export function versionsIn(text: string): string[] | undefined {
  return readJson(text, z.array(z.string()));
}

export function editionFolder(name: string): string {
  return `versioned_docs/version-${name}`;
}

export function sidebarsFile(name: string): string {
  return `versioned_sidebars/version-${name}-sidebars.json`;
}

export function recordFile(name: string): string {
  return `ledgers/editions/${name}.json`;
}
