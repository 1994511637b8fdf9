/** The file in which Docusaurus lists the names of its versions, newest first. */
export const VERSIONS_FILE = 'versions.json';

export function editionFolder(name: string): string {
  return `versioned_docs/version-${name}`;
}

export function sidebarsFile(name: string): string {
  return `versioned_sidebars/version-${name}-sidebars.json`;
}

export function recordFile(name: string): string {
  return `ledgers/editions/${name}.json`;
}
