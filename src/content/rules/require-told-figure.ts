import {changedPages} from '../coverage.ts';
import type {Edit} from '../diff/edit.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import {numbersIn} from '../prose/statistics.ts';
import type {Rule} from '../rule.ts';

/** Enough to know which change is meant. */
const MOST_SHOWN = 3;

const START = {'blog/_published/2026-11-02/index.md': pageExample('Start')};

const change = (before: string, after: string, told: string) => ({
  ...START,
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes', '', before),
  'docs/priorities/homes.md': pageExample('Homes', '', after),
  'blog/_pending/homes.md': noteExample('pages: [priorities/homes]\n').replace(
    'The figure for 2024 was put right.',
    told,
  ),
});

export const requireToldFigure: Rule = {
  id: 'require-told-figure',
  group: 'model',
  summary: 'Where one figure takes the place of another, a change note names it.',
  why: 'Whoever quoted the old figure looks for it in the note: one that speaks of other things hides the change.',
  good: [
    change('Keep 2 boats.', 'Keep 3 boats.', 'A village keeps 3 boats, and kept 2.'),
    change('Keep 2 boats.', 'Keep 3 boats.', 'The number of boats to keep is now 3.'),
    change('Keep 2 boats.', 'Keep 2 large boats.', 'The page says how large a boat has to be.'),
    change('Keep a boat.', 'Keep a boat.\n\nThe shed holds 30 pumps.', 'The page tells where the pumps are.'),
  ],
  bad: [
    change('Keep 2 boats.', 'Keep 3 boats.', 'The page tells where the pumps are.'),
    change('Half of it, or 48%, is dry.', 'Half of it, or 52%, is dry.', 'The page has a part of its own on pumps.'),
    change('It cost £1,200 in May.', 'It cost £2,100 in May.', 'The page names the month in which the shed was built.'),
  ],
  check: (toolkit) =>
    [...changedPages(toolkit)].flatMap(([id, {diff}]) => {
      const naming = toolkit.notes.filter(({data}) => data.pages.includes(id));
      const [first] = naming;
      if (!first || diff.kind !== 'changed') return [];
      const told = new Set(naming.flatMap(({data}) => figuresIn(data.note)));
      const untold = diff.edits
        .flatMap((edit) => replaced(edit))
        .filter(([before, after]) => !told.has(before) && !told.has(after));
      if (untold.length === 0) return [];
      const shown = untold.slice(0, MOST_SHOWN).map(([before, after]) => `\`${before}\` is now \`${after}\``);
      const more = untold.length > MOST_SHOWN ? ` and ${untold.length - MOST_SHOWN} more` : '';
      return [
        {
          path: first.document.path,
          place: first.document.placeOf(['note']),
          problem: `on \`${id}\` ${shown.join(', ')}${more}, expected a note on the page that names the figure`,
          fix: 'Name the figure in the note, or write a second note for it.',
        },
      ];
    }),
};

/** Figures that others took the place of, in pairs: what stands between the same words. */
function replaced({kind, segments}: Edit): [string, string][] {
  if (kind !== 'changed') return [];
  return segments.flatMap(({kind: is, text}, index) => {
    const next = segments[index + 1];
    if (is !== 'removed' || next?.kind !== 'added') return [];
    const [before, after] = [figuresIn(text), figuresIn(next.text)];
    return before.length === 1 && after.length === 1 && before[0] !== after[0]
      ? [[before[0] ?? '', after[0] ?? ''] as [string, string]]
      : [];
  });
}

function figuresIn(text: string): string[] {
  return numbersIn(text).map(({text: found}) => found);
}
