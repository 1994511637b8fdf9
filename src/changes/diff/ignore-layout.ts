import type {Edit, Part} from './edit.ts';
import {tokensKey} from './units/token.ts';
import type {PlacedUnit} from './units/unit.ts';

/** The most pieces into which a paragraph is usually split. */
const MAX_EDITS = 12;

const TEXT: ReadonlySet<Part> = new Set(['paragraph', 'list item', 'quotation']);

type Units = readonly PlacedUnit[];

/**
 * Edits that only rearrange the same words, such as splitting a paragraph or turning it into a list, affect nothing. Taken
 * alone, each looks as if a number, date or duty was added or removed.
 */
export function ignoreLayout(edits: readonly Edit[], before: Units, after: Units): Edit[] {
  const rest = [...edits];
  const result: Edit[] = [];
  while (rest.length > 0) {
    let length = Math.min(rest.length, MAX_EDITS);
    while (length > 1 && !isSameText(rest.slice(0, length), before, after)) length -= 1;
    const run = rest.splice(0, length);
    result.push(...(length > 1 ? run.map((edit) => ({...edit, affects: []})) : run));
  }
  return result;
}

function isSameText(run: readonly Edit[], before: Units, after: Units): boolean {
  if (!run.every(({part, kind}) => TEXT.has(part) && kind !== 'moved')) return false;
  const old = textOf(
    run.map(({from}) => from?.unit),
    before,
  );
  const now = textOf(
    run.map(({to}) => to?.unit),
    after,
  );
  return old !== undefined && old === now;
}

/** The words of units, if they follow each other without a gap. */
function textOf(places: readonly (number | undefined)[], units: Units): string | undefined {
  const indexes = places.filter((index) => index !== undefined).sort((a, b) => a - b);
  const first = indexes[0] ?? 0;
  if (indexes.length === 0 || indexes.some((index, n) => index !== first + n)) return undefined;
  return tokensKey(units.slice(first, first + indexes.length).flatMap(({tokens}) => tokens));
}
