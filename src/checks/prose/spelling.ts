import nspell from 'nspell';
import type {CheckContext} from '../../model/check-context.ts';
import {once} from '../../model/memo.ts';

/** Words and parts of words that British public services write every day and that the dictionary lacks. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  ableism ableist aider aiders annum anonymise anonymised anonymising befriender befrienders byelaw byelaws café cafés
  chatbot chatbots comms consultee consultees covid coworking crèche crèches decarbonise decarbonised decarbonising
  digitalise digitalised ebook ebooks eg fintech funder funders geolocation glitchy hackathon hackathons hotdesking
  ie inclusivity jobcentre jobcentres jobseeker jobseekers judgment judgments mentee mentees mutuals naïve neurodivergent
  neurodiverse neurodiversity neurotypical offboarding onboarding positivity prebook prebooked preloaded prescriber
  prescribers procurements rata reablement rebrand rebranded rebranding refurb rehome rehomed reimagine reimagined
  reimagining repurpose repurposed repurposing reskill reskilled reskilling retender retendered retendering retitled
  roadmap roadmaps rollout rollouts scribing secondee secondees skillset skillsets subregional telecare telehealth
  unbanked unstaffed upcycle upcycled upcycling upskill upskilled upskilling vlog vlogs wayfinding webchat webpage
  webpages wi-fi wifi worklessness
  anti bi co cyber de eco extra geo inter intra macro micro mid mini mono multi neo non para pre pro pseudo quasi re
  semi socio sub super tele trans tri ultra un uni
  `
    .trim()
    .split(/\s+/),
);

/** Tells right words from wrong ones. */
export interface Spelling {
  /** Whether a word without hyphens is right. */
  knows(word: string): boolean;
  /** Right words that a wrong one may have been meant to be, the likeliest first. */
  suggest(word: string): string[];
}

/** What a dictionary has said of words; plain data, so that it can be kept, and come from another thread. */
export interface Verdicts {
  /** Whether a word is right. */
  judged: Map<string, boolean>;
  /** What it suggested in the place of a wrong one. */
  suggested: Map<string, string[]>;
}

/** A dictionary that is read when it is first asked for a word of which nothing is known: reading it takes long. */
interface Speller extends Spelling {
  known: Verdicts;
  /** What was not known before. */
  learned: Verdicts;
}

type Dictionary = CheckContext['dictionary'];

const dictionaries = new WeakMap<Dictionary, Speller>();
const lists = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Spelling by a dictionary and a toolkit's own words; each is read but once. */
export function spellingOf({dictionary, words}: Pick<CheckContext, 'dictionary' | 'words'>): Spelling {
  const general = kept(dictionaries, dictionary, createSpeller);
  const own = kept(lists, words, (list) => new Set(list));
  return {
    knows: (word) => general.knows(word) || own.has(word) || own.has(word.toLowerCase()),
    suggest: general.suggest,
  };
}

/** Tells a dictionary what it said in an earlier check. */
export function recallVerdicts(dictionary: Dictionary, verdicts: Verdicts): void {
  addVerdicts(kept(dictionaries, dictionary, createSpeller).known, verdicts);
}

/** What a dictionary has said of new words since it was last asked this. */
export function takeVerdicts(dictionary: Dictionary): Verdicts {
  const speller = kept(dictionaries, dictionary, createSpeller);
  const {learned} = speller;
  speller.learned = noVerdicts();
  return learned;
}

/** Where nothing is known of any word. */
export function noVerdicts(): Verdicts {
  return {judged: new Map(), suggested: new Map()};
}

/** Adds verdicts to others. */
export function addVerdicts(verdicts: Verdicts, more: Verdicts): void {
  for (const [word, isRight] of more.judged) verdicts.judged.set(word, isRight);
  for (const [word, suggestions] of more.suggested) verdicts.suggested.set(word, suggestions);
}

function kept<Key extends object, Value>(values: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const known = values.get(key);
  if (known) return known;
  const value = make(key);
  values.set(key, value);
  return value;
}

/** Every distinct word is looked up once. */
function createSpeller(dictionary: Dictionary): Speller {
  const words = once(() => nspell(dictionary));
  const isListed = (word: string) => words().correct(word);
  const speller: Speller = {known: noVerdicts(), learned: noVerdicts(), knows, suggest};

  function knows(word: string): boolean {
    const known = speller.known.judged.get(word);
    if (known !== undefined) return known;
    const isRight =
      COMMON_WORDS.has(word.toLowerCase()) ||
      isListed(word) ||
      // A name in small letters, as in a part of an address, is no slip of spelling.
      isListed(word.charAt(0).toUpperCase() + word.slice(1)) ||
      isDerived(word) ||
      isCompound(word);
    speller.known.judged.set(word, isRight);
    speller.learned.judged.set(word, isRight);
    return isRight;
  }

  /** `accreditations`, `unstaffed`, `relaunching`: dictionaries hold few of the forms that words can take. */
  function isDerived(word: string): boolean {
    const [, prefixed] = /^(?:de|non|over|pre|re|sub|un|under)(\p{Ll}{3,}(?:ed|ing|able))$/u.exec(word) ?? [];
    const singular = /^\p{Ll}{4,}s$/u.test(word)
      ? word.replace(/(?:ies|s)$/, (end) => (end === 's' ? '' : 'y'))
      : undefined;
    return [prefixed, singular].some((base) => base !== undefined && knows(base));
  }

  /** `foodbank`, `makerspace`: English joins words faster than dictionaries follow. */
  function isCompound(word: string): boolean {
    if (!/^[a-z]+$/.test(word)) return false;
    for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
      if (isListed(word.slice(0, at)) && isListed(word.slice(at))) return true;
    }
    return false;
  }

  function suggest(word: string): string[] {
    const known = speller.known.suggested.get(word);
    if (known) return known;
    const suggestions = words().suggest(word);
    speller.known.suggested.set(word, suggestions);
    speller.learned.suggested.set(word, suggestions);
    return suggestions;
  }

  return speller;
}

/** Of slips made at random, 1 in 100 falls into two right words of this length; with 3 letters it is 4. */
const LEAST_PART = 4;
