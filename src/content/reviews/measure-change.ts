import {diffPages} from '../diff/diff-pages.ts';
import type {Edit, PageDiff, PageText, Touch} from '../diff/edit.ts';
import {unitsOf} from '../diff/page-units.ts';
import type {Scope} from '../schemas/review-schema.ts';
import {LARGE_EDIT, SCOPE_POLICY} from './review-policy.ts';

/** How much of a page says something else than before. */
export interface MeasuredChange {
  /** Paragraphs, list items, headings, tables and facts that were changed, added, taken out or moved. */
  parts: number;
  /** Whether all of them are paragraphs. */
  areParagraphs: boolean;
  /** How many say something else; what only moved says the same. */
  changed: number;
  /** How many of those changed in a figure, a day, a source, or what must or must not be done. */
  weighty: number;
  /** How many the page had before, and got since. */
  of: number;
  isRewritten: boolean;
}

/** Measures what changed from one text of a page to another; a table or a section counts as often as it has parts. */
export function measureChange(before: PageText, after: PageText): MeasuredChange {
  const diff: PageDiff = diffPages(before, after);
  const edits = diff.edits.flatMap(flatten);
  const real = edits.filter(({kind}) => kind !== 'moved');
  return {
    parts: countParts(edits),
    areParagraphs: edits.every(({part}) => part === 'paragraph'),
    changed: countParts(real),
    weighty: countParts(real.filter(isWeighty)),
    of: unitsOf(before).length + countParts(real.filter(({from}) => !from)),
    isRewritten: diff.kind === 'rewritten',
  };
}

/** Whether a check of that scope holds no more after such a change. */
export function isLargeEdit({changed, weighty, of, isRewritten}: MeasuredChange, scope: Scope): boolean {
  const exceeds = (count: number, share: number) => count >= LARGE_EDIT.atLeast && count >= share * of;
  const isWeightyEdit = SCOPE_POLICY[scope].coversFacts && exceeds(weighty, LARGE_EDIT.weightyShare);
  return isRewritten || exceeds(changed, LARGE_EDIT.share) || isWeightyEdit;
}

function flatten(edit: Edit): Edit[] {
  return edit.contents.length > 0 ? edit.contents.flatMap(flatten) : [edit];
}

/** Several edits may touch one part: cells of a table, or a paragraph that moved and changed. */
function countParts(edits: readonly Edit[]): number {
  return new Set(edits.map(({from, to}) => (from ? `before ${from.unit}` : `after ${to?.unit}`))).size;
}

const WEIGHTY: ReadonlySet<Touch> = new Set(['number', 'date', 'modal', 'negation']);

/** Facts of front matter that only name or describe the page. */
const LIGHT_FACTS: ReadonlySet<string | undefined> = new Set(['title', 'description']);

function isWeighty({part, where, touches}: Edit): boolean {
  return touches.some((touch) => WEIGHTY.has(touch)) || (part === 'fact' && !LIGHT_FACTS.has(where[0]));
}
