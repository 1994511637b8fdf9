import {fleschKincaid} from 'flesch-kincaid';
import type {Sentence} from 'nlcst';
import {toString as textOf} from 'nlcst-to-string';
import {syllable} from 'syllable';

/** How hard some sentences are: years of school that a reader needs, by Flesch and Kincaid. */
export interface ReadingGrade {
  grade: number;
  words: number;
}

/** Works out the grade of some sentences; figures count as words of one syllable. */
export function readingGrade(sentences: readonly Sentence[]): ReadingGrade {
  const words = sentences.flatMap(({children}) =>
    children.filter(({type}) => type === 'WordNode').map((node) => textOf(node)),
  );
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = fleschKincaid({sentence: sentences.length, word: words.length, syllable: syllables});
  return {grade, words: words.length};
}

const counted = new Map<string, number>();

function syllablesOf(word: string): number {
  const count = counted.get(word) ?? (/\p{L}/u.test(word) ? Math.max(1, syllable(word)) : 1);
  counted.set(word, count);
  return count;
}
