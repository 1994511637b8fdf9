import {WORDS_FILE} from '../check-context.ts';
import {judgeWordList} from '../prose/judge-word-list.ts';
import type {SourceFile, Toolkit} from '../toolkit.ts';
import {textOf} from './text-file.ts';
import type {WordsMatcher} from './words-matcher.ts';

/** The list of words without those that are taken out, and without those that no page uses any more; `undefined` where it stays. */
export function pruneWordList(
  list: SourceFile,
  before: Toolkit,
  after: Toolkit,
  matcher: WordsMatcher | undefined,
): string | undefined {
  const text = textOf(list) ?? '';
  const words = text.split(/\r?\n/).filter((line) => line !== '');
  const known = problemsOf(words, before);
  const kept = words.filter((word) => !matcher?.isIn(word));
  const fresh = problemsOf(kept, after);
  const left = kept.filter((word) => known.has(word) || !fresh.has(word));
  return left.length === words.length ? undefined : left.map((word) => `${word}\n`).join('');
}

function problemsOf(words: readonly string[], {documents}: Toolkit): Set<string> {
  const texts = documents.filter(({kind}) => kind !== 'edition-page').map(({document}) => document.text);
  return new Set(judgeWordList(words, texts).map(({line}) => words[line - 1] ?? ''));
}

/** The list of words among files. */
export function wordListIn(files: readonly SourceFile[]): SourceFile | undefined {
  return files.find(({path}) => path === WORDS_FILE);
}
