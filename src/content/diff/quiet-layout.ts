import type {Edit, Part} from './edit.ts';
import {keyOf} from './token.ts';
import type {Unit} from './unit.ts';

/** A paragraph is seldom cut into more. */
const MOST_EDITS = 12;

const TEXT: ReadonlySet<Part> = new Set(['paragraph', 'list item', 'quotation']);

/**
 * Edits that only lay out the same words in another way (a paragraph cut in two, a list made of one) touch nothing: no
 * number, date or duty in them changed, though each of them alone looks as if one came or went.
 */
export function quietLayout(edits: readonly Edit[], before: readonly Unit[], after: readonly Unit[]): Edit[] {
  const quiet = [...edits];
  for (let start = 0; start < quiet.length; start += 1) {
    for (let end = Math.min(start + MOST_EDITS, quiet.length); end > start + 1; end -= 1) {
      const run = quiet.slice(start, end);
      if (!saysTheSame(run, before, after)) continue;
      quiet.splice(start, run.length, ...run.map((edit) => ({...edit, touches: []})));
      start = end - 1;
      break;
    }
  }
  return quiet;
}

function saysTheSame(run: readonly Edit[], before: readonly Unit[], after: readonly Unit[]): boolean {
  if (!run.every(({part, kind}) => TEXT.has(part) && kind !== 'moved')) return false;
  const old = numbered(run.map(({from}) => from?.unit));
  const now = numbered(run.map(({to}) => to?.unit));
  if (old.length === 0 || now.length === 0 || !isUnbroken(old) || !isUnbroken(now)) return false;
  return (
    keyOf(old.flatMap((unit) => before[unit]?.tokens ?? [])) === keyOf(now.flatMap((unit) => after[unit]?.tokens ?? []))
  );
}

function numbered(units: readonly (number | undefined)[]): number[] {
  return units.filter((unit) => unit !== undefined).sort((a, b) => a - b);
}

function isUnbroken(units: readonly number[]): boolean {
  return units.every((unit, index) => index === 0 || unit === (units[index - 1] ?? 0) + 1);
}
