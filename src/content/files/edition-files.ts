/** The file in which Docusaurus lists the names of its versions, newest first. */
export const VERSIONS_FILE = 'versions.json';

/** The folder of an edition's pages. */
export function editionFolder(name: string): string {
  return `versioned_docs/version-${name}`;
}

/** The file of an edition's sidebars. */
export function sidebarsFile(name: string): string {
  return `versioned_sidebars/version-${name}-sidebars.json`;
}

/** The file of an edition's record. */
export function recordFile(name: string): string {
  return `ledgers/editions/${name}.json`;
}
