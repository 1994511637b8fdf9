import {changedPages} from '../coverage.ts';
import type {Edit, PageDiff, Touch} from '../diff/edit.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

/** What readers act on, in the words of a message. */
const NEVER_MINOR: Readonly<Partial<Record<Touch, string>>> = {
  number: 'a number',
  date: 'a date',
  modal: 'a word such as must, should or may',
  negation: 'a word such as not or never',
};

const START = {'blog/_published/2026-11-02/index.md': pageExample('Start')};
const LIVE = 'docs/priorities/homes.md';
const NOTE = {'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n', 'minor')};

const change = (before: string, after: string, note: Readonly<Record<string, string>> = NOTE) => ({
  ...START,
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes', '', before),
  [LIVE]: pageExample('Homes', '', after),
  ...note,
});

export const noMinorFact: Rule = {
  id: 'no-minor-fact',
  group: 'model',
  summary: 'A change of a number, a date, a duty or a negation is never minor.',
  why: 'Readers act on these: whoever relied on the old one must be told.',
  good: [
    change('Keep a boat in the shed.', 'Keep a boat in the big shed.'),
    change('Keep 2 boats.', 'Keep 2 large boats.'),
    change('Keep 2 boats.', 'Keep 3 boats.', {'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n')}),
  ],
  bad: [
    change('Keep 2 boats.', 'Keep 3 boats.'),
    change('You should keep a boat.', 'You must keep a boat.'),
    change('Do keep a boat.', 'Do not keep a boat.'),
    change('It opened on 4 May 2026.', 'It opened on 5 May 2026.'),
  ],
  check: (toolkit) => {
    const changed = changedPages(toolkit);
    // One of several notes on a page may tell of the fact.
    const told = new Set(
      toolkit.notes.filter(({data}) => data.significance === 'major').flatMap(({data}) => data.pages),
    );
    return toolkit.notes
      .filter(({data}) => data.significance === 'minor')
      .flatMap(({document, data}) =>
        data.pages.flatMap((id) => {
          const diff = told.has(id) ? undefined : changed.get(id)?.diff;
          const major = diff && whyMajor(diff);
          if (major === undefined) return [];
          return [
            {
              path: document.path,
              place: document.placeOf(['significance']),
              problem: `\`significance\` holds \`minor\` and \`${id}\` ${major.reason}, expected \`major\``,
              fix: `Write \`major\`, and ${major.tell}.`,
            },
          ];
        }),
      );
  },
};

/** Why readers must be told of a difference, and what of it; `undefined` where they need not. */
export function whyMajor({kind, edits}: PageDiff): MajorReason | undefined {
  if (kind === 'added') return {reason: 'is a new page', tell: 'say in `note` what the new page tells'};
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
    tell: `say in \`note\` ${others.length > 0 ? WHAT_TO_TELL.changes : WHAT_TO_TELL[verb]}`,
  };
}

/** The reason follows the name of a page, and what to tell follows `and`. */
interface MajorReason {
  reason: string;
  tell: string;
}

type Verb = 'changes' | 'adds' | 'takes out';

const WHAT_TO_TELL: Readonly<Record<Verb, string>> = {
  changes: 'what it was and what it is now',
  adds: 'what is new',
  'takes out': 'what is gone',
};

/** Words that stand beside what stayed are new, though the paragraph that they stand in is not. */
function verbOf({kind, segments}: Edit): Verb {
  const kinds = new Set([kind, ...segments.map((segment) => segment.kind)]);
  if (kinds.has('added') === kinds.has('removed')) return 'changes';
  return kinds.has('added') ? 'adds' : 'takes out';
}

function factsIn({part, where, touches}: Edit): string[] {
  const isKey = part === 'fact' && KEY_FACTS.some((key) => where[0]?.startsWith(key));
  return [...touches.flatMap((touch) => NEVER_MINOR[touch] ?? []), ...(isKey ? ['a fact at its top'] : [])];
}

function joinWords(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}

/** What the whole of a case study rests on. */
const KEY_FACTS: readonly string[] = [
  'evidence',
  'consent',
  'period',
  'outcomes',
  'service',
  'place',
  'regions',
  'cost',
];
