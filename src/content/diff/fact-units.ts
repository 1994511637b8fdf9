import {OWN_KEYS} from '../fingerprint-text.ts';
import {linkToken} from './inline-tokens.ts';
import type {Token} from './token.ts';
import {foldSpace, tokenise} from './tokenise.ts';
import type {Unit} from './unit.ts';
import {makeUnit} from './unit.ts';

/** The keys of front matter that readers see, in the order they are told. */
const FACTS = [...OWN_KEYS, 'regions', 'withdrawn'];

/** Keys inside a fact, in the order they are read, with the word that goes before; other keys follow. */
const LABELS: Readonly<Record<string, string>> = {
  figure: '',
  what: '',
  title: '',
  publisher: '',
  basis: '',
  from: 'from',
  to: 'to',
  approximate: 'about',
  year: '',
  role: 'given by',
  on: 'on',
  why: '',
  replaced_by: 'replaced by',
  url: '',
  source: '',
};

/** Facts of front matter, each a unit; of a list, each item. */
export function factUnits(frontMatter: Readonly<Record<string, unknown>> | undefined): Unit[] {
  return FACTS.flatMap((key) => {
    const value = frontMatter?.[key];
    const isListed = Array.isArray(value);
    const items = isListed ? value : [value];
    return items.flatMap((item: unknown) => {
      const tokens = factTokens(item);
      return tokens.length > 0 ? [makeUnit({part: 'fact', group: `fact ${key}`, where: [key], tokens, isListed})] : [];
    });
  });
}

function factTokens(value: unknown): Token[] {
  if (value === undefined || value === null || value === false || value === true) return [];
  if (value instanceof Date) return wordTokens(value.toISOString().slice(0, 10));
  if (Array.isArray(value)) return value.flatMap(factTokens);
  if (typeof value !== 'object') return wordTokens(String(value));
  return sortKeys(Object.keys(value)).flatMap((key) => {
    const item: unknown = (value as Record<string, unknown>)[key];
    const tokens = item === true ? [] : factTokens(item);
    if (tokens.length === 0 && item !== true) return [];
    return [...wordTokens(LABELS[key] ?? key), ...tokens];
  });
}

function wordTokens(text: string): Token[] {
  const isAddress = /^https?:\/\/\S+$/.test(text);
  const [first, ...rest] = isAddress ? [linkToken(text)] : tokenise(foldSpace(text));
  return first ? [{...first, isSpaced: true}, ...rest] : [];
}

function sortKeys(keys: readonly string[]): string[] {
  const order = Object.keys(LABELS);
  const known = order.filter((key) => keys.includes(key));
  return [...known, ...keys.filter((key) => !order.includes(key)).sort()];
}
