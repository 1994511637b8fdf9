import type {ChangeNote} from '../../../content/schemas/change-note-schema.ts';
import {tokenise} from '../units/tokenise.ts';
import type {MeaningChange} from './meaning-tokens.ts';
import {meaningTokens, sentencesOf} from './meaning-tokens.ts';

export type NoteWords = Pick<ChangeNote, 'note' | 'covers' | 'not_told'> & {kind: string};

/** How a change is covered: by a sentence to readers, or by a reason why they need not know. */
export type Cover = {sentence: string} | {reason: string};

export function coverIn(
  change: MeaningChange,
  {kind, note, covers = [], not_told: notTold = []}: NoteWords,
): Cover | undefined {
  const sentence = sentencesOf(note).find((candidate) =>
    change.states.some((value) => isStated(value, candidate, change)),
  );
  if (sentence !== undefined) return {sentence};
  const isNamed = (name: string) => foldName(name) === foldName(change.id);
  if (covers.some(isNamed) || (change.matter === 'withdrawal' && kind === 'page-withdrawn')) return {sentence: note};
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

/** Whether a sentence states a value exactly: a figure in any of its forms, a title or a heading word for word. */
function isStated(value: string, sentence: string, {matter}: MeaningChange): boolean {
  if (matter === 'figure' || matter === 'date' || matter === 'duty') {
    const required = meaningTokens(value);
    const stated = new Set(meaningTokens(sentence.replace(DENIED_RE, '')).map(({key}) => key));
    return required.length > 0 && required.every(({key}) => stated.has(key));
  }
  const [words, sentenceWords] = [value, sentence].map((text) =>
    tokenise(text.replace(/\s+/g, ' ')).map(({key}) => key),
  );
  if (!words || !sentenceWords || words.length === 0) return false;
  const at = sentenceWords.findIndex((_, index) => words.every((word, n) => sentenceWords[index + n] === word));
  if (at === -1) return false;
  // A heading of one word is also an ordinary word.
  const isName = matter === 'section' || matter === 'title' || matter === 'source';
  return words.length > 1 || !isName || (sentenceWords[at - 1] === '"' && sentenceWords[at + 1] === '"');
}
