import {expect, test} from 'vitest';
import {readDay, readPeriod} from '../../../../../src/content/front-matter/read-times.ts';
import {caseStudyProposalForm} from '../../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {fieldsOf} from '../../../../../src/features/contributions/forms/parse-issue-body.ts';
import {PROPOSAL_FIELDS} from '../../../../../src/features/contributions/forms/proposal-fields.ts';
import {renderStudy} from '../../../../../src/features/contributions/proposals/check-proposal.ts';
import {buildFieldFeedback} from '../../../../../src/features/contributions/proposals/field-feedback.ts';
import {studyOf} from '../../../../../src/features/contributions/proposals/study-of.ts';
import {fingerprintOf} from '../../../../../src/io/fingerprint.ts';
import {readDocument} from '../../../../../src/io/yaml/document.ts';
import {checkModel} from '../../../../../src/rules/rule-set.ts';
import type {Filled} from '../../../support/intake/issue-body.ts';
import {issueOf, soundAnswers} from '../../../support/intake/proposal.ts';
import {config, toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

const TODAY = '2026-11-24';
const PAGE = 'docs/case-studies/a.md';
const sound = soundAnswers(config);
const study = (change: Filled = {}) => studyOf(issueOf(config, {...sound, ...change}), {config, fingerprintOf}, TODAY);
const faultsIn = (change: Filled) => study(change).faults.map(({field, problem}) => `${field}: ${problem}`);

/** What a contributor hears of the front matter of a proposal. */
function feedbackOn(change: Filled) {
  const proposed = study(change);
  const text = renderStudy(proposed, config);
  const problems = checkModel(toolkitWith({[PAGE]: text}), TODAY)
    .filter(({path, ruleId}) => path === PAGE && ruleId === 'no-invalid-front-matter')
    .map(({place, ...problem}) => ({...problem, line: place?.line, isStyle: false}));
  return buildFieldFeedback(config, readDocument(PAGE, text).document, problems, proposed.faults);
}

test.each([
  ['3rd Nov. 2026', '2026-11-03'],
  ['3/11/2026', '2026-11-03'],
  ['Tuesday 3 November 2026', '2026-11-03'],
  ['last week', 'last week'],
])('the day `%s` is read as %s', (typed, day) => expect(readDay(typed)).toBe(day));

test.each([
  ['2022 to about 2024', {from: {year: 2022}, to: {year: 2024, approximate: true}}],
  ['From October 2023, still going', {from: {year: 2023}}],
  ['2023/24', {from: {year: 2023}, to: {year: 2024}}],
  ['until 2024', undefined],
  ['2016, 2017 and 2019', undefined],
])('the period `%s` is read, or left as it is', (typed, period) => expect(readPeriod(typed)).toEqual(period));

test('each example of a period that the form shows is accepted', () => {
  const shown = PROPOSAL_FIELDS.period.example?.split(', or ') ?? [];
  expect(shown.map(readPeriod)).toEqual([
    {from: {year: 2023}},
    {from: {year: 2022}, to: {year: 2024, approximate: true}},
  ]);
});

test.each([
  ['2023/24', 2024],
  ['2023-04', '2023-04'],
])('the year `%s` of an outcome is read as %s, and a changed one is reported', (typed, year) => {
  const {data, faults} = study({outcomes: `240 people; came; ${typed}; https://anytown.example/report`});
  expect(data.outcomes).toEqual([expect.objectContaining({year})]);
  const problem = `line 1: we read ${typed} as ${year}, the year in which it ended`;
  expect(faults).toEqual(typeof year === 'number' ? [expect.objectContaining({field: 'outcomes', problem})] : []);
});

test.each(['Head of service, Jane O. Smith', 'head@anytown.example'])(
  'the role `%s` is not written to the file, because it may name a person',
  (role) => {
    const {data, faults} = study({'consent-role': role});
    expect(data.consent).toBeUndefined();
    expect(faults.filter(({field, isNeeded}) => field === 'consent-role' && isNeeded)).toHaveLength(1);
    expect(JSON.stringify(faults)).not.toContain('Smith');
  },
);

const NO_ANSWERS = ['not known yet', 'N/A', '???'];

test.each(NO_ANSWERS)('`%s` is neither a role nor a day: there is no consent', (typed) => {
  for (const id of ['consent-role', 'consent-on']) {
    const {consent, data, faults} = study({[id]: typed});
    expect({consent, written: data.consent}).toEqual({consent: undefined, written: undefined});
    expect(faults).toMatchObject([
      {field: id, problem: expect.stringMatching(/^no (role|day) is given$/), isNeeded: true},
    ]);
  }
});

test.each(NO_ANSWERS)('`%s` is no answer to a question of the form', (typed) => {
  const ids = fieldsOf(caseStudyProposalForm(config))
    .map(({id}) => id)
    .filter((id) => ['study-title', 'description', 'service', 'place', 'sources', 'partners', 'outcomes'].includes(id));
  expect(ids).toHaveLength(7);
  const {data, sections} = study(Object.fromEntries(ids.map((id) => [id, typed])));
  const {consent, owner, review_every, ...answered} = data;
  expect(Object.keys(answered).sort()).toEqual(['evidence', 'period', 'priorities', 'regions']);
  expect(sections[0]?.words).toMatch(/^Write here:/);
});

test('without every box, and a day that has passed, there is no consent', () => {
  const boxes = sound.consent as string[];
  expect(faultsIn({consent: boxes.slice(1)})).toEqual([`consent: the box “${boxes[0]}” is not ticked`]);
  expect(faultsIn({'consent-on': '2026-11-25'})).toEqual(['consent-on: 2026-11-25 is in the future']);
  expect(faultsIn({'consent-on': '31 February 2026'})).toEqual(['consent-on: we could not read this date']);
  expect(study({consent: []}).data.consent).toBeUndefined();
});

test('a name after a title is reported with its field, and not repeated', () => {
  const {faults} = study({why: 'Mrs Smith, our librarian, had the idea.'});
  expect(faults).toMatchObject([{field: 'why', problem: 'it seems to name a person'}]);
  expect(JSON.stringify(faults)).not.toContain('Smith');
});

test('entries are read line by line: a line that is not divided does not swallow the next', () => {
  const {data} = study({
    sources:
      '- Evening help; Anytown Council; 2024; https://anytown.example/a\nhttps://anytown.example/b\nReport; Anytown; 2023; www.anytown.example/c\nNotes, Anytown, 2024, https://anytown.example/d',
    partners: '- Anytown College; Anytown Trust\nWe don’t know',
  });
  expect(data.sources).toEqual([
    {title: 'Evening help', publisher: 'Anytown Council', year: 2024, url: 'https://anytown.example/a'},
    {url: 'https://anytown.example/b'},
    {title: 'Report', publisher: 'Anytown', year: 2023, url: 'www.anytown.example/c'},
    'Notes, Anytown, 2024, https://anytown.example/d',
  ]);
  expect(data.partners).toEqual(['Anytown College', 'Anytown Trust']);
});

test('a contributor reads about each field in words of the form: no keys, no ids, no files', () => {
  const {example} = PROPOSAL_FIELDS.sources;
  const parts = 'expected parts with semicolons between them';
  const typed = {regions: ['Yorks'], period: '2024 to 2022', evidence: '', sources: 'our website\na; b; c; d; e'};
  const feedback = feedbackOn(typed);
  expect(feedback.map(({field, needed}) => [field, needed])).toEqual([
    ['regions', ['`Yorks` is not one of the choices. Choose from: Riverside.']],
    ['period', ['We could not read these years. Write `2022 to 2024`, or `since 2022`.']],
    [
      'evidence',
      ['This is not answered yet. Answer what the form asks there: we cannot publish a case study without it.'],
    ],
    [
      'sources',
      ['our website', 'a; b; c; d; e'].map(
        (line, at) => `Line ${at + 1} holds \`${line}\`, ${parts}. Example: ${example}`,
      ),
    ],
  ]);
});

test('style is for editors to correct; what only the author knows is asked of the author', () => {
  const {document} = readDocument(PAGE, renderStudy(study(), config));
  const line = document.text.split('\n').indexOf('## Why') + 3;
  const problem = {line, severity: 'error', problem: 'found', fix: 'Change it.', isStyle: true} as const;
  const feedback = (ruleId: string) => buildFieldFeedback(config, document, [{...problem, ruleId}], []);
  expect(feedback('require-date-style')).toEqual([]);
  expect(feedback('require-expansion')).toMatchObject([{field: 'why', needed: ['Found. Change it.']}]);
  expect(feedback('no-unwritten-text')).toMatchObject([
    {field: 'why', needed: [expect.stringMatching(/or write “Not known”\.$/)]},
  ]);
  const unfinished = {...problem, ruleId: 'no-unwritten-text', problem: '`tbc` looks unfinished'};
  expect(buildFieldFeedback(config, document, [unfinished], [])).toMatchObject([
    {needed: ['`tbc` looks unfinished. Change it.']},
  ]);
  const hard = {
    ...problem,
    line: 2,
    problem: 'page has reading level 10.3, expected at most 10',
    ruleId: 'no-hard-page',
    isStyle: false,
  };
  expect(buildFieldFeedback(config, document, [hard], [])).toMatchObject([{field: '', label: 'The whole proposal'}]);
});

test('a bare address in an answer says what it leads to: the title of its source, or the website', () => {
  const {sections} = study({
    why: 'As in https://www.anytown.example/a and https://minutes.example/b?c=1, [and here](https://anytown.example/a), by www.anytown.example/a.',
    sources: 'Evening help; Anytown Council; 2024; https://www.anytown.example/a/',
  });
  expect(sections.find(({title}) => title === 'Why')?.words).toBe(
    'As in [Evening help](https://www.anytown.example/a) and [minutes.example](https://minutes.example/b?c=1), [and here](https://anytown.example/a), by [Evening help](http://www.anytown.example/a).',
  );
});
