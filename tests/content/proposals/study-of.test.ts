import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../../src/content/issue-forms/case-study-proposal-form.ts';
import {PROPOSAL_FIELDS} from '../../../src/content/issue-forms/proposal-fields.ts';
import {checkModel} from '../../../src/content/policy.ts';
import {recordOf, renderStudy, stagesOfLabels} from '../../../src/content/proposals/proposal-files.ts';
import {proposalRows} from '../../../src/content/proposals/proposal-rows.ts';
import {labelOfStage, stageOf} from '../../../src/content/proposals/proposal-stages.ts';
import {readDay, readPeriod} from '../../../src/content/proposals/read-times.ts';
import {studyOf} from '../../../src/content/proposals/study-of.ts';
import {nameOf, readSubmission} from '../../../src/content/proposals/submission.ts';
import {takeContactsOut} from '../../../src/content/proposals/take-contacts-out.ts';
import {tellAuthor, waitsFor} from '../../../src/content/proposals/tell-author.ts';
import {caseStudySchema} from '../../../src/content/schemas/case-study-schema.ts';
import {proposalSchema} from '../../../src/content/schemas/proposal-schema.ts';
import {readDocument} from '../../../src/store/document.ts';
import type {Filled} from '../../support/issue-body.ts';
import {issueOf, soundAnswers} from '../../support/proposal.ts';
import {config, toolkitWith} from '../../support/sound-toolkit.ts';

const TODAY = '2026-11-24';
const form = caseStudyProposalForm(config);
const sound = soundAnswers(config);

const submit = (filled: Filled, more: Record<string, unknown> = {}) =>
  readSubmission(JSON.stringify({issue: issueOf(config, filled, more)}), form, TODAY);
const study = (change: Filled = {}) => studyOf(submit({...sound, ...change}), config, TODAY);
const faultsIn = (change: Filled) => study(change).faults.map(({field, problem}) => `${field}: ${problem}`);

test('sound answers keep the schema of case studies, and leave nothing to put right', () => {
  const {data, faults} = study();
  expect(caseStudySchema(config).safeParse(data).error).toBeUndefined();
  expect(faults).toEqual([]);
});

test.each([
  ['24 November 2026', '2026-11-24'],
  ['3rd Nov. 2026', '2026-11-03'],
  ['3/11/2026', '2026-11-03'],
  ['03.11.2026', '2026-11-03'],
  ['2026-11-03', '2026-11-03'],
  ['Tuesday 3 November 2026', '2026-11-03'],
  ['on Tue., 3rd Nov 2026', '2026-11-03'],
  ['Thurs 3/11/2026', '2026-11-03'],
  ['Wednesday, the 2026-11-03', '2026-11-03'],
  ['Mondays 3 November 2026', 'Mondays 3 November 2026'],
  ['Tuesday', 'Tuesday'],
  ['last week', 'last week'],
])('the day `%s` is read as %s', (words, day) => expect(readDay(words)).toBe(day));

test.each([
  ['2022 to about 2024', {from: {year: 2022}, to: {year: 2024, approximate: true}}],
  ['since 2019', {from: {year: 2019}}],
  ['c. 2018', {from: {year: 2018, approximate: true}, to: {year: 2018, approximate: true}}],
  ['2018–', {from: {year: 2018}}],
  ['2016-2018', {from: {year: 2016}, to: {year: 2018}}],
  ['From October 2023, still going', {from: {year: 2023}}],
  ['3rd Oct. 2023 to May 2024', {from: {year: 2023}, to: {year: 2024}}],
  ['2023/24', {from: {year: 2023}, to: {year: 2024}}],
  ['1999/00 to 2003/04', {from: {year: 1999}, to: {year: 2004}}],
  ['2023-04', {from: {year: 2023}, to: {year: 2023}}],
  ['Since Tuesday, 3 October 2023', {from: {year: 2023}}],
  ['Market of 2016', undefined],
  ['Sundays of 2016', undefined],
  ['From October 2023, still going in one library', undefined],
  ['for a while', undefined],
  ['2016, 2017 and 2019', undefined],
  ['2016 in our 3 branches', undefined],
])('the period `%s` is read, or left as it is', (words, period) => expect(readPeriod(words)).toEqual(period));

test('each example of a period that the form shows is one that it takes', () => {
  const shown = PROPOSAL_FIELDS.period.example?.split(', or ') ?? [];
  expect(shown.map(readPeriod)).toEqual([
    {from: {year: 2023}},
    {from: {year: 2022}, to: {year: 2024, approximate: true}},
  ]);
  expect(study({period: shown[0] ?? ''}).data.period).toEqual({from: {year: 2023}});
});

test.each([
  ['2023/24', 2024],
  ['2023–2024', 2024],
  ['2023 to 2024', 2024],
  ['1999/00', 2000],
  ['2023/26', '2023/26'],
  ['2023-04', '2023-04'],
  ['last year', 'last year'],
])('the year `%s` of an outcome is %s, and its author is told where it was taken for another', (typed, year) => {
  const {data, faults} = study({outcomes: `240 people; came; ${typed}; https://anytown.example/report`});
  expect(data.outcomes).toEqual([expect.objectContaining({year})]);
  const problem = `line 1: we took ${typed} as ${year}, the year in which it ended`;
  expect(faults).toEqual(
    typeof year === 'number' ? [expect.objectContaining({field: 'outcomes', problem, isNeeded: false})] : [],
  );
});

test.each([
  'Jane Smith',
  'Mr Smith',
  'Jane Smith (manager)',
  'Head of service, Jane O. Smith',
  'head@anytown.example',
  'Call 07911 123456',
  'x'.repeat(90),
])('the role `%s` is not written to the file, for it may name somebody', (role) => {
  const {data, consent, faults} = study({'consent-role': role});
  expect({consent, written: data.consent}).toEqual({consent: undefined, written: undefined});
  expect(faults.filter(({field, isNeeded}) => field === 'consent-role' && isNeeded)).toHaveLength(1);
  expect(JSON.stringify(faults)).not.toContain('Smith');
});

test.each(['Head of Service', 'Deputy Chief Executive', 'Parish clerk', 'Community Engagement Manager', 'Director'])(
  'the role `%s` is one',
  (role) => expect(study({'consent-role': role}).consent).toEqual({role, on: '2026-11-03'}),
);

test('without every box, and a day that has been, there is no consent', () => {
  const boxes = sound.consent as string[];
  expect(faultsIn({consent: boxes.slice(1)})).toEqual([`consent: the box “${boxes[0]}” is not ticked`]);
  expect(faultsIn({'consent-on': '2026-11-25'})).toEqual(['consent-on: 2026-11-25 is still to come']);
  expect(faultsIn({'consent-on': '31 February 2026'})).toEqual(['consent-on: what is written is no day we can read']);
  expect(faultsIn({'consent-on': 'not known yet'})).toEqual(['consent-on: the day is not known yet']);
  expect(study({consent: []}).data.consent).toBeUndefined();
});

test('details of contact are taken out of every answer, code included, and that is told without them', () => {
  const why = 'Ask jane.reed@parish.example.\n\n```\nor 07911 123456\n```';
  const {sections, faults} = study({why, partners: 'Jane, 07911 123456'});
  const written = JSON.stringify([sections, study({partners: 'Jane, 07911 123456'}).data]);
  expect(written).not.toMatch(/jane\.reed|07911/);
  expect(faults.map(({field}) => field).sort()).toEqual(['partners', 'why']);
  expect(JSON.stringify(faults)).not.toMatch(/jane\.reed|07911/);
});

test('lines that a mail program broke are one entry, and entries without parts stay as they were typed', () => {
  const {data} = study({
    sources:
      'Evening help;\nAnytown Council; 2024;\nhttps://anytown.example/a\n- https://anytown.example/b\nour website',
  });
  expect(data.sources).toEqual([
    {title: 'Evening help', publisher: 'Anytown Council', year: 2024, url: 'https://anytown.example/a'},
    {url: 'https://anytown.example/b'},
    {title: 'our website'},
  ]);
});

test('what follows a field of one line in an e-mail is no part of its answer: it holds a name', () => {
  const {consent, faults} = study({'consent-on': '20/11/2026\n\nKind regards\nPat Example, 07911 123456'});
  expect(consent?.on).toBe('2026-11-20');
  expect(faults).toEqual([]);
  expect(JSON.stringify(study({'consent-on': '20/11\nPat Example'}).faults)).not.toContain('Pat');
});

test('an author is told of each field in words of the form: no keys, no ids, no files', () => {
  const proposed = study({regions: ['Yorks'], why: '', sources: 'our website', evidence: ''});
  const {faults} = proposed;
  const text = renderStudy(proposed, config);
  const {document} = readDocument('docs/case-studies/a.md', text);
  const toolkit = toolkitWith({'docs/case-studies/a.md': text});
  const problems = checkModel(toolkit, TODAY)
    .filter(({path, ruleId}) => path === 'docs/case-studies/a.md' && ruleId === 'no-invalid-front-matter')
    .map(({place, ...problem}) => ({...problem, line: place?.line, isStyle: false}));
  const told = tellAuthor(form, document, problems, faults);
  expect(told.map(({field, needed}) => [field, needed])).toEqual([
    ['regions', ['`Yorks` is none of the choices. Choose from: Riverside.']],
    ['evidence', ['Nothing is written yet. Answer what the form asks there; if it is not known, say so there.']],
    [
      'sources',
      [
        'Line 1: the publisher is missing. Write it as in: Evening help, the first year; Anytown learning service; 2024; https://anytown.example/report',
        'Line 1: the address is missing. Write it as in: Evening help, the first year; Anytown learning service; 2024; https://anytown.example/report',
      ],
    ],
  ]);
});

test('the name of the file is short, safe and never empty', () => {
  const named = (title: string) => nameOf(submit({...sound, 'study-title': title}));
  expect(named('../../etc/passwd')).toBe('etc-passwd');
  expect(named('Index')).toBe('proposal-12');
  expect(named('\u05d0\u05d1')).toBe('proposal-12');
  expect(named('words '.repeat(10_000)).length).toBeLessThanOrEqual(40);
});

test('the title of the issue stands in for one that was left empty, and labels are read', () => {
  const {answers, labels} = submit({...sound, 'study-title': ''}, {labels: ['a', {name: 'proposal: checked'}]});
  expect(answers.get('study-title')).toBe('Anytown');
  expect(labels).toEqual(['a', 'proposal: checked']);
});

test('a stage keeps its first day; what people see to comes by their labels, and completeness can be lost', () => {
  const given = {case_study: 'case-studies/a', received: '2026-11-01', today: TODAY, waits_for: 'editor' as const};
  const first = recordOf({...given, earlier: undefined, isComplete: true, reached: []});
  expect(first).toEqual({
    case_study: 'case-studies/a',
    received: '2026-11-01',
    stages: [{stage: 'complete', on: TODAY}],
  });
  const later = {...given, today: '2026-11-30'};
  const reached = stagesOfLabels([labelOfStage('checked'), labelOfStage('complete'), 'other'], first, '2026-11-30');
  const second = recordOf({...later, earlier: first, isComplete: true, reached});
  expect(second.stages).toEqual([
    {stage: 'complete', on: TODAY},
    {stage: 'checked', on: '2026-11-30'},
  ]);
  expect(proposalSchema.safeParse(second).success).toBe(true);
  expect(stageOf(second)).toEqual({stage: 'checked', since: '2026-11-30'});
  expect(stagesOfLabels([labelOfStage('checked')], second, '2026-12-01')).toEqual([]);
  const told = recordOf({...later, earlier: second, isComplete: true, reached: [{stage: 'checked', on: '2026-11-28'}]});
  expect(told.stages?.at(-1)).toEqual({stage: 'checked', on: '2026-11-28'});
  // What was checked was complete: the check falls with it.
  expect(recordOf({...later, earlier: second, isComplete: false, reached: []}).stages).toBeUndefined();
  const lost = recordOf({...later, earlier: first, isComplete: false, reached: []});
  expect([lost.stages, lost.waits_for]).toEqual([undefined, 'editor']);
});

test('rows come in the order of waiting, and name nobody', () => {
  const record = (name: string, received: string, more = {}) => ({
    [`ledgers/proposals/${name}.json`]: JSON.stringify({case_study: `case-studies/${name}`, received, ...more}),
  });
  const toolkit = toolkitWith({
    ...record('new-one', '2026-11-20'),
    ...record('old-one', '2026-11-01', {issue: 3}),
    ...record('gone', '2026-10-01', {stages: [{stage: 'withdrawn', on: '2026-10-02'}]}),
  });
  const rows = proposalRows(toolkit, TODAY);
  expect(rows.map(({title, days, stage}) => [title, days, stage])).toEqual([
    ['Old one', 23, 'received'],
    ['New one', 4, 'received'],
    ['Gone', 53, 'withdrawn'],
  ]);
  expect(rows[0]?.issue).toEqual({number: 3, url: `https://github.com/${config.repository}/issues/3`});
});

test.each([
  ['author', 'Whoever sent it answers what is missing'],
  ['editor', 'An editor sees to the rest, such as the house style: no answer is missing.'],
])('before a proposal is complete its row says that it waits for the %s', (waits_for, said) => {
  const rowOf = (more: object) => {
    const record = JSON.stringify({case_study: 'case-studies/a', received: '2026-11-20', waits_for, ...more});
    return proposalRows(toolkitWith({'ledgers/proposals/a.json': record}), TODAY)[0]?.next;
  };
  expect(rowOf({})).toContain(said);
  expect(rowOf({stages: [{stage: 'checked', on: '2026-11-21'}]})).toContain('The organisation reads it');
});

test('a proposal waits for whoever sent it only where an answer is missing', () => {
  const field = {field: 'why', label: 'Why', question: '', needed: [], look: [], style: []};
  expect(waitsFor([{...field, style: ['Mend it.'], look: ['Look.']}])).toBe('editor');
  expect(waitsFor([{...field, field: '', needed: ['Mend it.']}])).toBe('editor');
  expect(waitsFor([field, {...field, needed: ['Nothing is written yet.']}])).toBe('author');
});

test('the house style is an editor’s to mend; what an author alone knows is asked of the author', () => {
  const {document} = readDocument('docs/case-studies/a.md', renderStudy(study(), config));
  const line = document.text.split('\n').indexOf('## Why') + 3;
  const problem = {line, severity: 'error', problem: 'found', fix: 'Mend it.', isStyle: true} as const;
  const told = (ruleId: string) => tellAuthor(form, document, [{...problem, ruleId}], []);
  const [styled] = told('require-date-style');
  expect(styled).toMatchObject({field: 'why', needed: [], look: [], style: ['Found. Mend it.']});
  expect(told('no-figure-without-source')).toMatchObject([{field: 'why', needed: ['Found. Mend it.'], style: []}]);
  expect(told('no-empty-section')).toMatchObject([{field: 'why', style: []}]);
});

test('a line with more parts than the form asks for is told as that, and nothing of it is guessed', () => {
  const outcomes = '240; people; came; 2024; Havenmoor; https://anytown.example/report';
  const proposed = study({outcomes});
  expect(proposed.data.outcomes).toEqual([outcomes]);
  const file = {'docs/case-studies/a.md': renderStudy(proposed, config)};
  const problems = checkModel(toolkitWith(file), TODAY)
    .filter(({path}) => path === 'docs/case-studies/a.md')
    .map(({place, ...problem}) => ({...problem, line: place?.line, isStyle: false}));
  const {document} = readDocument('docs/case-studies/a.md', file['docs/case-studies/a.md']);
  const told = tellAuthor(form, document, problems, []).find(({field}) => field === 'outcomes');
  expect(told?.needed).toEqual([
    expect.stringContaining(
      'Line 1 has 6 parts between its semicolons, expected 4: the figure; what it counts; the year; the address of the source. Write it as in: ',
    ),
  ]);
  const address = 'https://anytown.example/a;b;c';
  expect(study({outcomes: `240 people; came; 2023; ${address}`}).data.outcomes).toMatchObject([{source: address}]);
});

test.each([
  ['Saturday 4 March 2023 to 2025', 1],
  ['March 2023', 1],
  ['2023 to 2025', 0],
  ['since 2023', 0],
])('that the period `%s` is kept in years alone is told', (period, count) => {
  expect(study({period}).faults.filter(({field}) => field === 'period')).toHaveLength(count);
});

test('the subject of an e-mail is no answer to the form', () => {
  const {answers} = readSubmission('Subject: Feedback: Joint procurement\n\nThe second figure is wrong.', form, TODAY);
  expect([...answers]).toEqual([]);
});

test.each([
  ['(0191 496 0123)', 'Ring us [contact details taken out].'],
  ['(0191 496 0123 by day)', 'Ring us ([contact details taken out] by day).'],
  ['(0191) 496 0123', 'Ring us [contact details taken out].'],
])('of `%s` no bracket is left alone', (typed, left) => {
  const {text} = takeContactsOut(`Ring us ${typed}.`, config);
  expect(text).toBe(left);
});

test('a name beside a title is told with its field, and not repeated; where it is not public, nothing says that it is', () => {
  const why = 'Mrs Smith, our librarian, had the idea. Ring (0191 496 0123).';
  const {faults} = study({why});
  expect(faults.map(({field, problem}) => [field, problem])).toEqual([
    ['why', expect.stringContaining('we have not copied it')],
    ['why', 'it seems to name a person'],
  ]);
  expect(faults.every(({fix}) => fix.includes('everybody can read it there'))).toBe(true);
  expect(JSON.stringify(faults)).not.toMatch(/Smith|496/);
  const mail = studyOf(readSubmission(`Title: Anytown\n\nWhy:\n${why}\n`, form, TODAY), config, TODAY);
  expect(mail.faults.filter(({field}) => field === 'why')).toHaveLength(2);
  expect(JSON.stringify(mail.faults)).not.toContain('everybody');
});

const byHand = (body: string) =>
  studyOf(readSubmission(JSON.stringify(issueOf(config, {}, {body})), form, TODAY), config, TODAY);

test('words that stand under no label are kept, without what may be about a person, and their author is told', () => {
  const {unplaced, faults} = byHand(
    'Dear editor,\n\nwe opened the hall in the evening. Mrs Smith knows more: 0191 496 0123.\n\nKind regards\nPat Example',
  );
  expect(unplaced).toBe('we opened the hall in the evening. [name removed] knows more: [contact details taken out].');
  expect(faults.find(({field}) => field === '')).toMatchObject({isNeeded: false});
  expect(byHand('').faults.find(({field}) => field === '')).toBeUndefined();
});

test('a choice ends at a heading, so does a list, and translated labels lose no words', () => {
  const body = issueOf(config, sound)
    .body.replace('### Title', '### Titel')
    .replace('### Why', '### Warum')
    .replace('### Sources', '### Quellen');
  const {data, unplaced} = byHand(body);
  expect(data.approaches).toBeUndefined();
  expect(data.title).toBe('Anytown');
  expect(data.partners).toEqual(['Anytown College']);
  expect(unplaced).toContain(`### Titel\n\n${sound['study-title']}`);
  expect(unplaced).toContain(`### Warum\n\n${sound.why}`);
  expect(unplaced).toContain(`### Quellen\n\n${sound.sources}`);
});

test('a title alone is a proposal only where somebody says so', () => {
  const titled = (more: object) =>
    readSubmission(
      JSON.stringify({title: 'Feedback: Co-location', body: 'The figure is wrong.', ...more}),
      form,
      TODAY,
    );
  expect(titled({}).answers.size).toBe(0);
  expect(titled({labels: [{name: 'case-study'}]}).answers.get('study-title')).toBe('Feedback: Co-location');
});
