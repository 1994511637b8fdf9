import type {ParsedPage} from '../parsed-page.ts';
import {perPage} from '../per-page.ts';
import {NAMED_SOURCE_RE} from '../prose/named-source.ts';
import {ALLOWED_NUMBERS} from './allowed-numbers.ts';
import type {FoundNumber} from './number-pattern.ts';
import {numbersIn} from './number-pattern.ts';
import {pageUnits} from './page-units.ts';
import type {LinkIn, ProseUnit} from './prose-unit.ts';
import type {SentenceIn} from './sentence-of.ts';
import {sentencesOf} from './sentence-of.ts';

/** A number of a page, and the class that lets it stand without a row; none for a claim. */
export interface PageNumber {
  unit: ProseUnit;
  sentence: SentenceIn;
  /** Where it stands in the text of the unit. */
  start: number;
  end: number;
  allowed: string | undefined;
}

/** A name that holds a number, as the configuration lists it. */
export interface NumberedName {
  name: string;
  why: string;
}

/** The id of the class of what descriptions repeat. */
const REPEATED = 'repeated';

/** The id of the class of titles of publications. */
const PUBLICATION = 'publication';

/** The id of the class of names that the configuration lists. */
const OWN_NAME = 'own-name';

const perPageNumbers = perPage((page) => pageUnits(page).flatMap((unit) => unitNumbers(unit)));

/** Every number of a page, in order: each is a claim, or allowed. */
export function pageNumbers(page: ParsedPage, names: readonly NumberedName[]): PageNumber[] {
  const titles = titlesOf(page);
  const found = perPageNumbers(page).map((number) => {
    if (isInName(number, names)) return {...number, allowed: OWN_NAME};
    return isInTitle(number, titles) ? {...number, allowed: PUBLICATION} : number;
  });
  const claimed = new Set(found.filter(isClaimInText).map(numberKey));
  return joinClaims(found.map((number) => (repeats(number, claimed) ? {...number, allowed: REPEATED} : number)));
}

/** A description sums up its page: what it says in words, and the figures that the text gives, need no second row. */
function repeats(number: PageNumber, claimed: ReadonlySet<string>): boolean {
  const key = numberKey(number);
  return number.unit.place === 'description' && !number.allowed && (claimed.has(key) || !/\d\d|[£%]/.test(key));
}

/** Each number of a claim for comparison: `23 of 43` has two. */
export function numbersKeys({unit, start, end}: Pick<PageNumber, 'unit' | 'start' | 'end'>): string[] {
  return numbersIn(unit.text.slice(start, end)).map((found) =>
    numberKey({unit, start: start + found.start, end: start + found.end}),
  );
}

/** A number for comparison: `two` and `2` are the same. */
export function numberKey({unit, start, end}: Pick<PageNumber, 'unit' | 'start' | 'end'>): string {
  const text = unit.text
    .slice(start, end)
    .toLowerCase()
    .replace(/^one[- ](?=third|quarter|half|fifth)/, '');
  const digit = WORDS.indexOf(text);
  return digit < 0 ? text : String(digit);
}

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** The links in the sentence of a number that may be its source; `/case-studies/` is a list of this site, and none. */
export function linksInSentence({unit, sentence}: Pick<PageNumber, 'unit' | 'sentence'>): LinkIn[] {
  return unit.links.filter(({start, end, url}) => start < sentence.end && end > sentence.start && !url.startsWith('/'));
}

function isClaimInText({unit, allowed}: PageNumber): boolean {
  return allowed === undefined && unit.place !== 'description';
}

function unitNumbers(unit: ProseUnit): PageNumber[] {
  const numbers = numbersIn(unit.text);
  if (numbers.length === 0) return [];
  const sentences = sentencesOf(unit.text);
  const whole = {start: 0, end: unit.text.length};
  const isWithin = createFinder(unit.text);
  let at = 0;
  let judge: ReturnType<typeof sentenceJudge> | undefined;
  return numbers.map(({start, end}) => {
    while ((sentences[at]?.end ?? end) < end) at += 1;
    const own = sentences[at];
    const sentence = own && own.start <= start ? own : whole;
    if (judge?.sentence !== sentence) judge = sentenceJudge(unit, sentence);
    return {unit, sentence, start, end, allowed: classOf({unit, start, end}, judge, isWithin)};
  });
}

function classOf(
  {unit, start, end}: Pick<PageNumber, 'unit' | 'start' | 'end'>,
  {is, isLinked, isSourced}: ReturnType<typeof sentenceJudge>,
  isWithin: ReturnType<typeof createFinder>,
): string | undefined {
  return ALLOWED_NUMBERS.find(({places, section, within, sentence, unless}) => {
    if ((unless === 'linked' && isLinked) || (unless === 'sourced' && isSourced)) return false;
    return (
      places?.includes(unit.place) ||
      section?.test(unit.section) ||
      (sentence && is(sentence)) ||
      (within && isWithin(within, {start, end}))
    );
  })?.id;
}

/** What a sentence says of all its numbers, asked once: it may hold thousands of them. */
function sentenceJudge(unit: ProseUnit, sentence: SentenceIn) {
  const words = unit.text.slice(sentence.start, sentence.end);
  const isLinked = linksInSentence({unit, sentence}).length > 0 || unit.place === 'outcome' || unit.place === 'cost';
  const known = new Map<RegExp, boolean>();
  function is(pattern: RegExp): boolean {
    const answer = known.get(pattern) ?? pattern.test(words);
    known.set(pattern, answer);
    return answer;
  }
  return {sentence, is, isLinked, isSourced: isLinked || NAMED_SOURCE_RE.test(words)};
}

/** Tells whether a pattern matches around a number, for numbers in order; a text is searched once for each pattern. */
function createFinder(text: string): (pattern: RegExp, number: FoundNumber) => boolean {
  const found = new Map<RegExp, {matches: FoundNumber[]; at: number}>();
  return (pattern, {start, end}) => {
    const known = found.get(pattern) ?? {matches: stretchesOf(text, pattern), at: 0};
    found.set(pattern, known);
    while ((known.matches[known.at]?.end ?? end) < end) known.at += 1;
    return (known.matches[known.at]?.start ?? end) <= start;
  };
}

function stretchesOf(text: string, pattern: RegExp): FoundNumber[] {
  return [...text.matchAll(pattern)].map(({index, 0: match}) => ({start: index, end: index + match.length}));
}

function isInName({unit: {text}, start, end}: PageNumber, names: readonly NumberedName[]): boolean {
  return names.some(({name}) => text.slice(Math.max(0, end - name.length), start + name.length).includes(name));
}

/** The titles of the sources that a page lists. */
function titlesOf({document}: ParsedPage): string[] {
  const sources = document.frontMatter?.sources;
  return Array.isArray(sources)
    ? sources.flatMap((source: {title?: unknown} | null) => String(source?.title ?? ''))
    : [];
}

/** `[Digital transformation: five approaches](https://...)` names a source, and counts nothing. */
function isInTitle({unit, start, end}: PageNumber, titles: readonly string[]): boolean {
  const link = unit.links.find((one) => one.start <= start && end <= one.end);
  return link !== undefined && / .* /.test(link.text) && titles.some((title) => title.startsWith(link.text));
}

/** What joins two numbers to one figure: `£14 million to £22 million`, `28 of 73`. */
const JOINT_RE = /^(?: (?:to|of|of (?:the|its|their)|out of|or|against|in every)|-|–) ?(?:£)?$/;

function joinClaims(numbers: readonly PageNumber[]): PageNumber[] {
  const joined: PageNumber[] = [];
  for (const number of numbers) {
    const before = joined.at(-1);
    const isNext = before?.unit === number.unit && before.sentence === number.sentence;
    const gap = isNext ? number.unit.text.slice(before.end, number.start) : '';
    if (before && JOINT_RE.test(gap) && before.allowed === undefined && number.allowed === undefined) {
      joined[joined.length - 1] = {...before, end: number.end};
    } else {
      joined.push(number);
    }
  }
  return joined;
}
