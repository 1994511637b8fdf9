import type {Token} from '../units/token.ts';
import {tokenise} from '../units/tokenise.ts';
import kinds from '../units/word-kinds.json' with {type: 'json'};

export interface MeaningToken {
  kind: 'figure' | 'date' | 'duty' | 'contact' | 'negation';
  /** Equal for the same meaning: `three` and `3`, `45 per cent` and `45%`, `needn't` and `need not`. */
  key: string;
  text: string;
}

type MeaningKind =
  | 'page'
  | 'section'
  | 'title'
  | 'fact'
  | 'withdrawal'
  | 'source'
  | 'wording'
  | 'file'
  | MeaningToken['kind'];

/** A change of a page that its readers may act on, so that a note has to cover it. */
export interface MeaningChange {
  /** Readable, and the same as long as the change is the same: `figure 45% -> 47%`, `section removed "Costs"`. */
  id: string;
  kind: MeaningKind;
  /** A sentence that states one of these covers the change. Empty if no words can show that. */
  states: readonly string[];
  /** The headings above it. */
  where: readonly string[];
  /** What the page said and says, where that is a few words. */
  before?: string;
  after?: string;
}

/** Number words that rarely state a figure: `one of them`, `a third party`, `at first`. */
const LOOSE = /^(?:one|once|twice|double|triple|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBERS = new Set(kinds.numbers.filter((word) => !LOOSE.test(word)));
const DUTIES = new Set(['must', 'must not', 'may', 'may not', 'need not']);

export function meaningTokens(text: string): MeaningToken[] {
  const tokens = tokenise(text.replace(/\s+/g, ' ').trim());
  return tokens.flatMap((token, index) => meaningOf(token, tokens[index - 1], tokens[index + 1]) ?? []);
}

/** The contact that the address of a link gives; `undefined` for a link to a page. */
export function contactOf(url: string): MeaningToken | undefined {
  const [, contact] = /^(?:mailto|tel|sms):([^?]+)/i.exec(url) ?? [];
  return contact === undefined ? undefined : {kind: 'contact', key: contact.toLowerCase(), text: contact};
}

function meaningOf({key, marks, text}: Token, before?: Token, next?: Token): MeaningToken | undefined {
  const [first] = marks;
  const contact = text.includes(':') ? contactOf(text) : undefined;
  // Elsewhere `need` alone is often a noun.
  if (key.toLowerCase() === 'need' && next?.key === 'no') return {kind: 'duty', key: 'need not', text: 'need not'};
  if (contact || !first) return contact;
  if (first.aspect === 'date') return {kind: 'date', key: dateKey(key), text};
  if (first.aspect === 'number') {
    const figure = figureKey(key);
    return figure === undefined ? undefined : {kind: 'figure', key: figure, text};
  }
  // `do not need to` and `do not have to` lift a duty, as `need not` does.
  const isDenied = /^not$|n't$/.test(before?.key ?? '');
  const isLifted = isDenied && /^(?:need|have) to$/.test(first.value);
  const isNegated = marks.some(({aspect}) => aspect === 'negation');
  const duty = isLifted ? 'need not' : `${first.value.replace(/ to$/, '')}${isNegated ? ' not' : ''}`;
  if (first.aspect === 'modal' && DUTIES.has(duty)) return {kind: 'duty', key: duty, text: duty};
  // `cannot charge` and `can't charge` are equal, and another negation is not.
  return isNegated ? {kind: 'negation', key: `not ${next?.key ?? ''}`, text} : undefined;
}

/** Amounts by the first letter of their words: `k` or `thousand`, `m` or `million`, `bn` or `billion`. */
const SCALES: Readonly<Record<string, number>> = {k: 1e3, t: 1e3, m: 1e6, b: 1e9};

/** `undefined` for a word that states no figure. */
function figureKey(key: string): string | undefined {
  const lower = key.toLowerCase();
  if (/^\p{L}+(?:-\p{L}+)*$/u.test(lower)) {
    const [word = ''] = lower.split('-');
    const at = SMALL.indexOf(word);
    return NUMBERS.has(word) ? (at === -1 ? lower : String(at)) : undefined;
  }
  return lower
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/ ?per cent$/, '%')
    .replace(/-[a-z].*$/, '')
    .replace(/(\d+(?:\.\d+)?) ?(k|thousand|m|million|bn|billion)$/, (_, number: string, unit: string) =>
      String(Math.round(Number(number) * (SCALES[unit.slice(0, 1)] ?? 1))),
    );
}

/** Ranges of years are equal however they are written: `2014/15`, `2014-15`, `2014 to 2015`. */
function dateKey(key: string): string {
  const lower = key.toLowerCase().replace(/(?<=\d)(?:st|nd|rd|th)\b/, '');
  const [, from, to] = /^(\d{4})(?: to | ?[-–/] ?)(\d{2,4})$/.exec(lower) ?? [];
  return from === undefined || to === undefined ? lower : `${from}/${to.slice(-2)}`;
}

const SENTENCES = new Intl.Segmenter('en', {granularity: 'sentence'});

export function sentencesOf(note: string): string[] {
  return [...SENTENCES.segment(note)].map(({segment}) => segment.trim());
}
