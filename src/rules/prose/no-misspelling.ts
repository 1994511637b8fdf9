import {distance} from 'fastest-levenshtein';
import {once} from '../../content/memo.ts';
import {listWords} from '../../format/nearest.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {cellSentences, type PageWord, pageSentences} from '../text/page-sentences.ts';
import {isPlaceholder} from '../text/placeholders.ts';
import {type Spelling, spellingOf} from '../text/spelling.ts';
import about from './no-misspelling.json' with {type: 'json'};

/** Suggestions take a thousand times as long as a look-up, so a page gets at most this many. */
const MAX_SUGGESTIONS = 10;

/** Words without a suggestion, such as names and foreign words, are the slowest, and a page often has several. */
const MAX_WITHOUT = 2;

/** A shorter word is near to many others, so that none of them is likely. */
const MIN_LETTERS = 4;

/** No English word is longer, and the dictionary needs minutes for a run of thousands of letters. */
const MAX_WORD_LENGTH = 50;

/** Characters of addresses, paths, file names, handles and sums, which are not plain words. */
const NO_WORD_RE = /[/@\\_#=<>]|[\p{L}\p{N}][.:&][\p{L}\p{N}]/u;

export const noMisspelling: PageRule = {
  id: 'no-misspelling',
  group: 'prose',
  language: 'en',
  ...about,
  check: (page, context) => {
    const spelling = spellingOf(context);
    const sentences = [...pageSentences(page), ...cellSentences(page)];
    // Thousands of words can be in one run.
    const noWords = new Set([...new Set(sentences.flat().map(({run}) => run))].filter((run) => NO_WORD_RE.test(run)));
    const words = sentences
      .flat()
      .filter(({text, isQuoted, run}) => !isQuoted && !noWords.has(run) && !isPlaceholder(text));
    const common = once(
      () => new Set(words.map(({text}) => text).filter((text) => /^\p{Ll}{5,}$/u.test(text) && spelling.knows(text))),
    );
    const wrong = new Map<string, PageFinding>();
    const findings: PageFinding[] = [];
    let without = 0;
    const suggest = (word: string): string[] => {
      if (word.length < MIN_LETTERS || wrong.size >= MAX_SUGGESTIONS || without === MAX_WITHOUT) return [];
      const suggestions = spelling.suggest(word);
      if (suggestions.length === 0) without += 1;
      return suggestions;
    };
    for (const word of words) {
      for (const part of wrongParts(word, spelling, common)) {
        const finding = wrong.get(part.wrong) ?? explain(part, suggest);
        wrong.set(part.wrong, finding);
        findings.push({...finding, place: word.place, end: word.end});
      }
    }
    return findings;
  },
};

/** A misspelled part of a word. `meant` is a similar word that the page spells correctly. */
interface WrongPart {
  wrong: string;
  meant?: string | undefined;
}

function wrongParts({text}: PageWord, spelling: Spelling, common: () => ReadonlySet<string>): WrongPart[] {
  const plain = text.replaceAll('’', "'");
  // A British dictionary does not cover other scripts or numbers.
  if (plain.length > MAX_WORD_LENGTH || !/\p{Script=Latin}/u.test(plain) || spelling.knows(plain)) return [];
  return plain
    .split('-')
    .map((part) => part.replace(/'s?$/, ''))
    .filter((part) => /^[\p{L}']{2,}$/u.test(part) && !spelling.knows(part))
    .flatMap((wrong): WrongPart[] => {
      if (!/\p{Lu}/u.test(wrong)) return [{wrong}];
      // An unknown word with a capital is usually a name, unless the page has nearly the same word without one.
      const meant = spelling.knows(wrong.toLowerCase()) ? undefined : nearTwin(wrong.toLowerCase(), common());
      return meant === undefined ? [] : [{wrong, meant}];
    });
}

function nearTwin(wrong: string, common: ReadonlySet<string>): string | undefined {
  if (wrong.length < 5) return undefined;
  return [...common].find((word) => Math.abs(word.length - wrong.length) <= 1 && distance(word, wrong) === 1);
}

function explain({wrong, meant}: WrongPart, suggest: Spelling['suggest']): PageFinding {
  const suggestions = meant ? [meant] : suggest(wrong).slice(0, 3);
  const expected = suggestions.length > 0 ? listWords(suggestions) : 'a word in the dictionary';
  const [first] = suggestions;
  return {
    problem: `\`${wrong}\` is not in the dictionary, expected ${expected}`,
    // Of several words that are as near, none is likely enough to be told.
    fix: `${suggestions.length === 1 ? `Write \`${first}\`` : 'Correct the word'}. If the spelling is right, add it to \`words.txt\`.`,
  };
}
