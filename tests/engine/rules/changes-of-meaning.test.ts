import {expect, test} from 'vitest';
import {changedPages, uncoveredChanges} from '../../../src/changes/notes/changed-pages.ts';
import {caseStudyExample, noteExample, pageExample} from '../../../src/rules/examples/example-files.ts';
import {noDoubtfulChange} from '../../../src/rules/public-record/no-doubtful-change.ts';
import {noWrongNote} from '../../../src/rules/public-record/no-wrong-note.ts';
import type {ExampleFiles} from '../../../src/rules/rule.ts';
import {EXAMPLE_DAY, toolkitWith} from '../support/toolkits/sound-toolkit.ts';

const RECORD = 'blog/_published/2026-11-02';
const OPENING = 'The village keeps its boats in the hall, and each street has a key to it.\n\n## What to know\n\n';

/** What an editor hears about a change under a note that it was only spelling. */
function answer(id: string, before: string, after: string, more: ExampleFiles = {}): string {
  const toolkit = toolkitWith({
    [`${RECORD}/index.md`]: pageExample('Start'),
    [`${RECORD}/${id}.md`]: before,
    [`docs/${id}.md`]: after,
    'blog/_pending/spelling.md': noteExample(`pages: [${id}]\n`).replace(
      'The figure for 2024 was put right.',
      'We corrected the spelling of a word on the page.',
    ),
    ...more,
  });
  const changed = changedPages(toolkit).get(id);
  if (changed && uncoveredChanges(changed, toolkit.notes).length > 0) return 'error';
  return noDoubtfulChange.check(toolkit, EXAMPLE_DAY).length > 0 ? 'question' : 'nothing';
}

const inText = (before: string, after: string) =>
  answer('priorities/homes', pageExample('Homes', '', OPENING + before), pageExample('Homes', '', OPENING + after));

const inFacts = (before: string, after: string) =>
  answer('case-studies/weir', caseStudyExample(before), caseStudyExample(after));

const outcome = (what: string) =>
  `outcomes:\n  - {figure: 48%, what: ${what}, source: "https://lowerford.example/minutes"}\n`;
const TABLE = '| Hall | Result |\n| --- | --- |\n| Ford |';

test.each([
  ['You cannot charge for a boat.', 'You can charge for a boat.'],
  ['You can charge for a boat.', 'You cannot charge for a boat.'],
  ['Streets should not share a key.', 'Streets should share a key.'],
  ['The parish did not ask the wardens first.', 'The parish did ask the wardens first.'],
  ['A warden must be an adult.', 'A warden may be an adult.'],
  ['You need not tell the parish.', 'You must tell the parish.'],
  ['It saved money. These are planned savings, not audited ones.', 'It saved money.'],
  ['Visits rose, but nobody can say why.', 'Visits rose.'],
  ['It works without a warden.', 'It works with a warden.'],
  ['Close it unless people object.', 'Close it if people object.'],
  ['None of the halls closed.', 'Most of the halls closed.'],
  ['It never floods.', 'It often floods.'],
  ['No hall was sold.', 'One hall was sold.'],
  [`${TABLE} None yet |`, `${TABLE} Planned |`],
  ['Visits rose in Ford and Weir End by 75% and 65%.', 'Visits rose in Ford and Weir End by 65% and 75%.'],
  ['It grew from 140 boats to 230 boats.', 'It grew from 230 boats to 140 boats.'],
  ['It ran from 2014 in Ford and from 2016 in Weir End.', 'It ran from 2016 in Ford and from 2014 in Weir End.'],
  ['It cost £40,000 a year.', 'It cost £14,000 a year.'],
  ['It ends on 19 May 2027.', 'It ends on 29 May 2027.'],
  ['Three quarters stayed dry.', 'A quarter stayed dry.'],
  ['- Oil the pumps.\n- Dry the boat.\n- Ask the wardens.', '- Oil the pumps.\n- Ask the wardens.'],
  ['1. Oil the pumps.\n2. Dry the boat.\n3. Ask a warden.', '1. Oil the pumps.\n2. Ask a warden.\n3. Dry the boat.'],
  [
    ':::diagram{title="What to do first in a flood"}\n\n1. Run.\n\n:::',
    ':::diagram{title="What to do later in a flood"}\n\n1. Run.\n\n:::',
  ],
])('%s -> %s has to be in the note', (before, after) => {
  expect(inText(before, after)).toBe('error');
});

test.each([
  [
    'cost: The plan was to save money on rent and staff each year.\n',
    'cost: The plan saved money on rent and staff each year.\n',
  ],
  ['cost: Met by the parish.\n', 'cost: Met by the county.\n'],
  [outcome('planned saving a year'), outcome('saving made a year')],
  [outcome('of homes stayed dry'), outcome('of homes were flooded')],
  ['partners: [Ford Council, River Trust]\n', 'partners: [Ford Council, Mill Trust]\n'],
  ['partners: [Ford Council, River Trust]\n', 'partners: [Ford Council]\n'],
  ['priorities: [homes]\n', ''],
  ['', 'approaches: [wardens]\n'],
])('%j -> %j has to be in the note', (before, after) => {
  expect(inFacts(before, after)).toBe('error');
});

test('another publisher of a source has to be in the note', () => {
  const study = caseStudyExample();
  const other = study.replace('publisher: Lower Ford parish', 'publisher: River Trust');
  expect(answer('case-studies/weir', study, other)).toBe('error');
});

test.each([
  ['Visits have fallen since the flood.', 'Visits have risen since the flood.'],
  ['Use increased in the winter.', 'Use decreased in the winter.'],
  ['Fewer people came in the winter.', 'More people came in the winter.'],
  ['The parish planned to close the hall.', 'The parish closed the hall.'],
  ['These are planned savings of the parish.', 'These are actual savings of the parish.'],
  ['It keeps some charges.', 'It keeps all charges.'],
  ['Every street has a key.', 'Some streets have a key.'],
  ['Close it only after you have assessed need.', 'Close it before you have assessed need.'],
  ['Close it only when it is dry.', 'Close it when it is dry.'],
  ['It opens once a week in summer.', 'It opens once a month in summer.'],
  ['It opens daily in summer.', 'It opens monthly in summer.'],
  ['Ask the wardens first.', 'Ask the wardens last.'],
  ['Its officers advised it to stop.', 'Its councillors voted to stop.'],
  ['It wrote to the county.', 'It wrote to the country.'],
  ['The hall has a ramp.', 'The hall has a ramp, says the parish.'],
  ['- Oil the pumps.\n- Dry the boat.', '- Oil the pumps.\n- Dry the boat.\n- Keep the keys by the door.'],
])('%s -> %s is a question', (before, after) => {
  expect(inText(before, after)).toBe('question');
});

test.each([
  ['Keep the boat **dry**.', 'Keep the boat dry.'],
  ['Teh wardens recieved the keys.', 'The wardens received the keys.'],
  ['You dont need a key.', 'You don’t need a key.'],
  ['It opens on mondays.', 'It opens on Mondays.'],
  ['A key safe is by each door.', 'A key-safe is by each doors.'],
  ['You cannot charge for a boat.', 'You can’t charge for a boat.'],
  ['It had 2,522 visits.', 'It had 2522 visits.'],
  ['It took 12 wardens.', 'It took twelve wardens.'],
  ['It rose by 3 per cent.', 'It rose by 3%.'],
  ['See [the plan](http://ford.example/plan).', 'See [the plan](https://ford.example/plan).'],
  ['The hall is dry. The bank is high.', 'The hall is dry.\n\nThe bank is high.'],
  ['- Oil the pumps\n- Dry the boat', '- Oil the pumps.\n- Dry the boat.'],
  ['- Oil the pumps.\n- Dry the boat.', '1. Oil the pumps.\n2. Dry the boat.'],
  ['The councils parish office has keys.', 'The council’s parish office has keys.'],
  ['They said that "it is dry".', 'They said that “it is dry”.'],
])('%s -> %s is neither', (before, after) => {
  expect(inText(before, after)).toBe('nothing');
});

test.each([
  ['review_every: 12 months', 'review_every: 6 months'],
  ['title: Minutes,', 'title: "Minutes",'],
  ['sources:\n', '# Checked in May\nsources:\n'],
])('of a case study, %j -> %j is neither', (before, after) => {
  const study = caseStudyExample();
  expect(answer('case-studies/weir', study, study.replace(before, after))).toBe('nothing');
});

/** What an editor is asked of two pages with one change, under these notes. */
function questionsOn(
  note: string,
  [before = '', after = '']: readonly string[] = ['The hall is damp.', 'The hall is cold.'],
  rule = noDoubtfulChange,
): string[] {
  const toolkit = toolkitWith({
    [`${RECORD}/index.md`]: pageExample('Start'),
    [`${RECORD}/priorities/homes.md`]: pageExample('Homes', '', OPENING + before),
    'docs/priorities/homes.md': pageExample('Homes', '', OPENING + after),
    'blog/_pending/note.md': note,
  });
  return rule.check(toolkit, EXAMPLE_DAY).map(({problem}) => problem);
}

test('a question about words is answered by a note that says them, or by a reason why readers need not know', () => {
  const ofHomes = noteExample('pages: [priorities/homes]\n', 'minor');
  const FIGURE = 'The figure for 2024 was put right.';
  expect(questionsOn(ofHomes)).toEqual([expect.stringContaining('`damp` is now `cold`')]);
  expect(questionsOn(ofHomes.replace(FIGURE, 'The hall is cold and no longer damp.'))).toEqual([]);
  expect(questionsOn(ofHomes.replace('minor', 'major'))).toEqual([]);
  const untold = `${FIGURE}\nnot_told:\n  - {change: other words, why: Both are said of it.}`;
  expect(questionsOn(ofHomes.replace(FIGURE, untold))).toEqual([]);
  expect(questionsOn(ofHomes.replace(FIGURE, untold), undefined, noWrongNote)).toEqual([]);
  const ofBoth = noteExample('pages: [priorities/homes, index]\n');
  expect(questionsOn(ofBoth)).toHaveLength(1);
  expect(questionsOn(ofBoth.replace(FIGURE, 'These halls are cold.'))).toEqual([]);
});

test('fewer words that say whose claim it is are a question under any note that does not say so', () => {
  const note = noteExample('pages: [priorities/homes]\n');
  const lost = ['In our view the hall is damp.', 'The hall is damp.'];
  expect(questionsOn(note, lost)).toEqual([expect.stringContaining('(`view`), and no note says so')]);
  expect(questionsOn(note, ['In our view it is damp.', 'We think that it is damp.'])).toEqual([]);
  expect(
    questionsOn(note.replace('The figure for 2024 was put right.', 'It was our view, and is measured now.'), lost),
  ).toEqual([]);
});
