import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readMail} from '../../../src/content/feedback/mail-text.ts';
import {proposalMailto} from '../../../src/content/feedback-link.ts';
import {caseStudyProposalForm} from '../../../src/content/issue-forms/case-study-proposal-form.ts';
import {labelsOfFields} from '../../../src/content/issue-forms/parse-issue-body.ts';
import {renderStudy} from '../../../src/content/proposals/proposal-files.ts';
import {studyOf} from '../../../src/content/proposals/study-of.ts';
import {readSubmission} from '../../../src/content/proposals/submission.ts';
import {loadConfig} from '../../../src/store/load-toolkit.ts';
import {ROOT} from '../../support/copy-toolkit.ts';
import type {Filled} from '../../support/issue-body.ts';
import {MAIL_PROGRAMS, openMailto, writeAnswers} from '../../support/mail-programs.ts';
import {soundAnswers} from '../../support/proposal.ts';

const config = loadConfig(ROOT);
const form = caseStudyProposalForm(config);
const TODAY = '2026-11-24';

/** Long lines, letters beyond ASCII, lists, what HTML and flowed text would take for their own. */
const ANSWERS: Filled = {
  ...soundAnswers(config),
  service: 'Café & <b>library</b> = “Anytown”',
  why: 'Staff saw that many of the people who use our computers look for work, and that the hall stands empty each evening from five o’clock on.\n\nFrom there it went on: 3 < 4, and £2,300 a year.',
  'what-they-did':
    '- The hall stayed open on two evenings of each week, from five to eight, with one member of staff and a tutor.\n- The college sent one tutor.',
  outcomes:
    '240 people; came to the evenings in their first year, most of them more than once; 2023; https://anytown.example/report\n12 evenings; were held in the second; 2024; https://anytown.example/report',
  sources:
    'Evening help for people who look for work, the first year of a pilot; Anytown Council; 2024; https://anytown.example/report',
};

const draft = writeAnswers(openMailto(proposalMailto(config)), form, ANSWERS);

const squeezed = (text: string) => text.replace(/\s+/g, ' ');
const read = (text: string, asked = form) => readMail(new TextEncoder().encode(text), labelsOfFields(asked));

async function studyIn(sent: string) {
  const {text, subject, sent: day} = await read(sent);
  const submission = readSubmission(`Subject: ${subject}\n\n${text}`, form, day ?? TODAY);
  return {submission, study: studyOf(submission, config, TODAY)};
}

const expected = studyOf(readSubmission(draft.body, form, TODAY), config, TODAY);

test.each(Object.entries(MAIL_PROGRAMS))(
  'a proposal by e-mail is the same, whatever program sends it: %s',
  async (_name, send) => {
    const {submission, study} = await studyIn(send(draft));
    expect(submission).toMatchObject({received: '2026-11-23', doubtful: []});
    expect(study.faults).toEqual([]);
    expect(study.consent).toEqual({role: 'Head of service', on: '2026-11-03'});
    expect(study.data).toEqual(expected.data);
    expect(squeezed(renderStudy(study, config))).toBe(squeezed(renderStudy(expected, config)));
  },
);

const hostile = JSON.parse(readFileSync(path.join(ROOT, 'tests/fixtures/proposals/hostile.json'), 'utf8')) as {
  name: string;
  text: string;
}[];

test.each(hostile)('$name: what was written in an e-mail is what is read of it', async ({text}) => {
  const given = text.toWellFormed();
  const written = writeAnswers(openMailto(proposalMailto(config)), form, {
    ...ANSWERS,
    why: given,
    'what-it-cost': given,
  });
  const plain = readSubmission(written.body, form, TODAY);
  for (const name of ['quoted-printable beside HTML', 'base64']) {
    const {submission} = await studyIn(MAIL_PROGRAMS[name]?.(written) ?? '');
    expect(submission.answers, name).toEqual(plain.answers);
    expect(submission.answers.get('why')).toContain(given.trim().split('\n')[0]);
  }
});

test.each(Object.entries(MAIL_PROGRAMS))(
  'a line of two hyphens between answers takes none of them away: %s',
  async (_name, send) => {
    const cost = form.body.find((element) => 'id' in element && element.id === 'what-it-cost');
    const label = cost && 'id' in cost ? cost.attributes.label : '';
    const parted = draft.body.replace(`${label}:`, `--\n\n${label}:`);
    expect(parted).not.toBe(draft.body);
    const {study} = await studyIn(send({...draft, body: `${parted}\n-- \nA person\n`}));
    expect(study.faults).toEqual([]);
    expect(study.data).toEqual(expected.data);
    expect(renderStudy(study, config)).not.toContain('A person');
  },
);

test('answers between the quoted labels of a reply are read, and a quotation in an answer stays one', async () => {
  const {subject, body} = openMailto(proposalMailto(config));
  const quoted = {subject: `Re: ${subject}`, body: body.replace(/^/gm, '> ').replaceAll('> [ ]', '> [x]')};
  const reply = writeAnswers(quoted, form, {...ANSWERS, why: 'It is missing no more.'});
  const {submission, study} = await studyIn(
    MAIL_PROGRAMS.base64?.({...reply, body: `On Monday an editor wrote:\n${reply.body}`}) ?? '',
  );
  expect(submission.answers).toEqual(
    new Map([...readSubmission(reply.body.replace(/^> ?/gm, ''), form, TODAY).answers]),
  );
  expect(submission.answers.get('why')).toBe('It is missing no more.');
  expect(study.faults).toEqual([]);
  const plain = writeAnswers(openMailto(proposalMailto(config)), form, {...ANSWERS, why: '> Words of the report.'});
  expect(readSubmission(plain.body, form, TODAY).answers.get('why')).toBe('> Words of the report.');
});
