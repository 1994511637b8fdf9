import type {Edit, PageDiff} from './edit.ts';

const PLURALS: Readonly<Record<string, string>> = {code: 'pieces of code'};

/** One kind of touch alone says more than the part of the page that it stands in. */
const ALONE: Readonly<Record<string, string>> = {number: 'figure', date: 'date', link: 'link', picture: 'picture'};

const VERBS = [
  ['changed', 'changed'],
  ['rewritten', 'rewritten'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['moved', 'moved'],
] as const;

/** What changed in one line: `3 paragraphs, 1 figure changed; 1 section moved`. */
export function measureDiff({kind, edits}: PageDiff): string {
  if (kind === 'same') return 'nothing changed';
  if (kind === 'added') return 'new page';
  if (kind === 'removed') return 'page removed';
  const groups = VERBS.flatMap(([edited, verb]) => {
    const counts = countNouns(edits.filter((edit) => edit.kind === edited));
    return counts.length > 0 ? [`${counts.join(', ')} ${verb}`] : [];
  });
  return `${kind === 'rewritten' ? 'rewritten: ' : ''}${groups.join('; ')}`;
}

/** So many letters fit on a line beside the title of a page. */
const LINE = 64;

/** The same where it is short, else how many changes of each kind there are: `12 parts changed, 30 added, 4 removed`. */
export function measureInLine(diff: PageDiff): string {
  const whole = measureDiff(diff);
  if (whole.length <= LINE) return whole;
  const counts = VERBS.map(([edited, verb]) => [diff.edits.filter(({kind}) => kind === edited).length, verb] as const);
  return counts
    .filter(([count]) => count > 0)
    .map(([count, verb], index) => `${count}${index > 0 ? '' : count === 1 ? ' part' : ' parts'} ${verb}`)
    .join(', ');
}

function countNouns(edits: readonly Edit[]): string[] {
  const counts = new Map<string, number>();
  for (const edit of edits) counts.set(nounOf(edit), (counts.get(nounOf(edit)) ?? 0) + 1);
  return [...counts].map(([noun, count]) => {
    if (count === 1) return noun === 'code' ? '1 piece of code' : `1 ${noun}`;
    return `${count} ${PLURALS[noun] ?? `${noun}s`}`;
  });
}

function nounOf({kind, part, touches}: Edit): string {
  const [touch, another] = touches;
  const alone = kind === 'changed' && another === undefined ? ALONE[touch ?? ''] : undefined;
  return alone ?? part;
}
