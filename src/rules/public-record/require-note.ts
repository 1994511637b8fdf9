import {measureDiff} from '../../changes/diff/measure-diff.ts';
import {type ChangedPage, changedPages, uncoveredChanges, whyMajor} from '../../changes/notes/changed-pages.ts';
import {renderCovers, renderNoteDraft} from '../../changes/notes/note-draft.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import {chartExample} from '../examples/chart-example.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

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
  summary: 'A change note names every changed page and covers each change of meaning.',
  why: 'This toolkit promises that no page changes without a public note that says what changed. People who quoted an old figure look for it there.',
  good: [
    change('Keep two boats.', 'Keep\n**two** boats.'),
    change('Keep 2 boats.', 'Keep 3 boats.', 'A village keeps 3 boats, and kept 2.'),
    change('Keep 2 boats.', 'Keep 2 large boats.', 'The page says how large a boat has to be.'),
    change('Keep a boat.', 'Keep a boat.\n\nThe shed holds 30 pumps.', 'The page says that the shed holds 30 pumps.'),
    change(
      'Keep a boat.',
      'Keep a boat.\n\nThe shed holds 30 pumps.',
      'The page says how many pumps there are.\ncovers: [figure 30 added]',
    ),
    change(
      'Keep a boat.\n\n## Pumps\n\nOil them.',
      'Keep a boat.',
      'The page is about boats alone.\nnot_told:\n  - {change: section removed "Pumps", why: The page on sheds has it.}',
    ),
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
    change('Keep a boat.\n\n## Pumps\n\nOil them.', 'Keep a boat.', 'The page says that boats are kept.'),
    change('You may keep a boat.', 'You must keep a boat.', 'The page says what to keep for a flood.'),
    change(
      'Ask [us](mailto:us@parish.example).',
      'Ask [us](mailto:clerk@parish.example).',
      'The page says whom to ask.',
    ),
  ],
  check: (toolkit) => (isBeforeLaunch(toolkit) ? [] : [...pagesWithoutNote(toolkit), ...changesWithoutCover(toolkit)]),
};

function pagesWithoutNote(toolkit: Toolkit): Finding[] {
  const named = new Set(idsNamedBy(toolkit.documents));
  return [...changedPages(toolkit)]
    .filter(([id]) => !named.has(id))
    .map(([, changed]) => ({
      ...placeOfKey(changed.page.document, []),
      problem:
        changed.diff.kind === 'added'
          ? 'page is new, expected a change note about it'
          : `page has changed (${measureDiff(changed.diff)}), expected a change note about it`,
      ...noteToAdd(changed),
    }));
}

/** The ids that waiting notes name, including invalid notes, which another rule reports. */
function idsNamedBy(documents: Toolkit['documents']): string[] {
  return documents.flatMap(({kind, document: {path, frontMatter, text, waiting}}) => {
    if (waiting !== undefined) return [pageIdOf(path)];
    if (kind !== 'change-note') return [];
    return frontMatter ? [frontMatter.pages].flat().map(String) : text.split(/[\s,"'[\]]+/);
  });
}

function noteToAdd(changed: ChangedPage): Pick<Finding, 'fix' | 'form' | 'example'> {
  const significance = whyMajor(changed) === undefined ? 'minor' : 'major';
  const major = significance === 'minor' ? ' If a reader would act differently, write `major` instead of `minor`.' : '';
  return {
    fix: `Readers need a note. Add these lines to the front matter of the page, above its second \`---\`, and say what changed.${major} On your own computer, \`npm run new -- note --significance ${significance} --note "..."\` writes them.`,
    form: 'Readers need a note about this change. Choose “Add change note” at the end of the form, and say what is different now.',
    example: renderNoteDraft(significance),
  };
}

/** Changes that no note covers, reported once for each page, at the first note that names it. */
function changesWithoutCover(toolkit: Toolkit): Finding[] {
  const broken = brokenNotePages(toolkit);
  return [...changedPages(toolkit)].flatMap(([id, changed]): Finding | [] => {
    const note = toolkit.notes.find(({data}) => data.pages.includes(id));
    const missing = note && !broken.has(id) ? uncoveredChanges(changed, toolkit.notes) : [];
    if (!note || missing.length === 0) return [];
    return {
      ...placeOfKey(note.document, ['note']),
      problem: `note does not cover ${count(missing.length, 'change')} of \`${id}\`, expected each in the note`,
      fix: 'State each new figure, date or heading in the note. Otherwise add these lines to it: under `covers` what the note describes in other words, under `not_told` what readers need not know, with the reason as `why`.',
      form: `\`note\` leaves out ${missing.map(({id}) => `\`${id}\``).join(', ')}. Put the new figure, date or heading into your sentence. If your sentence says it in other words, type it under \`covers\` as it is here.`,
      example: note.item === undefined ? renderCovers(missing) : renderCovers(missing).replace(/^/gm, '    '),
    };
  });
}

/** The pages named by notes that cannot be read, because it is not known what those cover. */
function brokenNotePages({documents, notes}: Toolkit): ReadonlySet<string> {
  const valid = new Set(notes.map(({document}) => document.path));
  return new Set(idsNamedBy(documents.filter(({document}) => !valid.has(document.path))));
}
