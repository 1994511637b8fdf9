import type {PageWord} from './page-sentences.ts';

/** A phrase of a list, as it stands in a sentence. */
export interface FoundPhrase<Entry> {
  entry: Entry;
  words: PageWord[];
}

interface Phrase<Entry> {
  words: readonly string[];
  entry: Entry;
}

/**
 * Makes a function that finds the phrases of a list in a sentence: the longest first, each word once, with nothing but
 * a space between the words. `a|an|? hat|hats` stands for six phrases: `a hat`, `an hat`, `hat` and their plurals.
 */
export function makePhraseFinder<Entry>(
  list: Iterable<readonly [pattern: string, entry: Entry]>,
): (sentence: readonly PageWord[]) => FoundPhrase<Entry>[] {
  const byFirstWord = new Map<string, Phrase<Entry>[]>();
  for (const [pattern, entry] of list) {
    for (const words of expand(pattern)) {
      const first = words[0] ?? '';
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), {words, entry}]);
    }
  }
  for (const rivals of byFirstWord.values()) rivals.sort((a, b) => b.words.length - a.words.length);

  return (sentence) => {
    const found: FoundPhrase<Entry>[] = [];
    let index = 0;
    while (index < sentence.length) {
      const rivals = byFirstWord.get(sentence[index]?.normal ?? '');
      const phrase = rivals?.find(({words}) => standsAt(sentence, index, words));
      const length = phrase?.words.length ?? 1;
      if (phrase) found.push({entry: phrase.entry, words: sentence.slice(index, index + length)});
      index += length;
    }
    return found;
  };
}

function standsAt(sentence: readonly PageWord[], index: number, words: readonly string[]): boolean {
  return words.every((word, n) => {
    const here = sentence[index + n];
    return here?.normal === word && (n === 0 || /^\s+$/.test(here.gap));
  });
}

function expand(pattern: string): string[][] {
  return pattern
    .split(' ')
    .reduce<string[][]>(
      (phrases, step) =>
        phrases.flatMap((words) => step.split('|').map((word) => (word === '?' ? words : [...words, word]))),
      [[]],
    );
}
