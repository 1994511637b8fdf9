import {expect, test} from 'vitest';
import {changedPages, uncoveredChanges, whyMajor} from '../../../src/changes/published/changed-pages.ts';
import {caseStudyExample, noteExample, pageExample} from '../../../src/rules/examples/example-files.ts';
import {noDoubtfulChange} from '../../../src/rules/publishing/no-doubtful-change.ts';
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
])('%s -> %s is a question', (before, after) => {
  expect(inText(before, after)).toBe('question');
});

test.each([
  ['It are dry in winter.', 'It is dry in winter.'],
  ['Keep the boat **dry**.', 'Keep the boat dry.'],
  ['You cannot charge for a boat.', 'You can’t charge for a boat.'],
  ['The hall doesn’t close at noon.', 'The hall does not close at noon.'],
  ['It had 2,522 visits.', 'It had 2522 visits.'],
  ['It took 12 wardens.', 'It took twelve wardens.'],
  ['It rose by 3 per cent.', 'It rose by 3%.'],
  ['See [the plan](http://ford.example/plan).', 'See [the plan](https://ford.example/plan).'],
  ['See [plan](https://ford.example/plan).', 'See [the plan for the hall](https://ford.example/plan).'],
  ['The hall opened again and the wardens came back.', 'The hall opened again. The wardens came back.'],
  ['The hall is dry. The bank is high.', 'The hall is dry.\n\nThe bank is high.'],
  ['The bank is high. The hall is dry.', 'The hall is dry. The bank is high.'],
  ['After a flood, dry the boat.', 'Dry the boat after a flood.'],
  ['In winter, 75% came by boat, and 65% in summer.', 'It was 75% by boat in winter, and 65% in summer.'],
  ['A warden must still provide a key.', 'A warden still must provide a key.'],
  ['The hall did not close, and no key was lost.', 'No key was lost, and the hall did not close.'],
  ['- Oil the pumps\n- Dry the boat', '- Oil the pumps.\n- Dry the boat.'],
  ['- Oil the pumps.\n- Dry the boat.', '1. Oil the pumps.\n2. Dry the boat.'],
  ['- Oil the pumps.\n- Dry the boat.', '- Oil the pumps.\n- Dry the boat.\n- Keep the keys by the door.'],
  ['The parish keeps a list.', 'The parish keeps a list of the keys.'],
  ['It is a way of working that has proved to be of use.', 'It is a useful way of working.'],
  ['The councils parish office has keys.', 'The council’s parish office has keys.'],
  ['Ask at the office up the hill.', 'Ask at the office on the hill.'],
  ['They said that "it is dry".', 'They said that “it is dry”.'],
  ['The hall has a ramp and a lift.', 'The hall has a lift and a ramp.'],
  ['The wardens were helpful to families.', 'The wardens helped families.'],
  ['It does not cost much money.', 'It is not expensive.'],
])('%s -> %s is neither', (before, after) => {
  expect(inText(before, after)).toBe('nothing');
});

test.each([
  ['The plan, for which they give no date, is new.', 'The plan is new; they do not say when.', undefined],
  ['It ends without a word.', 'It ends with no word.', undefined],
  ['You can charge.', 'You should not charge.', 'changes a word such as should or not'],
])('a note on %s -> %s may be minor unless it %s', (before, after, reason) => {
  const [old, now] = [before, after].map((text) => pageExample('Homes', '', OPENING + text));
  const toolkit = toolkitWith({[`${RECORD}/priorities/homes.md`]: old ?? '', 'docs/priorities/homes.md': now ?? ''});
  const changed = changedPages(toolkit).get('priorities/homes');
  expect(changed && whyMajor(changed)).toBe(reason);
});

test.each([
  ['review_every: 12 months', 'review_every: 6 months'],
  ['title: Minutes,', 'title: "Minutes",'],
  ['sources:\n', '# Checked in May\nsources:\n'],
  ['The hall was wet each winter.', 'The hall was wet in each winter.'],
])('of a case study, %j -> %j is neither', (before, after) => {
  const study = caseStudyExample();
  expect(answer('case-studies/weir', study, study.replace(before, after))).toBe('nothing');
});
