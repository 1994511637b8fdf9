import {lowercaseFirst} from '../format/text.ts';
import {oncePer, remember} from '../model/memo.ts';
import type {Vocabulary} from '../model/schemas/vocabulary-schema.ts';
import {alignSequences, type Pair, unpaired} from './compare/align.ts';
import {addedEdit, changedEdit, movedEdit, removedEdit} from './compare/compare-words.ts';
import {diffTables} from './compare/diff-tables.ts';
import type {Edit, PageDiff, PageText, Part, Position} from './edit.ts';
import {type FactNames, factUnits, textUnits} from './units/page-units.ts';
import {profileOf, shareOf, type Token, tokensKey} from './units/token.ts';
import {movedSections, pairInPlace, type Unit, wholeSections} from './units/unit.ts';

/** A page counts as rewritten if less than this share of its words is left. */
const FAR = 0.3;

/**
 * Finds the changes of meaning between two texts of a page; `before` is `undefined` for a new page. `vocabularies` are
 * those of the toolkit: the terms that only case studies have are facts about them.
 */
export function diffPages(
  before: PageText | undefined,
  after: PageText | undefined,
  vocabularies: readonly Vocabulary[] = [],
): PageDiff {
  const names = factNames(vocabularies);
  const inputs = [textOf(before), textOf(after), JSON.stringify(names)];
  return remember('difference', inputs, () => compare(before, after, names));
}

/** The names of the facts that the toolkit adds. */
export function factNames(vocabularies: readonly Vocabulary[]): FactNames {
  const facts = vocabularies.filter(({guidance}) => !guidance);
  return Object.fromEntries(facts.map(({key, singular}) => [key, lowercaseFirst(singular)]));
}

/** Everything of a page that a difference shows. */
function textOf(page: PageText | undefined): string {
  return page ? JSON.stringify([page.frontMatter, page.body]) : '';
}

function compare(before: PageText | undefined, after: PageText | undefined, names: FactNames): PageDiff {
  const unitsIn = (page: PageText | undefined) => (page ? [...factUnits(page, names), ...readText(page)] : []);
  const [old, now] = [unitsIn(before), unitsIn(after)];
  const edits = diffUnits(old, now);
  if (!before && after) return {kind: 'added', edits};
  if (before && !after) return {kind: 'removed', edits};
  if (edits.length === 0) return {kind: 'same', edits};
  const share = shareOf(profileOf(old.flatMap(({tokens}) => tokens)), profileOf(now.flatMap(({tokens}) => tokens)));
  return {kind: share < FAR ? 'rewritten' : 'changed', edits};
}

/** The units of a text, cached while the text is in use, because several differences use the same text. */
const readText = oncePer<readonly Unit[], PageText>(textUnits);

function diffUnits(before: readonly Unit[], after: readonly Unit[]): Edit[] {
  const profiles = [before, after].map((units) => units.map(({tokens}) => profileOf(tokens)));
  const likeness = (i: number, j: number) => {
    const [a, b] = [profiles[0]?.[i], profiles[1]?.[j]];
    return a && b && before[i]?.group === after[j]?.group ? shareOf(a, b) : 0;
  };
  const pairs = alignSequences({
    before: before.map(({key}) => key),
    after: after.map(({key}) => key),
    likeness,
    pairRest: (old, now) => pairInPlace(before, after, old, now, likeness),
  });
  const rest = unpaired(before.length, after.length, pairs);
  const edits = inOrder(
    [
      ...moves(before, after, pairs),
      ...pairs.flatMap((pair) => changes(before, after, pair)),
      ...withSections(before, rest.before, (unit, from) => removedEdit({...unit, from, to: undefined}, unit.tokens)),
      ...withSections(after, rest.after, (unit, to) => addedEdit({...unit, from: undefined, to}, unit.tokens)),
    ],
    pairs,
  );
  return factsLast(quietLayout(edits, before, after));
}

function moves(before: readonly Unit[], after: readonly Unit[], pairs: readonly Pair[]): Edit[] {
  const sections = movedSections(before, after, pairs);
  return pairs.flatMap((pair) => {
    const [old, now] = [before[pair.before], after[pair.after]];
    if (!old || !now || (!pair.isMoved && old.depth === now.depth)) return [];
    const section = sections.find(({start, end}) => start <= pair.after && pair.after < end);
    if (section && section.start !== pair.after && old.depth === now.depth) return [];
    const isSection = section?.start === pair.after;
    const subject = subjectOf(now, pair, old);
    const part = isSection ? ('section' as const) : subject.part;
    return [movedEdit({...subject, part}, old.tokens, now.tokens, isSection ? section.end - section.start : 1)];
  });
}

function changes(before: readonly Unit[], after: readonly Unit[], pair: Pair): Edit[] {
  const [old, now] = [before[pair.before], after[pair.after]];
  if (!old || !now || tokensKey(old.tokens) === tokensKey(now.tokens)) return [];
  const subject = subjectOf(now, pair, old);
  if (old.grid && now.grid) return diffTables(old, now, subject.from, subject.to);
  return [changedEdit(subject, old.tokens, now.tokens)];
}

function subjectOf({part, where, depth}: Unit, {before, after}: Pair, old: Unit) {
  return {part, where, from: {unit: before, depth: old.depth}, to: {unit: after, depth}};
}

/** Edits for units that were added or removed. A whole section is one edit. */
function withSections(
  units: readonly Unit[],
  indexes: readonly number[],
  toEdit: (unit: Pick<Unit, 'part' | 'where' | 'tokens'>, at: Position) => Edit,
): Edit[] {
  const sections = wholeSections(units, new Set(indexes));
  const edits = new Map(
    indexes.flatMap((index) => {
      const unit = units[index];
      if (!unit) return [];
      const {part, where, tokens, depth} = unit;
      return [[index, toEdit({part, where, tokens}, {unit: index, depth})]];
    }),
  );
  return [...edits].flatMap(([index, edit]) => {
    const section = sections.find(({start, end}) => start <= index && index < end);
    if (!section) return [edit];
    if (section.start !== index) return [];
    const contents = [...edits].filter(([n]) => section.start <= n && n < section.end).map(([, inner]) => inner);
    const touches = [...new Set(contents.flatMap((inner) => inner.touches))];
    return [{...edit, part: 'section', segments: [], touches, span: contents.length, contents}];
  });
}

/** The facts shown before the text of a page. Edits of other facts come after the text. */
const HEAD: ReadonlySet<unknown> = new Set(['title', 'description']);

function factsLast(edits: readonly Edit[]): Edit[] {
  const isLast = ({part, where}: Edit) => part === 'fact' && !HEAD.has(where[0]);
  return [...edits.filter((edit) => !isLast(edit)), ...edits.filter(isLast)];
}

/** Orders edits as in the new page. Removed parts keep their old place. */
function inOrder(edits: readonly Edit[], pairs: readonly Pair[]): Edit[] {
  const kept = pairs.filter(({isMoved}) => !isMoved);
  const placeOf = ({from, to}: Edit): number => {
    if (to) return to.unit;
    const above = kept.findLast(({before}) => before < (from?.unit ?? 0));
    return (above?.after ?? -1) + 0.5;
  };
  return edits
    .map((edit, index) => ({edit, index, place: placeOf(edit)}))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({edit}) => edit);
}

/** The most pieces into which a paragraph is usually split. */
const MOST_EDITS = 12;

const TEXT: ReadonlySet<Part> = new Set(['paragraph', 'list item', 'quotation']);

/**
 * Edits that only rearrange the same words, such as splitting a paragraph or turning it into a list, touch nothing. Taken
 * alone, each looks as if a number, date or duty was added or removed.
 */
function quietLayout(edits: readonly Edit[], before: readonly Unit[], after: readonly Unit[]): Edit[] {
  const quiet = [...edits];
  for (let start = 0; start < quiet.length; start += 1) {
    for (let end = Math.min(start + MOST_EDITS, quiet.length); end > start + 1; end -= 1) {
      const run = quiet.slice(start, end);
      if (!saysTheSame(run, before, after)) continue;
      quiet.splice(start, run.length, ...run.map((edit) => ({...edit, touches: []})));
      start = end - 1;
      break;
    }
  }
  return quiet;
}

function saysTheSame(run: readonly Edit[], before: readonly Unit[], after: readonly Unit[]): boolean {
  if (!run.every(({part, kind}) => TEXT.has(part) && kind !== 'moved')) return false;
  const old = numbered(run.map(({from}) => from?.unit));
  const now = numbered(run.map(({to}) => to?.unit));
  if (old.length === 0 || now.length === 0 || !isUnbroken(old) || !isUnbroken(now)) return false;
  const [was, is] = [tokensOf(before, old), tokensOf(after, now)];
  return was.length === is.length && tokensKey(was) === tokensKey(is);
}

function tokensOf(units: readonly Unit[], indexes: readonly number[]): Token[] {
  return indexes.flatMap((index) => units[index]?.tokens ?? []);
}

function numbered(units: readonly (number | undefined)[]): number[] {
  return units.filter((unit) => unit !== undefined).sort((a, b) => a - b);
}

function isUnbroken(units: readonly number[]): boolean {
  return units.every((unit, index) => index === 0 || unit === (units[index - 1] ?? 0) + 1);
}
