import {oncePer} from '../../../content/memo.ts';
import type {ChangeNote} from '../../../content/schemas/change-note-schema.ts';
import {tokenise} from '../units/tokenise.ts';
import {type MeaningChange, meaningTokens, sentencesOf} from './meaning-tokens.ts';

export type NoteWords = Pick<ChangeNote, 'note' | 'covers' | 'not_told'> & {kind: string};

/** How a change is covered: by a sentence to readers, or by a reason why they need not know. */
export type Cover = {sentence: string} | {reason: string};

export function coverIn(change: MeaningChange, words: NoteWords): Cover | undefined {
  const {kind, note, covers = [], not_told: notTold = []} = words;
  const found = statementsOf(words).find((candidate) =>
    change.states.some((value) => isStated(value, candidate, change)),
  );
  if (found !== undefined) return {sentence: found.sentence};
  const isNamed = (name: string) => foldName(name) === foldName(change.id);
  if (covers.some(isNamed) || (change.kind === 'withdrawal' && kind === 'page-withdrawn')) return {sentence: note};
  const untold = notTold.find((exemption) => isNamed(exemption.change));
  return untold && {reason: untold.why};
}

/** Whether two names of changes differ only in spaces, quotation marks or capitals. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s"'“”‘’]+/g, ' ')
    .trim();
}

/** A figure or date that is denied, `adopted in 1999 and not in 1998`, is not stated. */
const DENIED_RE = /\bnot (?:(?:at|by|for|from|in|on) )?[£$€]?\d\S*/gi;

interface Statement {
  sentence: string;
  figures: ReadonlySet<string>;
  words: string[];
}

/** The sentences of a note, which are compared with each change of its pages. */
const statementsOf = oncePer((words: NoteWords): Statement[] =>
  sentencesOf(words.note).map((sentence) => ({
    sentence,
    figures: new Set(meaningTokens(sentence.replace(DENIED_RE, '')).map(({key}) => key)),
    words: wordsOf(sentence),
  })),
);

/** Whether a sentence states a value exactly: a figure in any of its forms, a title or a heading word for word. */
function isStated(value: string, {figures, words: sentenceWords}: Statement, {kind}: MeaningChange): boolean {
  if (kind === 'figure' || kind === 'date' || kind === 'duty') {
    const required = meaningTokens(value);
    return required.length > 0 && required.every(({key}) => figures.has(key));
  }
  const words = wordsOf(value);
  if (words.length === 0) return false;
  const at = sentenceWords.findIndex((_, index) => words.every((word, n) => sentenceWords[index + n] === word));
  if (at === -1) return false;
  // A heading of one word is also an ordinary word.
  const isName = kind === 'section' || kind === 'title' || kind === 'source';
  return words.length > 1 || !isName || (sentenceWords[at - 1] === '"' && sentenceWords[at + 1] === '"');
}

function wordsOf(text: string): string[] {
  return tokenise(text.replace(/\s+/g, ' ')).map(({key}) => key);
}
