import {COUNT_WORDS, SMALL_WORDS} from './number-pattern.ts';
import type {UnitPlace} from './prose-unit.ts';
import {DATE_RE} from './year-pattern.ts';

/** A kind of number that claims nothing; it is told by where it stands, by the words around it, or by its sentence. */
export interface AllowedClass {
  id: string;
  label: string;
  /** Why such a number needs no source, in one sentence to readers. */
  reason: string;
  /** Parts of a page that hold no others. */
  places?: readonly UnitPlace[];
  /** Headings whose sections hold no others. */
  section?: RegExp;
  /** Stretches of a text that hold no others. */
  within?: RegExp;
  /** Sentences that hold no others. */
  sentence?: RegExp;
  /** A link in its sentence makes the number a claim after all; or a link or the name of who says it. */
  unless?: 'linked' | 'sourced';
}

const COUNT = `(?:\\d{1,3}|${COUNT_WORDS})`;
const AGE = `(?:\\d{1,2}|${COUNT_WORDS})`;
const HOUR = '(?:0?\\d|1\\d|2[0-3])(?:[.:][0-5]\\d)?';
const HALF_DAY = ' ?(?:am|pm|a\\.m\\.|p\\.m\\.)';
const SERIES =
  'steps?|stages?|phases?|rounds?|lots?|parts?|chapters?|tables?|figures?|questions?|volumes?|issues?|numbers?|no\\.|articles?|options?|tier|tranche|zone|room|floor|unit|wave|group';

/** Every class of numbers that are no claims, the surest first; the first that fits a number is its class. */
export const ALLOWED_NUMBERS: readonly AllowedClass[] = [
  {
    id: 'title',
    label: 'Titles and headings of this toolkit',
    reason: 'They name a page or a section; what they sum up stands in the text below with its source.',
    places: ['title', 'heading'],
  },
  {
    id: 'publication',
    label: 'Titles of publications',
    reason: 'A number in the title of a source is part of its name.',
    places: ['source'],
  },
  {
    id: 'column',
    label: 'Columns for year, area, source or section in tables',
    reason:
      'They tell when, where and by whom the figure in the same row was counted, or which section a row is about.',
    places: ['year-cell', 'area-cell', 'source-cell', 'section-cell'],
  },
  {
    id: 'code',
    label: 'Code, addresses and descriptions of pictures',
    reason: 'They are to be typed, followed or heard in place of a picture, and count nothing.',
    places: ['code', 'address'],
  },
  {
    id: 'setting',
    label: 'Facts that the page is filed by',
    reason: 'Names of services, places and partners, and the years of a study, describe the page.',
    places: ['setting'],
  },
  {
    id: 'repeated',
    label: 'Numbers that a page’s description repeats',
    reason:
      'A description sums up its page in a sentence; the figures stand in the text, with rows of their own above.',
    places: ['repeated'],
  },
  {
    id: 'date',
    label: 'Dates, years and periods',
    reason: 'They say when something happened, and count nothing.',
    within: DATE_RE,
  },
  {
    id: 'time',
    label: 'Times of day',
    reason: 'They say when something opens, begins or ends, and count nothing.',
    within: new RegExp(
      [
        `(?<![£$€\\d.,:])\\b(?:${HOUR}(?:${HALF_DAY})?(?: (?:to|and|or|until|till) |-|–))?${HOUR}${HALF_DAY}(?!\\p{L})`,
        '(?<![£$€\\d.,:])\\b(?:[01]\\d|2[0-3]):[0-5]\\d\\b(?![:%])',
      ].join('|'),
      'giu',
    ),
  },
  {
    id: 'law',
    label: 'Laws, sections and papers',
    reason: 'The number is part of the name by which a law, a section or a paper is cited.',
    within:
      /\b(?:sections?|schedules?|paragraphs?|regulations?|articles?|clauses?|chapters?|part) \d+[\w()]*(?:(?:,| and| to) \d+[\w()]*)*|\b(?:HC|HL|Cm|Cmnd|SI|EWHC|EWCA|UKSC) ?(?:\d{4}[/ ])?\d+|\[\d{4}\] \w+ (?:\w+ )?\d+/giu,
  },
  {
    id: 'registration',
    label: 'Registration numbers',
    reason: 'They are how a register finds a charity, a company or a book.',
    within: /\b(?:number|no\.|ISBN|ISSN)(?: of)?:? [\d-]{5,}/giu,
  },
  {
    id: 'telephone',
    label: 'Telephone numbers',
    reason: 'They are to be called, and count nothing.',
    within: /(?:\+44 ?(?:\(0\) ?)?|(?<![\d.,£$€])0)\d(?:[ -]?\d){8,9}(?![\d%]|[.,]\d)/gu,
  },
  {
    id: 'age',
    label: 'Ages',
    reason: 'They say who a group is, not how many belong to it.',
    within: new RegExp(
      [
        `\\b(?:aged|ages?|ages of|aged between|from the age of|turn(?:s|ed)?) (?:about |under |over |from |between |up to )?${AGE}(?:(?: to | and |-|–| or )${AGE})?(?: (?:and|or) (?:over|under|above|older|younger))?`,
        `\\b(?:under|over)[- ](?:the age of )?(?:${AGE}s|(?:four|five|six|eight|eleven|twelve|sixteen|eighteen)s)\\b`,
        `\\b(?:are|is|users|people|adults|anyone|those|children|everyone|volunteers|members|readers) (?:under|over) \\d{2}\\b(?![\\d%]|,\\d| \\p{L}{4,}s\\b)`,
        `\\b${AGE}(?:(?: to |-|–)${AGE})?[- ]year-olds?\\b`,
        `\\b${AGE}(?: to ${AGE})? years? (?:old|of age)\\b`,
        '\\b(?:early|mid|late)[- ][2-9]0s\\b',
      ].join('|'),
      'giu',
    ),
  },
  {
    id: 'base',
    label: 'Bases of rates',
    reason: 'In “visits for each 1,000 people” the figure is the number of visits.',
    within:
      /\b(?:for (?:each|every)|per|in every|each|every) (?:1(?:0|00|,000|0,000|00,000)\b(?!%)|£1(?![\d%]|[.,]\d| (?:m|b)illion))/giu,
  },
  {
    id: 'version',
    label: 'Versions',
    reason: 'A version is the name of a state of something.',
    within: /\b(?:version|release|edition|v)\.? ?\d+(?:\.\d+)*/giu,
  },
  {
    id: 'order',
    label: 'First, second, step 3 and other places in an order',
    reason: 'They say which of several is meant, not how many there are.',
    within: new RegExp(
      [
        `\\b(?:${SERIES}) ${COUNT}\\b(?![,.]\\d|%| (?:years?|months?|weeks?|days?|hours?)\\b)`,
        '(?<!one[- ])\\b(?:first|second)\\b',
        '(?<!(?:one|two|three|four)[- ])\\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\\b(?:(?! of\\b)|(?<=\\b(?:is|was|were) the \\w+))(?<!\\b[Aa] third(?=[.,;:)]| (?:more|less|fewer|owned|said|were|had|have)\\b))',
        `\\b\\d{1,3}(?:st|nd|rd|th)\\b|\\b(?:first|second|third|last) of (?:the )?${COUNT}\\b`,
      ].join('|'),
      'giu',
    ),
  },
  {
    id: 'name',
    label: 'Names that hold a number',
    reason: 'The number is part of what a thing is called.',
    within:
      /\bCOVID-19\b|\b[1-4]D\b|\b[A-Z]{1,3}\d{1,2}\b(?!%)|\bkey stages? (?:\d|one|two|three|four)(?: (?:and|to) \d)?|\b(?:level|year|grade|reception and year|Category|Article) \d{1,2}\b(?![,.%]?\d|%)|\bWi-?Fi \d\b|\bWeb \d(?:\.\d)?|\b24\/7\b|\b[A-Z][\w+&]*[+ ]\d\.\d\b|\bOffice 365\b|\bG(?:7|8|20)\b|\b\d[A-Za-z]{2,}\d?\b(?<!\d(?:am|pm|st|nd|rd|th|bn|p|k|m|s))/gu,
  },
  {
    id: 'own-name',
    label: 'Names that this toolkit lists',
    reason: 'They are names of schemes and groups that hold a number, listed one by one with what each is.',
  },
  {
    id: 'phrase',
    label: 'Set phrases',
    reason: 'They are turns of speech, in which nobody counts.',
    within: new RegExp(
      [
        '\\bone-(?:to-one|off|offs|stop|way|page)\\b|\\b(?:second|third|first)-(?:hand|party|rate|class|time)\\b|\\bthird (?:sector|party|parties)\\b',
        '\\bone or (?:two|more)\\b|\\b(?:one|two) by (?:one|two)\\b|\\bone[- ]to[- ]one\\b|\\bat one(?: and the same)? time\\b',
        '\\btwo-(?:way|tier|sided)\\b|\\b(?:the )?(?:two|three) (?:apart|together)\\b|\\bhalf[- ]term\\b|\\bhalfway\\b|\\bsecond hand\\b',
        '\\b(?:upper|single|lower|two|top)-tier\\b|\\b(?:each|every|a|one|per|last|this) quarter\\b(?! of\\b)|\\bquarters? (?:of the year|end)\\b',
        '\\bseven days a week\\b|\\bdouble running\\b|\\bdouble[- ](?:count|counting|check)\\b|\\btwice over\\b|\\bin half\\b',
      ].join('|'),
      'giu',
    ),
  },
  {
    id: 'one',
    label: '“One” by itself',
    reason: 'It stands for “a” or for something named before.',
    within: /\bone\b(?![- ](?:hundred|thousand|million|billion|third|quarter|half|fifth|tenth)|% )/giu,
  },
  {
    id: 'advice',
    label: 'Questions, steps and advice',
    reason: 'They ask the reader to do or to find out something, and claim nothing.',
    section: /\bquestions?\b|\bfirst steps\b|\bchecklist\b|\bhow to\b/i,
    unless: 'linked',
  },
  {
    id: 'asked',
    label: 'Questions in other sections',
    reason: 'A question claims nothing, whatever page it leads to.',
    sentence: /\?\W*$/u,
  },
  {
    id: 'advised',
    label: 'Advice in other sections',
    reason: 'The sentence tells the reader what to do, or gives an example.',
    sentence:
      /^\W*(?:add|agree|aim|allow|ask|bring|budget|check|choose|compare|count|give|keep|leave|look|make|plan|price|put|say|see|set|spend|start|take|try|use|visit|write)\b|\byour?\b|\b(?:should|suppose|for example|for instance|up to you|our advice)\b/iu,
    unless: 'linked',
  },
  {
    id: 'own',
    label: 'What this toolkit says of itself',
    reason: 'The sentence counts what we found, read or list, or gives our own view, and says so.',
    sentence: /\b(?:we|our|ours|us)\b|\bthis (?:toolkit|site|page|study|record|restatement)\b/iu,
    unless: 'sourced',
  },
  {
    id: 'reference',
    label: 'Things named before',
    reason: '“The two” or “these four” points to things that the text names; it does not count them anew.',
    within: new RegExp(
      `\\b(?:the|these|those|both|all|other|last|next) (?:(?:first|last|other|next|same|main|remaining|new|old) )?(?:${SMALL_WORDS})\\b(?! (?:years?|months?|weeks?|days?|hours?|times|million|thousand|hundred)\\b)`,
      'giu',
    ),
    unless: 'linked',
  },
  {
    id: 'part',
    label: 'What the text itself sets out',
    reason: 'It counts the points, ways or questions that follow in the text.',
    within: new RegExp(
      `\\b(?:${SMALL_WORDS}) (?:\\p{L}+ )?(?:things?|ways?|parts?|kinds?|types?|sorts?|forms?|routes?|reasons?|questions?|points?|words?|meanings?|uses|tests|rules|lessons|figures|counts|measures|purposes)\\b`,
      'giu',
    ),
    unless: 'linked',
  },
];
