import {oncePer, remember} from '../../content/memo.ts';
import type {Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import {lowercaseFirst} from '../../format/text.ts';
import {align, type Gap, type Pair} from './compare/align.ts';
import {makeEdit} from './compare/compare-words.ts';
import {diffTables} from './compare/diff-tables.ts';
import type {Edit, PageDiff, PageText} from './edit.ts';
import {ignoreLayout} from './ignore-layout.ts';
import {type FactNames, factUnits, textUnits} from './units/page-units.ts';
import {type Profile, profileOf, shareOf, tokensKey} from './units/token.ts';
import {type PlacedUnit, SECTION_HEADING, sectionAt, sectionsOf} from './units/unit.ts';

type UnitPair = Pair<PlacedUnit>;

/** A page counts as rewritten if less than this share of its words is left. */
const FAR = 0.3;

/**
 * Finds the changes of meaning between two texts of a page; `before` is `undefined` for a new page. Terms of
 * vocabularies count as facts.
 */
export function diffPages(
  before: PageText | undefined,
  after: PageText | undefined,
  vocabularies = NO_VOCABULARIES,
): PageDiff {
  const names = factNames(vocabularies);
  const inputs = [textOf(before), textOf(after), JSON.stringify(names)];
  return remember('difference', inputs, () => compare(before, after, names));
}

export const factNames = oncePer((vocabularies: readonly Vocabulary[]): FactNames => {
  return Object.fromEntries(vocabularies.map(({key, singular}) => [key, lowercaseFirst(singular)]));
});

const NO_VOCABULARIES: readonly Vocabulary[] = [];

/** Everything of a page that a difference shows. */
export function textOf(page: PageText | undefined): string {
  return page ? JSON.stringify([page.frontMatter, page.body]) : '';
}

function compare(before: PageText | undefined, after: PageText | undefined, names: FactNames): PageDiff {
  const [old, now] = [unitsIn(before, names), unitsIn(after, names)];
  const edits = diffUnits(old, now);
  if (!before && after) return {kind: 'added', edits};
  if (before && !after) return {kind: 'removed', edits};
  if (edits.length === 0) return {kind: 'same', edits};
  const [all, rest] = [old, now].map((units) => profileOf(units.flatMap(({tokens}) => tokens))) as [Profile, Profile];
  return {kind: shareOf(all, rest) < FAR ? 'rewritten' : 'changed', edits};
}

/** The facts and then the text of a page, unit by unit: read once, because several differences use the same text. */
export function unitsIn(page: PageText | undefined, names: FactNames): readonly PlacedUnit[] {
  return page ? readUnits(page)(names) : [];
}

const readUnits = oncePer((page: PageText) => {
  const units = textUnits(page);
  return oncePer((names: FactNames) =>
    [...factUnits(page, names), ...units].map((unit, index) => ({...unit, index, profile: profileOf(unit.tokens)})),
  );
});

function diffUnits(before: readonly PlacedUnit[], after: readonly PlacedUnit[]): Edit[] {
  const {pairs, rest} = align(before, after, {likeness, pairRest: pairInPlace});
  const edits = [
    ...moves(before, after, pairs),
    ...pairs.flatMap(changes),
    ...editsOf('removed', before, rest.before),
    ...editsOf('added', after, rest.after),
  ];
  return factsLast(ignoreLayout(inOrder(edits, pairs), before, after));
}

function likeness(before: PlacedUnit, after: PlacedUnit): number {
  return before.group === after.group ? shareOf(before.profile, after.profile) : 0;
}

/** In a list, an item that shares less than this with the one in its place is a different item. */
const AKIN = 0.35;

/** Up to this many words and characters, the only remaining item of a list may be the same one in different words. */
const SHORT = 6;

/**
 * Pairs the remaining units in one place of two pages, however different: units of the same kind in the same order were
 * rewritten. It stops at a remaining heading, which begins another section. It also skips list items, such as sources or
 * questions: if they have little in common, one was removed and another added.
 */
function pairInPlace({before, after}: Gap<PlacedUnit>): [PlacedUnit, PlacedUnit][] {
  const isOne = before.length === 1 && after.length === 1;
  const mayBeOne = (old: PlacedUnit, now: PlacedUnit) =>
    old.group === now.group &&
    (!old.isListed || likeness(old, now) >= AKIN || (isOne && Math.max(old.tokens.length, now.tokens.length) <= SHORT));
  let candidates = isOne ? after : upToHeading(after);
  return (isOne ? before : upToHeading(before)).flatMap((old): [PlacedUnit, PlacedUnit][] => {
    const at = candidates.findIndex((now) => mayBeOne(old, now));
    const match = candidates[at];
    if (!match) return [];
    candidates = candidates.slice(at + 1);
    return [[old, match]];
  });
}

function upToHeading(units: readonly PlacedUnit[]): readonly PlacedUnit[] {
  const heading = units.findIndex(({group}) => group === SECTION_HEADING);
  return heading === -1 ? units : units.slice(0, heading);
}

/** Edits for units that moved. A section that is whole and in order elsewhere in the old page is one edit. */
function moves(before: readonly PlacedUnit[], after: readonly PlacedUnit[], pairs: readonly UnitPair[]): Edit[] {
  const moved = new Map(pairs.filter(({isMoved}) => isMoved).map((pair) => [pair.after, pair.before.index]));
  const sections = sectionsOf(after, (section) => {
    const from = moved.get(section[0] as PlacedUnit) ?? Number.NaN;
    const isInOrder = section.every((unit, n) => moved.get(unit) === from + n);
    return isInOrder && sectionAt(before, from).length === section.length;
  });
  const inner = new Set([...sections.values()].flatMap((section) => section.slice(1)));
  return pairs.flatMap((pair) => {
    const isDeeper = pair.before.depth !== pair.after.depth;
    if (!isDeeper && (!pair.isMoved || inner.has(pair.after))) return [];
    const section = sections.get(pair.after.index);
    const subject = {...subjectOf(pair), ...(section && {part: 'section' as const, span: section.length})};
    return [makeEdit('moved', subject, pair.before.tokens, pair.after.tokens)];
  });
}

function changes(pair: UnitPair): Edit[] {
  const {before, after} = pair;
  if (tokensKey(before.tokens) === tokensKey(after.tokens)) return [];
  const subject = subjectOf(pair);
  if (before.grid && after.grid) return diffTables(before.grid, after.grid, subject);
  return [makeEdit('changed', subject, before.tokens, after.tokens)];
}

function subjectOf({before, after}: UnitPair) {
  return {part: after.part, where: after.where, from: placeOf(before), to: placeOf(after)};
}

function placeOf({index, depth}: PlacedUnit) {
  return {unit: index, depth};
}

/** Edits for units that were added or removed. A whole section is one edit. */
function editsOf(kind: 'added' | 'removed', page: readonly PlacedUnit[], units: readonly PlacedUnit[]): Edit[] {
  const edits = new Map(
    units.map((unit) => {
      const {part, where, tokens} = unit;
      const place = placeOf(unit);
      return kind === 'added'
        ? [unit, makeEdit(kind, {part, where, from: undefined, to: place}, undefined, tokens)]
        : [unit, makeEdit(kind, {part, where, from: place, to: undefined}, tokens, undefined)];
    }),
  );
  for (const [heading, ...content] of sectionsOf(page, (section) =>
    section.every((unit) => edits.has(unit)),
  ).values()) {
    const edit = heading && edits.get(heading);
    if (!edit) continue;
    const contents = [edit, ...content.flatMap((unit) => edits.get(unit) ?? [])];
    const affects = [...new Set(contents.flatMap((inner) => inner.affects))];
    for (const unit of content) edits.delete(unit);
    edits.set(heading, {...edit, part: 'section', segments: [], affects, span: contents.length, contents});
  }
  return [...edits.values()];
}

/** The facts shown before the text of a page. Edits of other facts come after the text. */
const HEAD: ReadonlySet<unknown> = new Set(['title', 'description']);

function factsLast(edits: readonly Edit[]): Edit[] {
  const isLast = ({part, where}: Edit) => part === 'fact' && !HEAD.has(where[0]);
  return [...edits.filter((edit) => !isLast(edit)), ...edits.filter(isLast)];
}

/** Orders edits as in the new page. Removed parts keep their old place. */
function inOrder(edits: readonly Edit[], pairs: readonly UnitPair[]): Edit[] {
  const unmoved = pairs.filter(({isMoved}) => !isMoved);
  const placeIn = ({from, to}: Edit): number => {
    if (to) return to.unit;
    const above = unmoved.findLast(({before}) => before.index < (from?.unit ?? 0));
    return (above?.after.index ?? -1) + 0.5;
  };
  return edits.toSorted((a, b) => placeIn(a) - placeIn(b));
}
