import {parseIssue} from '@github/issue-parser';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {stringify} from 'yaml';
import {betaFeedbackForm} from '../../../../../src/features/feedback/forms/beta-feedback-form.ts';
import {fieldsOf, parseIssueBody} from '../../../../../src/features/feedback/forms/parse-issue-body.ts';
import {caseStudyProposalForm} from '../../../../../src/features/proposals/forms/case-study-proposal-form.ts';
import {readChoices} from '../../../../../src/features/proposals/forms/read-choices.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {type Filled, issueBody} from '../../../support/intake/issue-body.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

const toolkit = loadConfig(copyToolkit('parse-issue-body', {contentFrom: FLOOD}));
const proposal = caseStudyProposalForm(toolkit);
const feedback = betaFeedbackForm(toolkit);

const answersOf = (body: string, form = proposal) => Object.fromEntries(parseIssueBody(form, body).answers);

const STORY = {
  'study-title': 'Anytown: evening help',
  service: 'Anytown learning service',
  why: 'People asked.\n\nMany of them.',
  'what-they-did': 'We opened.',
  sources: 'A report; Anytown; 2024; https://anytown.example/a',
} satisfies Filled;

test('a body that GitHub made gives what was typed, and nothing for what was left empty', () => {
  const chosen = {regions: ['Upper valley', 'Coast'], evidence: 'Evaluated: words, with a comma'};
  const ticks = {consent: ['Nothing here names staff, volunteers or people who use the service.']};
  expect(answersOf(issueBody(proposal, {...STORY, ...chosen, ...ticks}))).toEqual({
    ...STORY,
    regions: 'Upper valley, Coast',
    evidence: chosen.evidence,
    consent: expect.stringContaining('- [x] Nothing here'),
  });
});

test.each<[string, (body: string) => string]>([
  ['Windows line endings', (body) => body.replaceAll('\n', '\r\n')],
  ['a byte-order mark', (body) => `\uFEFF${body}`],
  ['spaces after a heading', (body) => body.replaceAll(/^### .+$/gm, '$&  ')],
  ['no blank lines', (body) => body.replaceAll(/\n\n(?=### )|(?<=^### .+)\n\n/gm, '\n')],
])('a body with %s gives the same', (_what, change) => {
  expect(answersOf(change(issueBody(proposal, STORY)))).toEqual(answersOf(issueBody(proposal, STORY)));
});

test('a body in another order, or with parts taken out, gives what is there', () => {
  const parts = issueBody(proposal, STORY).split(/\n\n(?=### )/);
  expect(answersOf(parts.toReversed().join('\n\n'))).toEqual(answersOf(parts.join('\n\n')));
  const left = parts.filter((part) => !/^### (Why|Sources)$/m.test(part));
  const {why: _why, sources: _sources, ...others} = answersOf(parts.join('\n\n'));
  expect(answersOf(left.join('\n\n'))).toEqual(others);
});

test('text above the first heading is kept apart, and a body without headings is all such text', () => {
  expect(parseIssueBody(feedback, 'Dear editor,\n\n### Your feedback\n\nIt is wrong.').rest).toBe('Dear editor,');
  expect(parseIssueBody(feedback, 'It is wrong.')).toEqual({answers: new Map(), doubtful: [], rest: 'It is wrong.'});
  expect(parseIssueBody(feedback, '')).toEqual({answers: new Map(), doubtful: [], rest: ''});
});

test('a heading of the form inside an answer is part of it where its field cannot begin, and is always reported', () => {
  const typed = {...STORY, 'what-they-did': 'First.\n\n### Why\n\nas above'};
  const {answers, doubtful} = parseIssueBody(proposal, issueBody(proposal, typed));
  expect(Object.fromEntries(answers)).toMatchObject(typed);
  expect(doubtful).toEqual(['why']);
  const twice = parseIssueBody(proposal, issueBody(proposal, {...STORY, why: 'So.\n\n### What they did\n\nsee below'}));
  expect(twice.doubtful).toEqual(['what-they-did']);
  expect([twice.answers.get('why'), twice.answers.get('what-they-did')].join()).toContain('We opened.');
});

const LABELS = fieldsOf(proposal).map(({attributes}) => attributes.label);
const LINE = fc.oneof(
  {weight: 4, arbitrary: fc.string({unit: 'grapheme'})},
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '```', '~~~~', '````md', '---', '- [x] Yes', '_No response_', '<script>', '$(rm)'),
  },
  {weight: 2, arbitrary: fc.constantFrom(...LABELS).map((label) => `### ${label}`)},
  {weight: 1, arbitrary: fc.constantFrom(...LABELS).map((label) => `${label}:`)},
);
const TYPED = fc.array(LINE, {maxLength: 8}).map((lines) => lines.join('\n'));

test('what was typed into any field comes back, or the guess is reported; no word is lost', () => {
  const ids = fieldsOf(proposal).flatMap(({id, type}) => (type === 'textarea' ? [id] : []));
  fc.assert(
    fc.property(fc.record(Object.fromEntries(ids.map((id) => [id, TYPED]))), (filled) => {
      const body = issueBody(proposal, filled);
      const {answers, doubtful, rest} = parseIssueBody(proposal, body);
      const words = (text: string) => text.replace(/[\s_*]|No response/gi, '');
      for (const id of ids) {
        const typed = `${filled[id]}`.replace(/\r\n?/g, '\n');
        const isEmpty = words(typed) === '';
        if (doubtful.length === 0 && !isEmpty) expect((answers.get(id) ?? '').trim()).toBe(typed.trim());
      }
      const kept = words([...answers.values(), rest].join(''));
      for (const word of words(body.replace(/\r\n?/g, '\n').replace(/^### .*$/gm, '')).slice(0, 40))
        expect(kept).toContain(word);
    }),
    {numRuns: 300},
  );
});

test('on plain answers it agrees with the parser that GitHub publishes', () => {
  const plain = fc.string({unit: fc.constantFrom(...'abc XYZ.,;'), minLength: 1}).map((text) => `a${text}z`);
  fc.assert(
    fc.property(fc.record({why: plain, service: plain, place: plain}), (filled) => {
      const body = issueBody(proposal, filled);
      const theirs = parseIssue(body, stringify(proposal)) as Record<string, unknown>;
      for (const [id, typed] of Object.entries(filled)) {
        expect({ours: answersOf(body)[id], theirs: theirs[id]}).toEqual({ours: typed, theirs: typed});
      }
    }),
    {numRuns: 30},
  );
});

test('choices are read as the form has them, and other words are kept', () => {
  const field = (id: string) => fieldsOf(proposal).find((one) => one.id === id) ?? expect.fail();
  expect(readChoices(field('regions'), 'Coast, Upper valley')).toEqual({
    chosen: ['Upper valley', 'Coast'],
    unknown: [],
  });
  expect(readChoices(field('regions'), '- coast\n- Yorks')).toEqual({chosen: ['Coast'], unknown: ['Yorks']});
  expect(readChoices(field('regions'), 'South Coast')).toEqual({chosen: [], unknown: ['South Coast']});
  const ticks = '- [X] Nothing here names staff, volunteers or people who use the service.\n- [ ] The words';
  expect(readChoices(field('consent'), ticks).chosen).toHaveLength(1);
});
