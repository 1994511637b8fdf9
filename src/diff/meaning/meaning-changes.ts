import type {Vocabulary} from '../../model/schemas/vocabulary-schema.ts';
import {diffPages, factNames} from '../diff-pages.ts';
import type {Edit, PageText, Segment} from '../edit.ts';
import {factUnits, textUnits} from '../units/page-units.ts';
import {nameOf, profileOf, shareOf} from '../units/token.ts';
import {tokenise} from '../units/tokenise.ts';
import {contactOf, type MeaningToken, meaningTokens, sentencesOf} from './meaning-tokens.ts';
import {type Source, sourcesOf} from './sources-of.ts';

/** What a change of meaning is about. */
type Matter = 'page' | 'section' | 'title' | 'answer' | 'fact' | 'withdrawal' | 'source' | MeaningToken['matter'];

/** A change of a page that its readers may act on, so that a note has to cover it. */
export interface MeaningChange {
  /** Readable, and the same as long as the change is the same: `figure 45% -> 47%`, `section removed "Costs"`. */
  id: string;
  matter: Matter;
  /** A sentence that states one of these covers the change. Empty if no words can show that. */
  states: readonly string[];
  /** The headings above it. */
  where: readonly string[];
  /** What the page said and says, where that is a few words. */
  before?: string;
  after?: string;
}

/**
 * Finds the changes of meaning between two texts of a page.
 *
 * @param toolkit its vocabularies, and the address of its site, to which links are no sources
 */
export function meaningChanges(
  before: PageText,
  after: PageText,
  {vocabularies = [], site}: {vocabularies?: readonly Vocabulary[]; site?: string} = {},
): MeaningChange[] {
  const {edits} = diffPages(before, after, vocabularies);
  const told = edits.map((edit) => ({edit, changes: partChanges(edit)}));
  const loose = told.flatMap(({edit, changes}) => (changes === undefined ? [edit] : []));
  const tokens = tokenChanges(loose, edits, [before, after]);
  const [old, now] = [before, after].map((page) => factUnits(page, factNames(vocabularies)).length);
  const isAnswer = ({from, to}: Edit) => from?.unit === old || to?.unit === now;
  const found = told.flatMap(
    ({edit, changes}) => changes ?? tokens.get(edit) ?? (isAnswer(edit) ? answerChanges(edit) : []),
  );
  const stated = [...told.flatMap(({edit, changes}) => (changes?.length || tokens.has(edit) ? [edit] : []))];
  const all = [...found, ...sourceChanges(sourcesOf(before, site), sourcesOf(after, site), stated)];
  return [...new Map(all.map((change) => [change.id, change])).values()];
}

/** The change of a whole part: a section, the title, a fact. `undefined` where the words inside have to be compared. */
function partChanges(edit: Edit): MeaningChange[] | undefined {
  const {kind, part, where, before = '', after = '', from, to} = edit;
  if (kind === 'moved' || edit.touches.length === 0) return [];
  if (part === 'section' || (part === 'heading' && (from ?? to)?.depth === 2 && kind !== 'changed')) {
    if (kind === 'added') return [{id: `section added "${after}"`, matter: 'section', states: [after], where, after}];
    if (kind === 'removed') {
      return [{id: `section removed "${before}"`, matter: 'section', states: [before], where, before}];
    }
  }
  if (part === 'heading') {
    if (kind === 'added' || kind === 'removed' || likeness(before, after) >= SIMILAR) return undefined;
    return [{id: `section "${before}" is now "${after}"`, matter: 'section', states: [after], where, before, after}];
  }
  const [key = ''] = where;
  if (part !== 'fact') return undefined;
  if (key === 'title')
    return [{id: `title is now "${after}"`, matter: 'title', states: [after], where: [], before, after}];
  if (key === 'withdrawn' && (kind === 'added' || kind === 'removed')) {
    const id = kind === 'added' ? 'withdrawn' : 'withdrawal undone';
    return [{id, matter: 'withdrawal', states: ['withdrawn'], where: []}];
  }
  // Sources are compared by their addresses, whatever they are called.
  if (key === 'sources') return [];
  const texts = [before, after];
  if (
    OTHER_FACTS.includes(key) ||
    texts.some((text) => tokenise(text).length > TERM || meaningTokens(text).length > 0)
  ) {
    return undefined;
  }
  const id = `${key} ${[before, after].filter(Boolean).join(' -> ')}${after === '' ? ' removed' : ''}`;
  return [{id, matter: 'fact', states: [after || before], where: []}];
}

/** Facts that are prose, or that no reader acts on. */
const OTHER_FACTS: readonly string[] = ['description', 'partners', 'withdrawn'];

/** Longer facts are sentences, whose wording may change. */
const TERM = 8;

/** Headings with this share of words in common are one heading in other words. */
const SIMILAR = 0.5;

/** The share of words that two texts have in common, whatever their order. */
function likeness(before: string, after: string): number {
  const [old, now] = [before, after].map((text) => profileOf(tokenise(text.toLowerCase())));
  return old && now ? shareOf(old, now) : 0;
}

/** The tokens that one edit removes and adds. */
interface Exchange {
  edit: Edit;
  pairs: [MeaningToken, MeaningToken][];
  removed: MeaningToken[];
  added: MeaningToken[];
}

function tokenChanges(
  loose: readonly Edit[],
  all: readonly Edit[],
  [before, after]: readonly [PageText, PageText],
): Map<Edit, MeaningChange[]> {
  const exchanges = loose.map(exchangeIn);
  const elsewhere = all.filter((edit) => !loose.includes(edit)).map(exchangeIn);
  // What only moved on the page is still there.
  settle([...exchanges, ...elsewhere], ({matter}, edit) => (matter === 'duty' ? edit.where.slice(0, 1).join() : ''));
  const [old, now] = [before, after].map((page) => new Set(meaningTokens(visibleText(page)).map(({key}) => key)));
  return new Map(
    exchanges.flatMap(({edit, pairs, removed, added}) => {
      const gone = removed.filter((token) => !isSmallWord(token) || !now?.has(token.key));
      const fresh = added.filter((token) => !isSmallWord(token) || !old?.has(token.key));
      const changes = changesOf(edit, pairs, gone, fresh);
      return changes.length > 0 ? [[edit, changes] as const] : [];
    }),
  );
}

/** Words such as `two` and `A4` come and go with the wording: only their first or last use on a page says something. */
function isSmallWord({matter, text}: MeaningToken): boolean {
  return matter === 'figure' && /^\p{L}/u.test(text);
}

function visibleText(page: PageText): string {
  return [...factUnits(page), ...textUnits(page)].map(({tokens}) => nameOf(tokens)).join('\n');
}

/** Cancels what one edit removes and another adds. */
function settle(exchanges: readonly Exchange[], scope: (token: MeaningToken, edit: Edit) => string): void {
  const keyOf = (token: MeaningToken, edit: Edit) => `${token.matter} ${token.key} ${scope(token, edit)}`;
  const counts = new Map<string, {removed: number; added: number}>();
  for (const {edit, ...sides} of exchanges) {
    for (const side of ['removed', 'added'] as const) {
      for (const token of sides[side]) {
        const known = counts.get(keyOf(token, edit)) ?? {removed: 0, added: 0};
        known[side] += 1;
        counts.set(keyOf(token, edit), known);
      }
    }
  }
  const left = new Map(
    [...counts].map(([key, {removed, added}]) => [
      key,
      {removed: Math.min(removed, added), added: Math.min(removed, added)},
    ]),
  );
  for (const exchange of exchanges) {
    for (const side of ['removed', 'added'] as const) {
      exchange[side] = exchange[side].filter((token) => {
        const cancelled = left.get(keyOf(token, exchange.edit));
        if (!cancelled || cancelled[side] === 0) return true;
        cancelled[side] -= 1;
        return false;
      });
    }
  }
}

/** Replaced words up to this length are about their figure: `45%` by `47%`. */
const TIGHT = 3;

function exchangeIn(edit: Edit): Exchange {
  const exchange: Exchange = {edit, pairs: [], removed: [], added: []};
  for (const {segments} of edit.contents.length > 0 ? edit.contents : [edit]) {
    for (let index = 0; index < segments.length; index += 1) {
      const [segment, next] = segments.slice(index, index + 2);
      const pairs = segment && next ? pairsIn(segment, next) : [];
      if (pairs.length > 0) index += 1;
      else if (segment && segment.kind !== 'same') exchange[segment.kind].push(...tokensIn(segment));
      exchange.pairs.push(...pairs);
    }
  }
  return exchange;
}

/** The tokens of a few words and those of the few words that replace them, if they state the same kinds of things. */
function pairsIn(segment: Segment, next: Segment): [MeaningToken, MeaningToken][] {
  if (segment.kind !== 'removed' || next.kind !== 'added') return [];
  if ([segment, next].some(({text}) => tokenise(text.trim()).length > TIGHT)) return [];
  const [old, now] = [tokensIn(segment), tokensIn(next)];
  const pairs = old.flatMap((token, index): [MeaningToken, MeaningToken][] => {
    const other = now[index];
    return other?.matter === token.matter ? [[token, other]] : [];
  });
  return pairs.length === now.length && pairs.length === old.length ? pairs : [];
}

function tokensIn({what, text}: Segment): MeaningToken[] {
  if (what === 'words') return meaningTokens(text);
  const contact = what === 'link' ? contactOf(text.trim().slice(1, -1)) : undefined;
  return contact ? [contact] : [];
}

/** What a part gains or loses of each is one change. A sentence about its figure need not repeat the date. */
const GROUPS: readonly (readonly MeaningToken['matter'][])[] = [['figure', 'date'], ['duty'], ['contact']];

function changesOf(
  {where}: Edit,
  pairs: Exchange['pairs'],
  removed: readonly MeaningToken[],
  added: readonly MeaningToken[],
) {
  const replaced = pairs.filter(([old, now]) => old.key !== now.key).map(([old, now]) => ({old: [old], now: [now]}));
  const groups = GROUPS.map((matters) => {
    const [old, now] = [removed, added].map((side) => leading(side.filter(({matter}) => matters.includes(matter))));
    return {old: old ?? [], now: now ?? []};
  });
  return [...replaced, ...groups].flatMap(({old, now}) =>
    old[0]?.matter === now[0]?.matter
      ? tokenChange(old, now, where)
      : [...tokenChange(old, [], where), ...tokenChange([], now, where)],
  );
}

function leading(tokens: readonly MeaningToken[]): MeaningToken[] {
  const figures = tokens.filter(({matter}) => matter === 'figure');
  return figures.length > 0 ? figures : [...tokens];
}

function tokenChange(
  old: readonly MeaningToken[],
  now: readonly MeaningToken[],
  where: readonly string[],
): MeaningChange[] {
  const [first = now[0]] = old;
  if (!first) return [];
  const {matter} = first;
  const [before, after] = [old, now].map((tokens) => [...new Set(tokens.map(({text}) => text))].join(', '));
  const what = before && after ? `${before} -> ${after}` : before ? `${before} removed` : `${after} added`;
  // The same duty in two sections is two duties.
  const inside = matter === 'duty' && where.length > 0 ? ` in "${where.at(-1)}"` : '';
  const states = (now.length > 0 ? now : old).map(({text}) => text);
  return [{id: `${matter} ${what}${inside}`, matter, states, where, ...(before && {before}), ...(after && {after})}];
}

/** A sentence with less than this share of its words in the other text says something else. */
const KEPT = 0.7;

/** With more words of the answer left, a `not` that comes or goes turns it round; with fewer, it is reworded. */
const ALMOST_ALL = 0.8;

function answerChanges({part, where, segments, touches, kind}: Edit): MeaningChange[] {
  if (part !== 'paragraph' || where.length > 0 || kind === 'moved' || touches.length === 0) return [];
  const [before = '', after = ''] = (['removed', 'added'] as const).map((side) =>
    segments
      .map(({what, text, kind: one}) => (what === 'words' && (one === 'same' || one === side) ? text : ''))
      .join(''),
  );
  const [lost, gained] = [before, after].map(
    (text) => tokenise(text).filter(({marks}) => marks.some(({touch}) => touch === 'negation')).length,
  );
  const isTurned = lost !== gained && likeness(before, after) >= ALMOST_ALL;
  if (!isTurned && !hasOwnSentence(before, after) && !hasOwnSentence(after, before)) return [];
  return [{id: 'answer changed', matter: 'answer', states: [], where}];
}

/** Whether a text has a sentence that the other has not, in other words or in other places either. Figures are apart. */
function hasOwnSentence(text: string, other: string): boolean {
  const wordsOf = (sentence: string) => profileOf(tokenise(sentence).filter(({marks}) => marks.length === 0));
  const known = wordsOf(other.toLowerCase()).counts;
  return sentencesOf(text.toLowerCase()).some((sentence) => {
    const {counts, size} = wordsOf(sentence);
    const kept = [...counts].reduce((sum, [word, times]) => sum + Math.min(times, known.get(word) ?? 0), 0);
    // A word more or less is a matter of wording.
    return size - kept > 1 && kept < size * KEPT;
  });
}

type Sources = ReadonlyMap<string, Source>;

/** Sources that a page gains or loses, apart from those that belong to another change. */
function sourceChanges(old: Sources, now: Sources, stated: readonly Edit[]): MeaningChange[] {
  const words = stated.flatMap((edit) => [edit, ...edit.contents]).flatMap(({before: a = '', after: b = ''}) => [a, b]);
  const missingIn = (other: ReadonlyMap<string, unknown>) => (entry: readonly [string, {url: string}]) =>
    !other.has(entry[0]) && !words.some((text) => text.includes(entry[1].url));
  return [
    ...[...old].filter(missingIn(now)).map(([key, {title}]) => toSource('removed', key, title)),
    ...[...now].filter(missingIn(old)).map(([key, {title}]) => toSource('added', key, title)),
  ];
}

function toSource(verb: string, key: string, title: string): MeaningChange {
  return {id: `source ${verb} ${key}`, matter: 'source', states: title === '' ? [] : [title], where: []};
}
