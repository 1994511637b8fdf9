import {remember} from '../../../content/memo.ts';
import type {Vocabulary} from '../../../content/schemas/vocabulary-schema.ts';
import {diffPages, factNames, textOf, unitsIn} from '../diff-pages.ts';
import type {Edit, PageText, Segment} from '../edit.ts';
import {nameOf, profileOf, shareOf} from '../units/token.ts';
import {tokenise} from '../units/tokenise.ts';
import {contactOf, type MeaningChange, type MeaningToken, meaningTokens} from './meaning-tokens.ts';
import {type Source, sourcesOf} from './sources-of.ts';
import {wordChanges} from './word-changes.ts';
import {negationChanges, wording, wordingChanges} from './wording-changes.ts';

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
  const inputs = [textOf(before), textOf(after), JSON.stringify([factNames(vocabularies), site])];
  return remember('changes of meaning', inputs, () => findChanges(before, after, vocabularies, site));
}

function findChanges(
  before: PageText,
  after: PageText,
  vocabularies: readonly Vocabulary[],
  site: string | undefined,
): MeaningChange[] {
  const [old, now] = [before, after].map((page) => keysOf(page, vocabularies)) as [Keys, Keys];
  const exchanges = diffPages(before, after, vocabularies).edits.map(exchangeIn);
  // If several edits list a token that moved, the change of a whole part gives it up last.
  cancelMoved(exchanges.toSorted((a, b) => Number(a.whole !== undefined) - Number(b.whole !== undefined)));
  const statedEdits: Edit[] = [];
  const fromEdits = exchanges.flatMap((exchange) => {
    const {edit, whole} = exchange;
    const changes = whole ?? changesIn(exchange, old, now);
    if (changes.some(({kind}) => kind !== 'wording')) statedEdits.push(edit);
    return changes;
  });
  const sources = sourceChanges(sourcesOf(before, site), sourcesOf(after, site), statedEdits);
  const all = [...fromEdits, ...sources];
  return [...new Map(all.map((change) => [change.id, change])).values()];
}

function changesIn(exchange: Exchange, old: Keys, now: Keys): MeaningChange[] {
  const {edit, removed, added} = exchange;
  const tokens = tokenChanges(exchange, old, now);
  const negations = wordChanges(edit).length > 0 ? negationChanges(edit, removed, added) : [];
  const stated = [...tokens, ...negations];
  return stated.length > 0 ? stated : wordingChanges(edit);
}

/** What a page states anywhere. */
type Keys = ReadonlySet<string>;

function keysOf(page: PageText, vocabularies: readonly Vocabulary[]): Keys {
  const text = unitsIn(page, factNames(vocabularies))
    .map(({tokens}) => nameOf(tokens))
    .join('\n');
  return new Set(meaningTokens(text).map(({key}) => key));
}

/** The change of a whole part: a section, the title, a fact. `undefined` where the words inside have to be compared. */
function partChanges(edit: Edit): MeaningChange[] | undefined {
  const {kind, part, where, before = '', after = '', from, to, affects} = edit;
  const [key = ''] = where;
  if (kind === 'moved') return part === 'list item' ? undefined : [];
  if (affects.length === 0) return [];
  const isSection = part === 'section' || (part === 'heading' && (from ?? to)?.depth === 2);
  if (isSection && (kind === 'added' || kind === 'removed')) {
    const id = `section ${kind} "${after || before}"`;
    return [{id, kind: 'section', states: [after || before], where, ...(after ? {after} : {before})}];
  }
  if (part === 'heading') {
    if (kind === 'added' || kind === 'removed' || likeness(before, after) >= SIMILAR) return undefined;
    return [{id: `section "${before}" is now "${after}"`, kind: 'section', states: [after], where, before, after}];
  }
  if (part !== 'fact') return undefined;
  if (key === 'title') {
    return [{id: `title is now "${after}"`, kind: 'title', states: [after], where: [], before, after}];
  }
  if (key === 'withdrawn' && (kind === 'added' || kind === 'removed')) {
    const id = kind === 'added' ? 'withdrawn' : 'withdrawal undone';
    return [{id, kind: 'withdrawal', states: ['withdrawn'], where: []}];
  }
  // Sources are compared by their addresses, whatever they are called.
  if (key === 'sources') return [];
  const isProse = (text: string) =>
    tokenise(text).length > TERM || meaningTokens(text).some(({kind}) => kind !== 'negation');
  if (FREE_FACTS.includes(key) || isProse(before) || isProse(after)) return undefined;
  const id = `${key} ${[before, after].filter(Boolean).join(' -> ')}${after === '' ? ' removed' : ''}`;
  // A rating is our opinion: only an editor knows whether readers would act differently.
  return [{id, kind: key === 'ratings' ? 'wording' : 'fact', states: [after || before], where: []}];
}

/** Facts in the words of the author. */
const FREE_FACTS: readonly string[] = ['description', 'cost', 'outcomes', 'partners', 'withdrawn'];

/** Longer facts are sentences, whose wording may change. */
const TERM = 8;

/** Headings with this share of words in common are one heading in other words. */
const SIMILAR = 0.5;

/** The share of words that two texts have in common, whatever their order. */
function likeness(before: string, after: string): number {
  const profile = (text: string) => profileOf(tokenise(text.toLowerCase()));
  return shareOf(profile(before), profile(after));
}

/** The tokens that one edit replaces, removes and adds. */
interface Exchange {
  edit: Edit;
  /** Set if the part changed as a whole: its tokens are then not listed. */
  whole: MeaningChange[] | undefined;
  pairs: [MeaningToken, MeaningToken][];
  removed: MeaningToken[];
  added: MeaningToken[];
}

function exchangeIn(edit: Edit): Exchange {
  const exchange: Exchange = {edit, whole: partChanges(edit), pairs: [], removed: [], added: []};
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

/** Up to this many words, a replacement is about its figure: `45%` becomes `47%`. */
const TIGHT = 3;

/** Pairs the tokens of a few words with those that replace them, if they state the same kinds of things. */
function pairsIn(segment: Segment, next: Segment): [MeaningToken, MeaningToken][] {
  if (segment.kind !== 'removed' || next.kind !== 'added') return [];
  if ([segment, next].some(({text}) => tokenise(text.trim()).length > TIGHT)) return [];
  const [old, now] = [tokensIn(segment), tokensIn(next)];
  const pairs = old.flatMap((token, index): [MeaningToken, MeaningToken][] => {
    const other = now[index];
    return other?.kind === token.kind ? [[token, other]] : [];
  });
  return pairs.length === now.length && pairs.length === old.length ? pairs : [];
}

function tokensIn({what, text}: Segment): MeaningToken[] {
  if (what === 'words') return meaningTokens(text);
  const contact = what === 'link' ? contactOf(text.trim().slice(1, -1)) : undefined;
  return contact ? [contact] : [];
}

/** Leaves out what one edit removes and another adds: it only moved. A duty counts for its section. */
function cancelMoved(exchanges: readonly Exchange[]): void {
  const keyOf = ({kind, key}: MeaningToken, {where}: Edit) =>
    `${kind} ${key} ${kind === 'duty' || kind === 'negation' ? where.slice(0, 1) : ''}`;
  const keysOf = (side: 'removed' | 'added') =>
    Map.groupBy(
      exchanges.flatMap((exchange) => exchange[side].map((token) => keyOf(token, exchange.edit))),
      (key) => key,
    );
  const [removed, added] = [keysOf('removed'), keysOf('added')];
  for (const exchange of exchanges) {
    const isUnmatched = (others: ReadonlyMap<string, string[]>) => (token: MeaningToken) =>
      others.get(keyOf(token, exchange.edit))?.pop() === undefined;
    exchange.removed = exchange.removed.filter(isUnmatched(added));
    exchange.added = exchange.added.filter(isUnmatched(removed));
  }
}

/** Losses and gains of one group are one change. A sentence about its figure need not repeat the date. */
const GROUPS: readonly (readonly MeaningToken['kind'][])[] = [['figure', 'date'], ['duty'], ['contact']];

function tokenChanges({edit, pairs, removed, added}: Exchange, before: Keys, after: Keys): MeaningChange[] {
  const {where} = edit;
  const lostTokens = removed.filter((token) => !isSmallWord(token) || !after.has(token.key));
  const newTokens = added.filter((token) => !isSmallWord(token) || !before.has(token.key));
  const replaced = pairs.filter(([old, now]) => old.key !== now.key && old.kind !== 'negation');
  return [
    ...replaced.flatMap(([old, now]) => tokenChange([old], [now], where)),
    ...GROUPS.flatMap((kinds) => {
      const [old, now] = [leading(lostTokens, kinds), leading(newTokens, kinds)];
      if (old[0]?.kind === now[0]?.kind) return tokenChange(old, now, where);
      return [...tokenChange(old, [], where), ...tokenChange([], now, where)];
    }),
  ];
}

/** Words such as `two` and `A4` come and go with the wording: only their first or last use on a page says something. */
function isSmallWord({kind, text}: MeaningToken): boolean {
  return kind === 'figure' && /^\p{L}/u.test(text);
}

/** The tokens of the first kind that occurs. */
function leading(tokens: readonly MeaningToken[], kinds: readonly MeaningToken['kind'][]): MeaningToken[] {
  const first = kinds.find((kind) => tokens.some((token) => token.kind === kind));
  return tokens.filter(({kind}) => kind === first);
}

function tokenChange(
  old: readonly MeaningToken[],
  now: readonly MeaningToken[],
  where: readonly string[],
): MeaningChange[] {
  const [first = now[0]] = old;
  if (!first) return [];
  const {kind} = first;
  const [before, after] = [old, now].map((tokens) => [...new Set(tokens.map(({text}) => text))].join(', '));
  const what = before && after ? `${before} -> ${after}` : before ? `${before} removed` : `${after} added`;
  // The same duty in two sections is two duties.
  const inside = kind === 'duty' && where.length > 0 ? ` in "${where.at(-1)}"` : '';
  const states = (now.length > 0 ? now : old).map(({text}) => text);
  return [{id: `${kind} ${what}${inside}`, kind, states, where, ...(before && {before}), ...(after && {after})}];
}

type Sources = ReadonlyMap<string, Source>;

/** Sources that a page gains or loses, unless another change states them. */
function sourceChanges(old: Sources, now: Sources, statedEdits: readonly Edit[]): MeaningChange[] {
  const words = statedEdits
    .flatMap((edit) => [edit, ...edit.contents])
    .flatMap(({before: a = '', after: b = ''}) => [a, b]);
  const missingIn = (other: ReadonlyMap<string, unknown>) => (entry: readonly [string, {url: string}]) =>
    !other.has(entry[0]) && !words.some((text) => text.includes(entry[1].url));
  return [
    ...[...old].filter(missingIn(now)).map(([key, {title}]) => toSource('removed', key, title)),
    ...[...now].filter(missingIn(old)).map(([key, {title}]) => toSource('added', key, title)),
    ...[...now].flatMap(([key, {publisher}]) => {
      const previous = old.get(key)?.publisher;
      if (!previous || !publisher || previous === publisher) return [];
      return wording(`publisher of ${key} is now "${publisher}"`, [publisher], []);
    }),
  ];
}

function toSource(verb: string, key: string, title: string): MeaningChange {
  return {id: `source ${verb} ${key}`, kind: 'source', states: title === '' ? [] : [title], where: []};
}
