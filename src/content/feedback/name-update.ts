import {formatRange} from '../format-date.ts';
import {newestFirst} from '../history.ts';
import type {Toolkit} from '../toolkit.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** An update in words, `the update of 24 November 2026`; those of one day are told apart. */
export function nameUpdate({updates}: Pick<Toolkit, 'updates'>, slug: string): string {
  const all = newestFirst(updates.map(({data}) => data)).reverse();
  const update = all.find((one) => one.slug === slug);
  if (!update) return `update ${slug}`;
  const day = formatRange(update.published);
  const ofDay = all.filter(({published}) => formatRange(published) === day);
  if (ofDay.length === 1) return `the update of ${day}`;
  const ordinal = ORDINALS[ofDay.indexOf(update)];
  return ordinal === undefined ? `update ${slug}` : `the ${ordinal} update of ${day}`;
}
