import {compareText} from '../problem.ts';

/** The next free name for a day or month: `2026-11-24`, then `2026-11-24.2`. It never fills gaps, so later names are higher. */
export function nextSlug(base: string, taken: readonly string[]): string {
  const counts = taken.filter((name) => splitName(name).base === base).map((name) => splitName(name).nth);
  return counts.length === 0 ? base : `${base}.${Math.max(...counts) + 1}`;
}

/** Orders numbered names, earliest first: `2026-11-24`, `2026-11-24.2`, `2026-11-24.10`. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return compareText(left.base, right.base) || left.nth - right.nth;
}

function splitName(name: string): {base: string; nth: number} {
  const [, base = name, nth = '1'] = /^(.*?)(?:\.(\d+))?$/.exec(name) ?? [];
  return {base, nth: Number(nth)};
}
