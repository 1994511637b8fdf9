import {plain, wordsOf} from '../drafts/near-duplicates.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';

/** The share of the shorter text's words from which two are called similar. */
const SHARED_WORDS = 0.5;

/** Texts of fewer words than this have little to share. */
const FEWEST_WORDS = 4;

/** Words that most feedback holds. */
const USUAL_WORDS: ReadonlySet<string> = new Set(
  'am are be can could do does have i if in is it me my no not page please say says should so that there this was we were you your'.split(
    ' ',
  ),
);

type Sent = Pick<FeedbackRecord, 'number' | 'page' | 'words'>;

/** The numbers of other feedback on the same page in similar words, the most similar first; at most five. */
export function similarFeedback(feedback: Sent, others: readonly Sent[]): number[] {
  const own = tellingWords(feedback.words);
  if (feedback.page === undefined || own.size < FEWEST_WORDS) return [];
  return others
    .filter(({number, page}) => number !== feedback.number && page === feedback.page)
    .map(({number = 0, words}) => ({number, share: shareOf(own, tellingWords(words))}))
    .filter(({number, share}) => number > 0 && share >= SHARED_WORDS)
    .sort((a, b) => b.share - a.share || a.number - b.number)
    .slice(0, 5)
    .map(({number}) => number);
}

function tellingWords(text: string): Set<string> {
  return new Set([...wordsOf(plain(text))].filter((word) => !USUAL_WORDS.has(word)));
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  return shorter < FEWEST_WORDS ? 0 : [...a].filter((word) => b.has(word)).length / shorter;
}
