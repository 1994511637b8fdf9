import {measureDiff} from '../diff/measure-diff.ts';
import type {ReviewedPage} from './review-report.ts';
import {asSentence} from './summarise.ts';

/** How much changed, in a few words. */
export function howMuch({diff, movedTo}: ReviewedPage): string {
  if (!movedTo) return asSentence(measureDiff(diff));
  return diff.kind === 'same' ? 'Page moved.' : `Page moved; ${measureDiff(diff)}.`;
}
