import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../../src/content/issue-forms/case-study-proposal-form.ts';
import {differingAnswers} from '../../../src/content/proposals/differing-answers.ts';
import {renderStudy} from '../../../src/content/proposals/proposal-files.ts';
import {studyOf} from '../../../src/content/proposals/study-of.ts';
import {readSubmission} from '../../../src/content/proposals/submission.ts';
import {takeAnswers} from '../../../src/content/proposals/take-answers.ts';
import {readDocument} from '../../../src/store/document.ts';
import type {Filled} from '../../support/issue-body.ts';
import {issueOf, soundAnswers} from '../../support/proposal.ts';
import {config} from '../../support/sound-toolkit.ts';

const form = caseStudyProposalForm(config);
const sound = soundAnswers(config);

const study = (change: Filled = {}) =>
  studyOf(
    readSubmission(JSON.stringify(issueOf(config, {...sound, ...change})), form, '2026-11-24'),
    config,
    '2026-11-24',
  );
const pageOf = (text: string) => readDocument('docs/case-studies/a.md', text).document;
const page = (change: Filled = {}) => pageOf(renderStudy(study(change), config));
const differing = (change: Filled, before: Filled = {}) =>
  differingAnswers(study(change), page(before), form).map(({field, passages}) => [field, passages]);

test('a page differs from no answer that it was made of, however it is laid out', () => {
  expect(differing({})).toEqual([]);
  const text = page()
    .text.replace('Staff saw that many', 'Staff saw\nthat many')
    .replace('[Anytown College]', '\n  - Anytown College');
  expect(differingAnswers(study(), pageOf(text), form)).toEqual([]);
});

test.each<[string, Filled, unknown]>([
  ['a fact', {place: 'Bytown'}, [['place', [{inFile: 'Anytown', answered: 'Bytown'}]]]],
  [
    'the title',
    {'study-title': 'Bytown: help'},
    [['study-title', [{inFile: sound['study-title'], answered: 'Bytown: help'}]]],
  ],
  ['the period', {period: 'since 2023'}, [['period', [{inFile: '2022 to about 2024', answered: 'from 2023'}]]]],
  ['one entry of a list', {partners: 'Anytown College\nA food bank'}, [['partners', [{answered: 'A food bank'}]]]],
  [
    'one paragraph of a section',
    {'what-they-did': '- The hall stayed open.\n- The college sent two tutors.'},
    [['what-they-did', [{inFile: 'The college sent one tutor.', answered: 'The college sent two tutors.'}]]],
  ],
  [
    'the day of an agreement',
    {'consent-on': '4 November 2026'},
    [
      [
        'consent',
        [
          {
            inFile: 'organisation; Head of service; 2026-11-03',
            answered: 'organisation; Head of service; 2026-11-04',
          },
        ],
      ],
    ],
  ],
  ['nothing that was taken away', {partners: '', period: '', why: ''}, []],
])('%s that was changed is named, with both sides', (_what, change, told) => expect(differing(change)).toEqual(told));

test('what the page lacks has one side', () => {
  expect(differing({}, {consent: [], 'what-it-cost': '', partners: ''})).toEqual([
    ['what-it-cost', [{answered: 'We found no published cost.'}]],
    ['partners', [{answered: 'Anytown College'}]],
    ['consent', [{answered: 'organisation; Head of service; 2026-11-03'}]],
  ]);
});

test('answers that are taken over make the page that they would have made, and leave all else', () => {
  const before = page({
    consent: [],
    'what-it-cost': '',
    place: 'Bytown',
    description: 'How Bytown opened its hall in the evening.',
  });
  const edited = pageOf(before.text.replace('one tutor', 'a tutor').replace('sources:', '# Looked up.\nsources:'));
  const fields = ['what-it-cost', 'place', 'consent', 'description'];
  const after = pageOf(takeAnswers(edited, study(), fields));
  expect(after.frontMatter).toEqual(page().frontMatter);
  expect(after.body).toBe(page().body.replace('one tutor', 'a tutor'));
  expect(after.text).toContain('# Looked up.\n');
  expect(after.text).not.toContain('# consent:');
  expect(differingAnswers(study(), after, form).map(({field}) => field)).toEqual(['what-they-did']);
});

test('an opening that an editor wrote stays where the description is taken over, and a lost section comes last', () => {
  const text = page()
    .text.replace(`---\n\n${sound.description}`, '---\n\nA better opening.')
    .replace(/## Why\n\n.+\n\n/, '');
  const change = {description: `${sound.description} It goes on.`};
  const after = takeAnswers(pageOf(text), study(change), ['description', 'why']);
  expect(after).toContain('---\n\nA better opening.\n');
  expect(after).toContain('It goes on.');
  expect(after.endsWith(`\n\n## Why\n\n${sound.why}\n`)).toBe(true);
});
