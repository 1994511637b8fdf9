import {useSiteFields} from './use-site.ts';

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

/** Whether an edition restates what another publisher had put live: it cannot hold the words of that time. */
export function useIsRestated(edition: string | undefined): boolean {
  const {predecessor} = useSiteFields().toolkit;
  return edition !== undefined && edition <= (predecessor?.until ?? '');
}
