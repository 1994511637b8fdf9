import type {PageNumber} from './page-numbers.ts';
import {linksInSentence} from './page-numbers.ts';
import {sentencesOf} from './sentence-of.ts';

/** `It then had`, `Of these`, `the region`: the sentence speaks of what the one before named. */
const POINTS_BACK_RE =
  /^\W*(?:It|Its|They|Their|Of (?:these|them|those)|Th(?:at|is|ese|ose)|There|The (?:same|rest|others?))\b|\bthe (?:region|county|city|district|area|village|town)\b/;

/** The sentence before that of a number; empty where there is none. */
export function sentenceBefore({unit: {text}, sentence}: PageNumber): string {
  const before = sentencesOf(text).findLast(({end}) => end <= sentence.start);
  return before ? text.slice(before.start, before.end) : '';
}

/** Tells whether a sentence is understood by the one before it. */
export function pointsBack(sentence: string): boolean {
  return POINTS_BACK_RE.test(sentence);
}

/** Tells whether a sentence goes on from those before it: one that brings another source and names nothing again begins anew. */
export function goesOn(claim: PageNumber): boolean {
  const {unit, sentence} = claim;
  const own = linksInSentence(claim);
  const before = unit.links.filter(({end}) => end <= sentence.start);
  const isSameSource =
    own.length === 0 || before.length === 0 || own.some(({url}) => before.some((link) => link.url === url));
  return isSameSource || pointsBack(unit.text.slice(sentence.start, sentence.end));
}

/** The sentence that introduces the list in which a number stands; empty where none does. */
export function leadIn({unit: {lead}}: PageNumber): string {
  const last = sentencesOf(lead?.text ?? '').at(-1);
  return last && lead ? lead.text.slice(last.start, last.end) : '';
}
