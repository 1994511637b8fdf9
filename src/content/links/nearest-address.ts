import {nearest} from '../nearest.ts';

/**
 * The address most likely meant by a dead one: its last part decides, for pages that move keep their name,
 * and the rest of the address would make strangers in one folder look alike.
 */
export function nearestAddress(address: string, valid: readonly string[]): string | undefined {
  // An author who links to a source file means its page.
  const meant = address.replace(/\.mdx?$/, '/');
  const name = nearest(lastPart(meant), valid.map(lastPart));
  if (name === undefined) return undefined;
  const alike = valid.filter((candidate) => lastPart(candidate) === name);
  return nearest(meant, alike) ?? alike[0];
}

function lastPart(address: string): string {
  return address.split('/').filter(Boolean).at(-1) ?? '';
}
