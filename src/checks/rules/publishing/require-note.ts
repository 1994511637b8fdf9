import type {Edit} from '../../../diff/edit.ts';
import {measureDiff, whyMajor} from '../../../diff/measure-diff.ts';
import {type ChangedPage, changedPages} from '../../../diff/published/changed-pages.ts';
import {notePath, proposedKind, renderNoteDraft} from '../../../diff/published/note-draft.ts';
import type {Finding} from '../../../model/problem.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import {isBeforeLaunch} from '../../../model/updates/launch.ts';
import {chartExample} from '../../examples/chart-example.ts';
import {noteExample, pageExample} from '../../examples/example-files.ts';
import {numbersIn} from '../../prose/statistics.ts';
import type {Rule} from '../../rule.ts';

/** Enough figures to identify the change. */
const MOST_SHOWN = 3;

const NOTE = 'blog/_pending/floods.md';
const LIVE = 'docs/priorities/floods.md';
const START = {
  'blog/_published/2026-11-02/index.md': pageExample('Start'),
  'blog/_published/2026-11-02/priorities/homes.md': pageExample('Homes'),
};

const change = (before: string, after: string, note?: string) => ({
  ...START,
  'blog/_published/2026-11-02/priorities/floods.md': pageExample('Floods', '', before),
  [LIVE]: pageExample('Floods', '', after),
  ...(note !== undefined && {
    [NOTE]: noteExample('pages: [priorities/floods]\n').replace('The figure for 2024 was put right.', note),
  }),
});

const CHART = '::chart{id="levels"}';
const chart = (data: string) => ({
  ...change(CHART, CHART),
  'blog/_published/2026-11-02/reference/data/levels.json': chartExample(),
  'docs/reference/data/levels.json': data,
});

export const requireNote: Rule = {
  id: 'require-note',
  group: 'model',
  summary: 'A change note names every changed page and gives every figure that replaces another.',
  why: 'This toolkit promises that no page changes without a public note that says what changed. People who quoted an old figure look for it there.',
  good: [
    change('Keep two boats.', 'Keep\n**two** boats.'),
    change('Keep 2 boats.', 'Keep 3 boats.', 'A village keeps 3 boats, and kept 2.'),
    change('Keep 2 boats.', 'Keep 2 large boats.', 'The page says how large a boat has to be.'),
    change('Keep a boat.', 'Keep a boat.\n\nThe shed holds 30 pumps.', 'The page says where the pumps are.'),
    {[LIVE]: pageExample('Floods')},
    chart(chartExample()),
    {
      ...START,
      'blog/_published/2026-11-02/priorities/mills.md': pageExample('Mills'),
      'blog/_published/2026-11-03/priorities/mills.removed': '',
    },
  ],
  bad: [
    change('Keep two boats.', 'Keep three boats.'),
    {...START, [LIVE]: pageExample('Floods')},
    chart(chartExample().replace('2.5', '2.6')),
    {...change('Words.', 'Words.'), [LIVE]: pageExample('High water')},
    change('Keep 2 boats.', 'Keep 3 boats.', 'The page says where the pumps are.'),
    change('Half of it, or 48%, is dry.', 'Half of it, or 52%, is dry.', 'The page has a section on pumps.'),
    change('It cost £1,200 in May.', 'It cost £2,100 in May.', 'The page names the month of building.'),
  ],
  check: (toolkit) => (isBeforeLaunch(toolkit) ? [] : [...pagesWithoutNote(toolkit), ...figuresWithoutNote(toolkit)]),
};

function pagesWithoutNote(toolkit: Toolkit): Finding[] {
  const named = namedPages(toolkit);
  return [...changedPages(toolkit)]
    .filter(([id]) => !named.has(id))
    .map(([, changed]) => ({
      path: changed.page.document.path,
      place: changed.page.document.placeOf([]),
      problem:
        changed.diff.kind === 'added'
          ? 'page is new, expected a change note about it'
          : `page has changed (${measureDiff(changed.diff)}), expected a change note about it`,
      ...noteToAdd(changed, toolkit),
    }));
}

/** The ids that any waiting note names. One that is not valid counts too: it is reported itself. */
function namedPages({documents}: Toolkit): ReadonlySet<string> {
  return new Set(
    documents.flatMap(({kind, document: {frontMatter, text}}) => {
      if (kind !== 'change-note') return [];
      return frontMatter ? [frontMatter.pages].flat().map(String) : text.split(/[\s,"'[\]]+/);
    }),
  );
}

/** What to add, and all lines of it. */
function noteToAdd(changed: ChangedPage, {files}: Toolkit): Pick<Finding, 'fix' | 'example'> {
  const {page, diff} = changed;
  const file = notePath([page.id], (path) => files.some((other) => other.path === path));
  const mayBeMinor = diff.kind !== 'added' && whyMajor(diff) === undefined;
  const minor = mayBeMinor ? ' If readers do not need to know about it, write `minor` instead of `major`.' : '';
  return {
    fix: `Readers need a note. Add the file \`${file}\` with these lines, and say what changed.${minor} On your own computer, \`npm run new -- note\` asks for it.`,
    example: renderNoteDraft({kind: proposedKind([changed]), significance: 'major', pages: [page.id]}).trimEnd(),
  };
}

function figuresWithoutNote(toolkit: Toolkit): Finding[] {
  return [...changedPages(toolkit)].flatMap(([id, {diff}]): Finding[] => {
    const naming = toolkit.notes.filter(({data}) => data.pages.includes(id));
    const [first] = naming;
    if (!first || diff.kind !== 'changed') return [];
    const noted = new Set(naming.flatMap(({data}) => figuresIn(data.note)));
    const missing = diff.edits
      .flatMap((edit) => replacedFigures(edit))
      .filter(([before, after]) => !noted.has(before) && !noted.has(after));
    if (missing.length === 0) return [];
    const shown = missing.slice(0, MOST_SHOWN).map(([before, after]) => `\`${before}\` is now \`${after}\``);
    const more = missing.length > MOST_SHOWN ? ` and ${missing.length - MOST_SHOWN} more` : '';
    return [
      {
        path: first.document.path,
        place: first.document.placeOf(['note']),
        severity: 'warning',
        problem: `on \`${id}\` ${shown.join(', ')}${more}, expected a note that gives the new figure`,
        fix: 'Add the figure to the note, or write a second note about it.',
      },
    ];
  });
}

/** Pairs of an old figure and the figure that replaced it in the same place. */
function replacedFigures({kind, segments}: Edit): [string, string][] {
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
