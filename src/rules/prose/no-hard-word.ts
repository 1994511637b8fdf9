import {listWords} from '../../format/nearest.ts';
import type {PageRule} from '../rule.ts';
import {type PageWord, pageSentences} from '../text/page-sentences.ts';
import wordChoices from '../text/word-choices.json' with {type: 'json'};
import about from './no-hard-word.json' with {type: 'json'};

/**
 * `word-choices.json` lists replacements that are nearly always right. It is based on
 * https://www.gov.uk/guidance/content-design/writing-for-gov-uk, https://www.gov.uk/guidance/style-guide/a-to-z,
 * http://www.plainenglish.co.uk/the-a-z-of-alternative-words.html,
 * https://www.gov.uk/government/publications/inclusive-communication/inclusive-language-words-to-use-and-avoid-when-writing-about-disability
 * and https://www.ethnicity-facts-figures.service.gov.uk/style-guide/writing-about-ethnicity/.
 *
 * `groups` are names such as `the blind`, which are fine as adjectives. `accepted` terms contain a hard word.
 */
interface Phrase {
  kind: keyof typeof wordChoices;
  words: readonly string[];
  instead: string;
}

const {hard, excluding, groups, accepted} = wordChoices;

const PHRASES: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  [
    ...Object.entries(hard).flatMap(([pattern, instead]) => phrasesOf('hard', pattern, instead)),
    ...Object.entries(excluding).flatMap(([pattern, instead]) => phrasesOf('excluding', pattern, instead)),
    ...Object.entries(groups).flatMap(([pattern, instead]) => phrasesOf('groups', pattern, instead)),
    ...accepted.flatMap((pattern) => phrasesOf('accepted', pattern, '')),
  ].sort((a, b) => b.words.length - a.words.length),
  ({words}) => words[0] ?? '',
);

/** If one of these words follows, a group name is a noun and not an adjective. */
const NO_NOUN_RE =
  /^(a|are|as|at|be|but|by|can|cannot|could|did|do|for|from|get|had|has|have|in|into|is|may|might|must|need|often|on|should|than|that|to|was|were|when|where|who|whose|will|with|would)$/;

export const noHardWord: PageRule = {
  id: 'no-hard-word',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page) =>
    pageSentences(page).flatMap((sentence) =>
      phrasesIn(sentence).map(({kind, instead, words}) => {
        const written = words.map(({text}) => text).join(' ');
        const better = sayInstead(instead);
        return {
          place: words[0]?.place,
          end: words.at(-1)?.end,
          ...(kind === 'hard'
            ? {
                problem: `\`${written}\` is hard to read, expected plain English such as ${better}`,
                fix: `Use ${better}, or delete it.`,
              }
            : {
                problem: `\`${written}\` can offend or exclude people, expected ${better}`,
                fix: `Use ${better}, or the term these people prefer.`,
              }),
        };
      }),
    ),
};

/** Expands a pattern: `a|an|? hat|hats` is six phrases, `a hat`, `an hat`, `hat` and their plurals. */
function phrasesOf(kind: Phrase['kind'], pattern: string, instead: string): Phrase[] {
  const phrases = pattern
    .split(' ')
    .reduce<string[][]>(
      (begun, step) =>
        begun.flatMap((words) => step.split('|').map((word) => (word === '?' ? words : [...words, word]))),
      [[]],
    );
  return phrases.map((words) => ({kind, words, instead}));
}

type FoundPhrase = Omit<Phrase, 'words'> & {words: PageWord[]};

/** Finds the longest phrases in a sentence. They do not overlap, and only spaces separate their words. */
function phrasesIn(sentence: readonly PageWord[]): FoundPhrase[] {
  const phrases: FoundPhrase[] = [];
  let index = 0;
  while (index < sentence.length) {
    const phrase = PHRASES.get(sentence[index]?.normal ?? '')?.find(({words}) => isAt(sentence, index, words));
    const length = phrase?.words.length ?? 1;
    const words = sentence.slice(index, index + length);
    if (phrase && isMeant(phrase.kind, words, sentence)) phrases.push({...phrase, words});
    index += length;
  }
  return phrases;
}

function isAt(sentence: readonly PageWord[], index: number, words: readonly string[]): boolean {
  return words.every((word, n) => {
    const here = sentence[index + n];
    return here?.normal === word && (n === 0 || /^\s+$/.test(here.gap));
  });
}

function isMeant(kind: Phrase['kind'], words: readonly PageWord[], sentence: readonly PageWord[]): boolean {
  if (kind === 'accepted' || words.some(({isQuoted}) => isQuoted)) return false;
  if (kind === 'hard') return true;
  const isName = words.some(
    (word) => word !== sentence[0] && /^\p{Lu}/u.test(word.text) && !word.normal.startsWith('chair'),
  );
  if (isName) return false;
  const last = words.at(-1);
  const next = last && sentence[sentence.indexOf(last) + 1];
  return kind !== 'groups' || !next || /\S/.test(next.gap) || NO_NOUN_RE.test(next.normal);
}

/** Formats a replacement: `help or make easier` is a choice of two, and a remark in brackets is kept as it is. */
function sayInstead(better: string): string {
  const [, words = '', remark = ''] = /^([^(]*?) ?((?<=^| )\(.*\))?$/.exec(better) ?? [];
  if (words === '') return remark.slice(1, -1);
  const choice = listWords(words.split(' or '));
  return remark === '' ? choice : `${choice} ${remark}`;
}
