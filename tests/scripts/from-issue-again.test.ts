import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {CRITERIA_FILE} from '../support/criteria-page.ts';
import type {Filled} from '../support/issue-body.ts';
import {issueBody} from '../support/issue-body.ts';
import {issueOf, soundAnswers} from '../support/proposal.ts';
import type {Outcome} from '../support/run-command.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {config} from '../support/sound-toolkit.ts';
import {publishedFiles} from './publish/waiting-toolkit.ts';

const SOUND = soundAnswers(config);
const NAME = 'anytown-evening-help-for-people-who-look';
const PAGE = `docs/case-studies/${NAME}.md`;
const RECORD = `ledgers/proposals/${NAME}.json`;
const AGAIN = 'npm run new -- case-study --from-issue issue.json';

/** A toolkit, and ways to send a proposal to it and to look at what became of it. */
function setScene() {
  const cwd = folderWith({...publishedFiles(), ...CRITERIA_FILE});
  const read = (file: string) => readFileSync(path.join(cwd, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);
  const send = (change: Filled, words: string[] = [], labels: string[] = []): Promise<Outcome> => {
    const more = {labels: ['case-study', ...labels].map((name) => ({name}))};
    write('issue.json', JSON.stringify(issueOf(config, {...SOUND, ...change}, more)));
    return runCommand(['new', 'case-study', '--from-issue', 'issue.json', ...words], cwd);
  };
  const mail = (change: Filled) => {
    const body = issueBody(caseStudyProposalForm(config), {...SOUND, ...change});
    write('mail.eml', `From: somebody@anytown.example\nSubject: A proposal\n\n${body}`);
    return runCommand(['new', 'case-study', '--from-issue', 'mail.eml'], cwd);
  };
  return {cwd, read, write, send, mail, record: () => JSON.parse(read(RECORD))};
}

const stepsIn = ({stdout}: Outcome) => stdout.slice(stdout.indexOf('Next:'));

test('answers that changed are told with both sides, and the file stays as an editor left it', async () => {
  const {read, write, send} = setScene();
  expect(await send({'what-it-cost': ''})).toMatchObject({code: 0, stderr: ''});
  write(PAGE, read(PAGE).replace('one tutor', 'a tutor'));
  const before = read(PAGE);
  const again = await send({place: 'Anytown and Bytown'});
  expect(again).toMatchObject({code: 0, stderr: ''});
  expect(read(PAGE)).toBe(before);
  expect(
    again.stdout,
  ).toContain(`Compared with \`${PAGE}\` as it is now, the answers in \`issue.json\` say something else here. Your own mends of the page are among the differences. None was taken over:

Place (\`place\`)
  the file: Anytown
  the answer: Anytown and Bytown

What they did (\`what-they-did\`)
  the file: The college sent a tutor.
  the answer: The college sent one tutor.

What it cost (\`what-it-cost\`)
  the file: nothing
  the answer: We found no published cost.
`);
  expect(again.stdout).not.toContain('needed: ');
  expect(stepsIn(again)).toContain(`${AGAIN} --take what-it-cost\`.`);
  expect(stepsIn(again)).toContain(`mends of it are lost: \`${AGAIN} --take\` and the fields`);
  expect(stepsIn(again)).not.toContain(',what-they-did');
});

test('of long words those are shown that differ', async () => {
  const {send} = setScene();
  const long = (end: string) => `Staff saw ${'that many people look for work and '.repeat(8)}come ${end}.`;
  await send({why: long('by bus')});
  const {stdout} = await send({why: long('on foot')});
  expect(stdout).toMatch(/ {2}the file: \.\.\. .{20,60}come by bus\.\n {2}the answer: \.\.\. .{20,60}come on foot\.\n/);
});

test('once a second person has read the page no answer is offered any more, and the fields that differ are named', async () => {
  const {send} = setScene();
  await send({});
  const {stdout} = await send({place: 'Bytown'}, [], ['proposal: checked']);
  expect(stdout).toContain('say something else under: Place.');
  expect(stdout).not.toMatch(/--take|the answer:/);
});

test('an export never goes over the file that was given', async () => {
  const {cwd, send, read, write} = setScene();
  await send({'what-it-cost': ''});
  write('event.json', read('issue.json'));
  const told = await runCommand(['new', 'case-study', '--from-issue', 'event.json'], cwd);
  expect(told.stdout).toContain('> issue.json');
  expect(told.stdout).not.toContain('> event.json');
});

test('answers that are named are taken over, and no others', async () => {
  const {read, write, send, record} = setScene();
  await send({'what-it-cost': ''});
  write(PAGE, read(PAGE).replace('one tutor', 'a tutor'));
  const before = read(PAGE);
  const taken = await send({place: 'Anytown and Bytown'}, ['--take', 'what-it-cost,place']);
  expect(taken).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining(`wrote ${PAGE}\n`)});
  expect(taken.stdout).toContain('These were not taken over:\n\nWhat they did (`what-they-did`)');
  expect(read(PAGE)).toBe(
    before
      .replace('place: Anytown', 'place: Anytown and Bytown')
      .replace(/Write here: money.*/, 'We found no published cost.'),
  );
  expect(record().stages).toEqual([{stage: 'complete', on: '2026-11-24'}]);
});

test.each<[string, string[], string]>([
  [
    'a field that does not differ',
    ['--take', 'plase'],
    '`--take` holds `plase`, expected fields whose answers differ: `place`',
  ],
  [
    'a field that the page has as answered',
    ['--take', 'service'],
    'holds `service`, and the page says what was answered',
  ],
  ['no field', ['--take', ','], '`--take` holds `,`, expected fields'],
])('%s cannot be taken over, and nothing is written', async (_what, words, said) => {
  const {read, send} = setScene();
  await send({});
  const before = [read(PAGE), read(RECORD)];
  const {code, stderr} = await send({place: 'Bytown'}, words);
  expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining(said)});
  expect([read(PAGE), read(RECORD)]).toEqual(before);
});

test('nothing can be taken over where nothing differs, or where no page is', async () => {
  const {send, cwd} = setScene();
  expect(await send({}, ['--take', 'place'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no page yet'),
  });
  await send({});
  expect(await send({}, ['--take', 'place'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no answer differs'),
  });
  expect(await runCommand(['new', 'case-study', 'A title', '--take', 'place'], cwd)).toMatchObject({code: 2});
});

test('what to do next follows from what is missing: an answer, the consent, the house style, or nothing', async () => {
  const missing = await setScene().send({'what-it-cost': '', 'consent-on': 'not known yet'});
  expect(stepsIn(missing)).toMatchSnapshot('an answer and the consent');
  const alone = await setScene().send({'consent-on': 'not known yet'});
  expect(stepsIn(alone)).toMatchSnapshot('the consent alone');
  const styled = await setScene().send({'what-it-cost': 'The cost was £5 in 2023/24, by our own count.'});
  expect(stepsIn(styled)).toContain(`Mend the house style in \`${PAGE}\`.`);
  expect(stepsIn(styled)).not.toMatch(/whoever sent it|consent/);
  expect(stepsIn(await setScene().send({}))).toMatchSnapshot('nothing');
});

test.each([
  ['checked', 'Send the page to the organisation.'],
  ['confirmed', 'Read the change note'],
  ['confirmed', 'Run `npm run check`, then `npm run publish -- --dry-run`, and publish.'],
  ['withdrawn', `Remove \`${PAGE}\` and its change note`],
])('what to do next follows from the stage `%s`', async (stage, said) => {
  const told = await setScene().send(
    {},
    [],
    stage === 'confirmed' ? ['proposal: checked', 'proposal: confirmed'] : [`proposal: ${stage}`],
  );
  expect(stepsIn(told)).toContain(said);
});

test('the licence is agreed as soon as its box is ticked, whoever has agreed to the rest, and its words show it', async () => {
  const licence = ({record}: ReturnType<typeof setScene>) =>
    record().criteria.find(({question}: {question: string}) => question.startsWith('May the words'));
  const scene = setScene();
  await scene.send({consent: []});
  expect(licence(scene)).toMatchObject({met: false, why: 'It is not agreed yet.'});
  await scene.send({'consent-on': 'not known yet'});
  expect(licence(scene)).toMatchObject({
    met: true,
    why: 'It was agreed in the form.',
    shown: 'The words may be edited, and published under this licence: CC0.',
  });
});

test('a consent that comes later is put on record at once, and into the page where it is named', async () => {
  const {read, send, record} = setScene();
  await send({consent: [], 'consent-on': 'not known yet'});
  expect(record()).toMatchObject({waits_for: 'author'});
  expect(record()).not.toHaveProperty('consent');
  const later = await send({'consent-on': 'Tuesday 3 November 2026'});
  expect(record()).toMatchObject({consent: {role: 'Head of service', on: '2026-11-03'}, waits_for: 'editor'});
  expect(later.stdout).not.toMatch(/needed: |not there yet/);
  expect(stepsIn(later)).toContain('--take consent`');
  const taken = await send({'consent-on': 'Tuesday 3 November 2026'}, ['--take', 'consent']);
  expect(read(PAGE)).toContain('consent:\n  basis: organisation\n  role: Head of service\n  on: 2026-11-03\n');
  expect(taken.stdout).toContain('Stage: Complete.');
  expect(record()).not.toHaveProperty('waits_for');
});

test('a consent that was given again, on a later day, waits for an editor who takes it over', async () => {
  const {read, mail, record} = setScene();
  await mail({});
  const again = await mail({'consent-on': '10 November 2026'});
  expect(record()).toMatchObject({consent: {on: '2026-11-10'}, waits_for: 'editor'});
  expect(again.stdout).not.toMatch(/needed: |whoever sent it for/);
  expect(stepsIn(again)).toContain('npm run new -- case-study --from-issue mail.eml --take consent`');
  expect(read(PAGE)).toContain('on: 2026-11-03');
});

test('no finding about a consent is left where the page had it first, and the record gets it now', async () => {
  const {read, write, send, record} = setScene();
  await send({consent: []});
  const consent = 'consent: {basis: organisation, role: Head of service, on: 2026-11-03}\n';
  write(PAGE, read(PAGE).replace('owner: ', `${consent}owner: `));
  const unfounded = await send({consent: []});
  expect(unfounded.stdout).toContain('Consent\n  needed: Agreement of the organisation has no record');
  const given = await send({});
  expect(given.stdout).not.toContain('needed: ');
  expect(given.stdout).toContain('Stage: Complete.');
  const agreed = record().criteria.find(({question}: {question: string}) =>
    question.startsWith('Did the organisation'),
  );
  expect(agreed).toMatchObject({shown: 'Head of service, 3 November 2026'});
  expect(agreed.why).not.toContain('The check:');
});

test('a second e-mail of the same service and title is the same proposal, one of another is not', async () => {
  const {cwd, read, mail} = setScene();
  expect(await mail({'what-it-cost': ''})).toMatchObject({code: 0, stderr: ''});
  const again = await mail({});
  expect(again.stdout).toContain(
    'What it cost (`what-it-cost`)\n  the file: nothing\n  the answer: We found no published cost.',
  );
  expect(stepsIn(again)).toContain('npm run new -- case-study --from-issue mail.eml --take what-it-cost');
  const before = read(RECORD);
  const other = await mail({service: 'Bytown libraries'});
  expect(other.stdout).toContain(`wrote docs/case-studies/${NAME}-2026-11-24.md`);
  expect(read(RECORD)).toBe(before);
  expect(await runCommand(['check', '--model'], cwd)).toBeDefined();
});

test('an answer that cannot stand takes the place of no words that can', async () => {
  const {read, send} = setScene();
  await send({});
  const before = [read(PAGE), read(RECORD)];
  const outcomes = '240; people; came; 2024; Havenmoor; https://anytown.example/report';
  expect(await send({outcomes}, ['--take', 'outcomes'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/`outcomes`, and its answer cannot stand: Line 1 has 6 parts/),
  });
  expect([read(PAGE), read(RECORD)]).toEqual(before);
});

test('an e-mail that answers nothing of the form becomes no case study', async () => {
  const {cwd, write} = setScene();
  write('feedback.eml', 'Subject: Feedback: Joint procurement\n\nThe second figure is wrong.\n');
  expect(await runCommand(['new', 'case-study', '--from-issue', 'feedback.eml'], cwd)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no answer to the form'),
  });
});

test('a consent that has not come is asked of the proposal: by the command, and by the check', async () => {
  const {cwd, send} = setScene();
  await send({'consent-on': 'not known yet'});
  const told = await runCommand(['proposal', `case-studies/${NAME}`], cwd);
  expect(told.stdout).toContain('Consent\n  needed: No consent is on record: a box, the role or the day was missing');
  const checked = await runCommand(['check'], cwd);
  expect(checked.stdout).toContain('then the same with `--take consent`. Until it has come, the page waits.');
});

test('feedback is no proposal: it is named, with the command that sorts it', async () => {
  const {cwd, write} = setScene();
  const issue = {number: 15, title: 'Feedback: Homes', body: 'Two boats are too few.', labels: [{name: 'feedback'}]};
  write('issue.json', JSON.stringify(issue));
  const {code, stderr} = await runCommand(['new', 'case-study', '--from-issue', 'issue.json'], cwd);
  expect(code).toBe(1);
  expect(stderr).toContain('the issue has the label `feedback`, expected a proposal');
  expect(stderr).toContain('`npm run feedback -- triage issue.json`');
});

test('words under no label are told an editor at the terminal', async () => {
  const {cwd, write} = setScene();
  const issue = issueOf(config, {}, {body: 'We opened the hall in the evening.\n\nAsk Mrs Smith.'});
  write('issue.json', JSON.stringify(issue));
  const {stdout} = await runCommand(['new', 'case-study', '--from-issue', 'issue.json'], cwd);
  expect(stdout).toContain(
    'put into the page what belongs there.\n  We opened the hall in the evening.\n\n  Ask [name removed].',
  );
  expect(stdout).toContain('The whole\n  look: Some words stand under no label of the form');
});

test('a name is told with its field as long as the answer or the page holds it', async () => {
  const {cwd, read, write, send} = setScene();
  const named = 'Mrs Smith saw that many of the people who use our computers look for work.';
  const told = /Why\n {2}look: It seems to name a person\. Write the role/;
  const first = await send({why: named});
  expect(first.stdout).toMatch(told);
  expect(first.stdout.match(/It seems to name/g)).toHaveLength(1);
  expect((await send({})).stdout).toMatch(told);
  expect((await runCommand(['proposal', `case-studies/${NAME}`], cwd)).stdout).toMatch(told);
  write(PAGE, read(PAGE).replace('Mrs Smith', 'A librarian'));
  expect((await send({why: named})).stdout).toMatch(told);
  expect((await send({})).stdout).not.toContain('It seems to name');
});
