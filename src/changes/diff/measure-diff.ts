import {ENGLISH, type Text} from '../../language/text.ts';
import type {Aspect, Edit, PageDiff} from './edit.ts';

type Noun = keyof Text['differences']['parts'];

/** If an edit affects only one kind of content, this noun is more useful than the part of the page. */
const ALONE: Readonly<Partial<Record<Aspect, Noun>>> = {
  number: 'figure',
  date: 'date',
  link: 'link',
  picture: 'picture',
};

const KINDS = ['changed', 'rewritten', 'added', 'removed', 'moved', 'replaced'] as const;

/** Summarises a difference in one line: `3 paragraphs, 1 figure changed; 1 section moved`. */
export function measureDiff({kind, edits}: PageDiff, text: Text = ENGLISH): string {
  const {measures} = text.differences;
  if (kind === 'same') return measures.nothing;
  if (kind === 'added') return measures.added;
  if (kind === 'removed') return measures.removed;
  const groups = KINDS.flatMap((edited) => {
    const counts = countNouns(
      edits.filter((edit) => edit.kind === edited),
      text,
    );
    return counts.length > 0 ? [measures.verbs[edited]({what: counts.join(', ')})] : [];
  });
  return kind === 'rewritten' ? measures.rewritten({parts: groups.join('; ')}) : groups.join('; ');
}

/** A summary of up to this many characters can be read at a glance, next to the title of a page. */
const LINE = 40;

/** The same if it is short, or how many parts differ, and how many of them with what readers may rely on. */
export function measureInLine(diff: PageDiff, text: Text = ENGLISH): string {
  const whole = measureDiff(diff, text);
  if (whole.length <= LINE) return whole;
  const isFact = ({part, affects}: Edit) =>
    part === 'fact' || affects.some((aspect) => aspect === 'number' || aspect === 'date');
  return text.differences.measures.parts({count: diff.edits.length, facts: diff.edits.filter(isFact).length});
}

function countNouns(edits: readonly Edit[], {differences}: Text): string[] {
  const counts = new Map<Noun, number>();
  for (const edit of edits) counts.set(nounOf(edit), (counts.get(nounOf(edit)) ?? 0) + 1);
  return [...counts].map(([noun, count]) => differences.parts[noun]({count}));
}

function nounOf({kind, part, affects}: Edit): Noun {
  const [aspect, another] = affects;
  const alone = kind === 'changed' && aspect && another === undefined ? ALONE[aspect] : undefined;
  return alone ?? part;
}
