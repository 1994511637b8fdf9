import type {Edit} from './edit.ts';

const VERBS: Readonly<Record<Edit['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
  rewritten: 'Rewritten',
};

/** Facts as readers call them, where that is not the key. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  regions: 'region',
  outcomes: 'outcome',
  partners: 'partner',
  sources: 'source',
  withdrawn: 'notice of withdrawal',
};

/** What changed and where, `Changed: paragraph in What it cost`. */
export function nameEdit({kind, part, where, before, after}: Edit): string {
  const verb = VERBS[kind];
  if (part === 'fact') return `${verb}: ${FACT_WORDS[where[0] ?? ''] ?? where[0]} of the page`;
  if (part === 'table cell') {
    const [row, column] = where.slice(-2);
    return `${verb}: table cell, row ${row}, column ${column}${inside(where.slice(0, -2))}`;
  }
  if (part === 'table row') return `${verb}: table row ${where.at(-1)}${inside(where.slice(0, -1))}`;
  if (part === 'table column') return `${verb}: table column ${where.at(-1)}${inside(where.slice(0, -1))}`;
  if (part === 'section') return `${verb}: section ${after ?? before}${inside(where)}`;
  if (part !== 'heading' && where.length === 0) return `${verb}: ${part} at the top of the page`;
  return `${verb}: ${part}${inside(where)}`;
}

function inside(headings: readonly string[]): string {
  return headings.length > 0 ? ` in ${headings.join(': ')}` : '';
}
