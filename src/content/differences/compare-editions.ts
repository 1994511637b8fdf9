import {diffPages} from '../diff/diff-pages.ts';
import type {PageDiff} from '../diff/edit.ts';
import {addressOf} from '../page-id.ts';
import type {Toolkit} from '../toolkit.ts';
import type {StatePage, ToolkitState} from './toolkit-states.ts';
import {statesOf} from './toolkit-states.ts';

/** What became of a page between two states; `same` in meaning where it only moved. */
export interface ComparedPage {
  kind: 'changed' | 'moved' | 'withdrawn';
  before: StatePage;
  after: StatePage;
  diff: PageDiff;
}

/** All that differs between two states of the toolkit, pages in the order of their titles. */
export interface Comparison {
  /** `2017-03`, and `2026-11` or `live`. */
  from: string;
  to: string;
  added: StatePage[];
  removed: StatePage[];
  /** Changed, moved or withdrawn pages. */
  kept: ComparedPage[];
  /** How many pages say the same in both. */
  same: number;
}

/** Neighbouring editions, and each edition beside the live text; oldest first. */
export function compareEditions(toolkit: Toolkit): Comparison[] {
  const states = statesOf(toolkit);
  const live = states.at(-1);
  return states.slice(0, -1).flatMap((state, index) => {
    const next = states[index + 1];
    const pairs = next && live && next !== live ? [next, live] : [next];
    return pairs.flatMap((to) => (to ? [compareStates(state, to)] : []));
  });
}

function compareStates(from: ToolkitState, to: ToolkitState): Comparison {
  const heirs = new Map([...to.pages.values()].flatMap((page) => page.formerAddresses.map((at) => [at, page])));
  const pairs = [...from.pages.values()].map((before) => ({
    before,
    after: to.pages.get(before.id) ?? heirs.get(addressOf(before.id)),
  }));
  const continued = new Set(pairs.map(({after}) => after));
  const compared = pairs.flatMap(({before, after}) => (after ? [comparePage(before, after)] : []));
  const kept = compared.filter(({kind, diff}) => kind !== 'changed' || diff.kind !== 'same');
  return {
    from: from.name,
    to: to.name,
    added: byTitle([...to.pages.values()].filter((page) => !continued.has(page))),
    removed: byTitle(pairs.filter(({after}) => !after).map(({before}) => before)),
    kept: kept.sort((a, b) => compareTitles(a.after, b.after)),
    same: compared.length - kept.length,
  };
}

const SAME: PageDiff = {kind: 'same', edits: []};

function comparePage(before: StatePage, after: StatePage): ComparedPage {
  const [old, now] = [before.document(), after.document()];
  // Most pages stand in several editions just as they are.
  const diff = old.text === now.text && old.body === now.body ? SAME : diffPages(old, now);
  if (after.isWithdrawn && !before.isWithdrawn) return {kind: 'withdrawn', before, after, diff};
  return {kind: before.id === after.id ? 'changed' : 'moved', before, after, diff};
}

function byTitle(pages: readonly StatePage[]): StatePage[] {
  return [...pages].sort(compareTitles);
}

function compareTitles(a: StatePage, b: StatePage): number {
  return a.title.localeCompare(b.title, 'en-GB') || (a.id < b.id ? -1 : 1);
}
