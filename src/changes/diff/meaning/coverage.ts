import type {ChangeNote} from '../../../content/schemas/change-note-schema.ts';
import {tokenise} from '../units/tokenise.ts';
import type {MeaningChange} from './meaning-changes.ts';
import {meaningTokens, sentencesOf} from './meaning-tokens.ts';

export type NoteWords = Pick<ChangeNote, 'note' | 'covers' | 'not_told'> & {kind: string};

/** How a change is covered: by a sentence to readers, or by a reason why they need not know. */
export type Cover = {sentence: string} | {reason: string};

export function coverIn(
  change: MeaningChange,
  {kind, note, covers = [], not_told: notTold = []}: NoteWords,
): Cover | undefined {
  const sentence = sentencesOf(note).find((one) => change.states.some((value) => isStated(value, one, change)));
  if (sentence !== undefined) return {sentence};
  const isNamed = (name: string) => foldName(name) === foldName(change.id);
  if (covers.some(isNamed) || (change.matter === 'withdrawal' && kind === 'page-withdrawn')) return {sentence: note};
  const untold = notTold.find((one) => isNamed(one.change));
  return untold && {reason: untold.why};
}

/** Whether two names of changes differ only in spaces, quotation marks or capitals. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s"'“”‘’]+/g, ' ')
    .trim();
}

/** Whether a sentence states a value exactly: a figure in any of its forms, a title or a heading word for word. */
function isStated(value: string, sentence: string, {matter}: MeaningChange): boolean {
  if (matter === 'figure' || matter === 'date' || matter === 'duty') {
    const wanted = meaningTokens(value);
    const stated = new Set(meaningTokens(sentence).map(({key}) => key));
    return wanted.length > 0 && wanted.every(({key}) => stated.has(key));
  }
  const [words, given] = [value, sentence].map((text) => tokenise(text.replace(/\s+/g, ' ')).map(({key}) => key));
  if (!words || !given || words.length === 0) return false;
  const at = given.findIndex((_, index) => words.every((word, n) => given[index + n] === word));
  if (at === -1) return false;
  // A heading of one word is also an ordinary word.
  const isName = matter === 'section' || matter === 'title' || matter === 'source';
  return words.length > 1 || !isName || (given[at - 1] === '"' && given[at + 1] === '"');
}
