interface Version {
  name: string;
  label: string;
}

/** Whether this is the live text and no edition. */
export function isLive({name}: {name: string}): boolean {
  return name === 'current';
}

/** What readers call it: `Live`, `Edition 2017-03`. */
export function editionLabel(version: Version): string {
  return isLive(version) ? version.label : `Edition ${version.label}`;
}
