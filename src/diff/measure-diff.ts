import {ENGLISH, type Text} from '../language/text.ts';
import type {Edit, PageDiff, Touch} from './edit.ts';

type Noun = keyof Text['differences']['parts'];

/** If an edit touches only one kind of content, this noun is more useful than the part of the page. */
const ALONE: Readonly<Partial<Record<Touch, Noun>>> = {
  number: 'figure',
  date: 'date',
  link: 'link',
  picture: 'picture',
};

const KINDS = ['changed', 'rewritten', 'added', 'removed', 'moved'] as const;

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
    return counts.length > 0 ? [measures.verbs[edited](counts.join(', '))] : [];
  });
  return kind === 'rewritten' ? measures.rewritten(groups.join('; ')) : groups.join('; ');
}

/** The number of characters that fit on a line next to the title of a page. */
const LINE = 64;

/** The same if it is short, or the number of changes of each kind: `12 parts changed, 30 added, 4 removed`. */
export function measureInLine(diff: PageDiff, text: Text = ENGLISH): string {
  const {measures} = text.differences;
  const whole = measureDiff(diff, text);
  if (whole.length <= LINE) return whole;
  const counts = KINDS.map((edited) => [diff.edits.filter(({kind}) => kind === edited).length, edited] as const);
  return counts
    .filter(([count]) => count > 0)
    .map(([count, edited], index) =>
      measures.verbs[edited](index > 0 ? text.format.number(count) : measures.parts(count)),
    )
    .join(', ');
}

function countNouns(edits: readonly Edit[], {differences, format}: Text): string[] {
  const counts = new Map<Noun, number>();
  for (const edit of edits) counts.set(nounOf(edit), (counts.get(nounOf(edit)) ?? 0) + 1);
  return [...counts].map(([noun, count]) => format.count(count, differences.parts[noun]));
}

function nounOf({kind, part, touches}: Edit): Noun {
  const [touch, another] = touches;
  const alone = kind === 'changed' && touch && another === undefined ? ALONE[touch] : undefined;
  return alone ?? part;
}

/** Content that readers act on, as messages name it. */
const NEVER_MINOR: Readonly<Partial<Record<Touch, string>>> = {
  number: 'a number',
  date: 'a date',
  modal: 'a word such as must, should or may',
  negation: 'a word such as not or never',
};

/** Why a difference is major, and what a note should say about it; `undefined` if it is minor. */
export function whyMajor({kind, edits}: PageDiff): MajorReason | undefined {
  if (kind === 'added') return {reason: 'is a new page', advice: 'say in `note` what the new page is about'};
  const facts = new Map<Verb, Set<string>>();
  for (const edit of edits) {
    const verb = verbOf(edit);
    const own = facts.get(verb) ?? new Set();
    for (const fact of factsIn(edit)) facts.set(verb, own.add(fact));
  }
  const [[verb] = [], ...others] = facts;
  if (verb === undefined) return undefined;
  return {
    reason: joinWords([...facts].map(([one, words]) => `${one} ${joinWords([...words])}`)),
    advice: `say in \`note\` ${others.length > 0 ? ADVICE.changes : ADVICE[verb]}`,
  };
}

/** `reason` follows the name of a page in a sentence, and `advice` follows `and`. */
interface MajorReason {
  reason: string;
  advice: string;
}

type Verb = 'changes' | 'adds' | 'removes';

const ADVICE: Readonly<Record<Verb, string>> = {
  changes: 'what it was and what it is now',
  adds: 'what is new',
  removes: 'what was removed',
};

/** A paragraph that only gained or lost text counts as an addition or removal. */
function verbOf({kind, segments}: Edit): Verb {
  const kinds = new Set([kind, ...segments.map((segment) => segment.kind)]);
  if (kinds.has('added') === kinds.has('removed')) return 'changes';
  return kinds.has('added') ? 'adds' : 'removes';
}

function factsIn({part, where, touches}: Edit): string[] {
  const isKey = part === 'fact' && !OTHER_FACTS.includes(where[0] ?? '');
  return [...touches.flatMap((touch) => NEVER_MINOR[touch] ?? []), ...(isKey ? ['a fact at its top'] : [])];
}

function joinWords(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}

/** The conclusions of a case study depend on the facts at its top, apart from these. */
const OTHER_FACTS: readonly string[] = ['title', 'description', 'partners', 'facts', 'sources', 'withdrawn'];
