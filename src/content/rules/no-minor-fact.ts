import {changedPages} from '../coverage.ts';
import type {PageDiff, Touch} from '../diff/edit.ts';
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
          const reason = diff && whyMajor(diff);
          if (reason === undefined) return [];
          return [
            {
              path: document.path,
              place: document.placeOf(['significance']),
              problem: `\`significance\` holds \`minor\` and \`${id}\` ${reason}, expected \`major\``,
              fix:
                diff?.kind === 'added'
                  ? 'Write `major`: readers are always told of a new page.'
                  : 'Write `major`, and say in `note` what it was and what it is now.',
            },
          ];
        }),
      );
  },
};

/** Why readers must be told of a difference, to follow the name of its page; `undefined` where they need not. */
export function whyMajor({kind, edits}: PageDiff): string | undefined {
  if (kind === 'added') return 'is a new page';
  const touched = new Set(edits.flatMap(({touches}) => touches));
  const facts = [...touched].flatMap((touch) => NEVER_MINOR[touch] ?? []);
  if (edits.some(({part, where}) => part === 'fact' && KEY_FACTS.some((key) => where[0]?.startsWith(key)))) {
    facts.push('a fact at its top');
  }
  if (facts.length === 0) return undefined;
  return `changes ${facts.length > 1 ? `${facts.slice(0, -1).join(', ')} and ${facts.at(-1)}` : facts[0]}`;
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
