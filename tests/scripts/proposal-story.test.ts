import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {runToolkit} from '../../scripts/toolkit.ts';
import {proposalIssueUrl, proposalMailto} from '../../src/content/feedback-link.ts';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import type {IssueForm} from '../../src/content/issue-forms/issue-form.ts';
import {askedCriteria, CRITERIA_PAGE, SHOWN_BY} from '../../src/content/proposals/acceptance-criteria.ts';
import {proposalRows} from '../../src/content/proposals/proposal-rows.ts';
import {loadConfig, loadToolkit} from '../../src/store/load-toolkit.ts';
import {copyToolkit, ROOT} from '../support/copy-toolkit.ts';
import {labelledEvent} from '../support/labelled-event.ts';
import {openMailto, writeAnswers} from '../support/mail-programs.ts';
import {soundAnswers} from '../support/proposal.ts';
import {folderWith, runCommand} from '../support/run-command.ts';

const config = loadConfig(ROOT);
const SOUND = soundAnswers(config);
const ID = 'case-studies/anytown-evening-help-for-people-who-look';

/** Runs the command on words that are typed into its input. */
async function runOn(words: string, cwd: string): Promise<{code: number; stdout: string}> {
  const printed: string[] = [];
  const stdout = {write: (text: string) => printed.push(text)};
  const io = {cwd, today: '2026-11-24', stdin: Readable.from([words]), stdout, stderr: stdout};
  return {code: await runToolkit(['new', 'case-study', '--from-issue', '-'], io), stdout: printed.join('')};
}

/** What somebody sends who writes into the e-mail that the button opens. */
function fillInMail(): string {
  const {subject, body} = writeAnswers(openMailto(proposalMailto(config)), caseStudyProposalForm(config), SOUND);
  return `From: somebody\r\nSubject: ${subject}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}

/** The day of the newest update: the next one carries it, or a later one. */
async function newestDay(cwd: string): Promise<string> {
  const {updates} = await loadToolkit(cwd);
  return (
    updates
      .map(({data}) => data.published.latest)
      .sort()
      .at(-1) ?? ''
  );
}

test('from the link on the site to the published update, by form', async () => {
  const cwd = copyToolkit('proposal-story');
  const template = new URL(proposalIssueUrl(config)).searchParams.get('template') ?? '';
  const form = parse(readFileSync(path.join(ROOT, '.github/ISSUE_TEMPLATE', template), 'utf8')) as IssueForm;
  expect(form).toEqual(caseStudyProposalForm(config));

  const event = path.join(cwd, '.tmp-event.json');
  writeFileSync(event, JSON.stringify(labelledEvent(config, SOUND, ['case-study', 'make-file', 'proposal: checked'])));
  expect(await runCommand(['new', 'case-study', '--from-issue', event], cwd)).toMatchObject({code: 0, stderr: ''});
  const {code, stdout} = await runCommand(['check'], cwd);
  const own = stdout.split('\n').filter((line) => line.startsWith(`docs/${ID}.md`) && line.includes(': error:'));
  expect(own).toEqual([]);
  expect(code, stdout).toBe(0);

  const [waiting] = proposalRows(await loadToolkit(cwd), '2026-11-29');
  expect(waiting).toMatchObject({
    stage: 'checked',
    days: 5,
    address: undefined,
    title: SOUND['study-title'],
    issue: {number: 12, url: `https://github.com/${config.repository}/issues/12`},
  });
  expect(waiting?.criteria.length).toBeGreaterThan(20);
  expect(waiting?.criteria.filter(({met}) => !met)).toEqual([]);

  const day = await newestDay(cwd);
  expect(await runCommand(['publish'], cwd, {today: day})).toMatchObject({code: 0, stderr: ''});
  const toolkit = await loadToolkit(cwd);
  const update = toolkit.updates.find(({data}) => data.changes.some(({pages}) => pages.includes(ID)));
  // Other notes may wait too.
  const told = update?.data.changes.filter(({pages}) => pages.includes(ID));
  expect(told).toMatchObject([
    {kind: 'case-study-added', note: expect.stringContaining('how Anytown opened its hall')},
  ]);
  expect(existsSync(path.join(cwd, `blog/_published/${update?.data.slug}/${ID}.md`))).toBe(true);
  const [published] = proposalRows(toolkit, '2026-11-29');
  expect(published).toMatchObject({stage: 'published', since: day, address: `/toolkit/${ID}/`, criteria: []});
});

test('the same by e-mail, by JSON and by an exported issue: the same page and the same note', async () => {
  const event = JSON.stringify(labelledEvent(config, SOUND));
  const {issue} = JSON.parse(event);
  const json = JSON.stringify(SOUND);
  const made: string[][] = [];
  for (const words of [event, JSON.stringify(issue), json, fillInMail(), fillInMail().replaceAll('\r\n', '\n')]) {
    const cwd = copyToolkit('proposal-ways');
    expect(await runOn(words, cwd)).toMatchObject({code: 0});
    const read = (file: string) => readFileSync(path.join(cwd, file), 'utf8');
    const {
      issue: _issue,
      received: _received,
      criteria: _criteria,
      ...record
    } = JSON.parse(read(`ledgers/proposals/${ID.slice('case-studies/'.length)}.json`));
    made.push([
      read(`docs/${ID}.md`),
      read(`blog/_pending/${ID.slice('case-studies/'.length)}.md`),
      JSON.stringify(record),
    ]);
  }
  for (const one of made) expect(one).toEqual(made[0]);
});

test('words of an e-mail that is not public yet are not put into the record', async () => {
  const cwd = copyToolkit('proposal-mail');
  await runOn(fillInMail(), cwd);
  const record = readFileSync(path.join(cwd, `ledgers/proposals/${ID.slice('case-studies/'.length)}.json`), 'utf8');
  expect(record).not.toContain('shown');
});

test('nothing of the form is a refusal, and a file that is not there another', async () => {
  const cwd = folderWith({});
  writeFileSync(
    path.join(cwd, 'toolkit.config.ts'),
    `export {default} from ${JSON.stringify(path.join(ROOT, 'toolkit.config.ts'))};\n`,
  );
  expect(await runOn('Dear editor, we did something.', cwd)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('no answer to the form'),
  });
  expect(await runCommand(['new', 'case-study', '--from-issue', 'none.json'], cwd)).toMatchObject({code: 2});
  expect(await runCommand(['new', 'page', '--from-issue', 'none.json'], cwd)).toMatchObject({code: 2});
});

test('the handbook asks each question that the code knows where to look for', async () => {
  const {pages} = await loadToolkit(ROOT);
  const asked = askedCriteria(pages.find(({id}) => id === CRITERIA_PAGE)?.document.text ?? '');
  expect(asked.length).toBeGreaterThan(20);
  for (const begin of Object.keys(SHOWN_BY)) {
    expect(
      asked.filter(({question}) => question.startsWith(begin)),
      begin,
    ).toHaveLength(1);
  }
});
