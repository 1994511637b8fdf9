import type {PageRule} from '../rule.ts';
import {EXCLUDING_WORDS, GROUP_NAMES} from '../words/excluding-words.ts';
import type {PageWord} from '../words/page-sentences.ts';
import {pageSentences} from '../words/page-sentences.ts';
import type {FoundPhrase} from '../words/phrase-finder.ts';
import {makePhraseFinder} from '../words/phrase-finder.ts';
import {sayInstead} from '../words/say-instead.ts';

interface Entry {
  instead: string;
  isGroupName: boolean;
}

const findPhrases = makePhraseFinder<Entry>([
  ...EXCLUDING_WORDS.map(([pattern, instead]) => [pattern, {instead, isGroupName: false}] as const),
  ...GROUP_NAMES.map(([pattern, instead]) => [pattern, {instead, isGroupName: true}] as const),
]);

/** No noun: what stands before one of these is the noun itself. */
const NO_NOUN_RE =
  /^(a|are|as|at|be|but|by|can|cannot|could|did|do|for|from|get|had|has|have|in|into|is|may|might|must|need|often|on|should|than|that|to|was|were|when|where|who|whose|will|with|would)$/;

export const noExcludingWord: PageRule = {
  id: 'no-excluding-word',
  group: 'prose',
  summary: 'People are named as people, not by what they cannot do.',
  why: 'Readers are among those written about, and stop trusting a page that puts them down or leaves them out.',
  good: [
    'Disabled people and older people help the disabled wardens; the blind man uses a wheelchair.',
    'The Royal National Institute for the Blind and the Elderly Care Fund gave maps to the unemployed wardens.',
    'The chair staffed the desk. “The disabled are welcome,” said the old sign.',
  ],
  bad: [
    'The maps help the disabled.',
    'Elderly and wheelchair-bound people meet the Chairman.',
    'For the unemployed, *manned* desks are open.',
  ],
  check: (page) =>
    pageSentences(page).flatMap((sentence) =>
      findPhrases(sentence)
        .filter((found) => isMeant(found, sentence))
        .map(({entry: {instead}, words}) => ({
          place: words[0]?.place,
          end: words.at(-1)?.end,
          problem: `\`${words.map(({text}) => text).join(' ')}\` leaves people out, expected words such as ${sayInstead(instead)}`,
          fix: `Write ${sayInstead(instead)}, or what the people themselves prefer.`,
        })),
    ),
};

function isMeant({entry, words}: FoundPhrase<Entry>, sentence: readonly PageWord[]): boolean {
  const isQuoted = words.some((word) => word.isQuoted);
  const isName = words.some(
    (word) => word !== sentence[0] && /^\p{Lu}/u.test(word.text) && !word.normal.startsWith('chair'),
  );
  if (isQuoted || isName) return false;
  const last = words.at(-1);
  const next = last && sentence[sentence.indexOf(last) + 1];
  return !entry.isGroupName || !next || /\S/.test(next.gap) || NO_NOUN_RE.test(next.normal);
}
