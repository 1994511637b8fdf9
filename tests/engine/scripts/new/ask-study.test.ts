import {spawn} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {loadToolkit} from '../../../../src/fs/load-toolkit.ts';
import {readDocument} from '../../../../src/fs/yaml/document.ts';
import {caseStudyProposalForm} from '../../../../src/intake/issue-forms/case-study-proposal-form.ts';
import {fieldsOf} from '../../../../src/intake/issue-forms/parse-issue-body.ts';
import {soundAnswers} from '../../support/intake/proposal.ts';
import {runCommand} from '../../support/run-command.ts';
import {copyToolkit, FLOOD, ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {CTRL_C, DOWN, ENTER, SPACE, TAB, type TypedAnswer, typeAnswers} from '../../support/type-answers.ts';

const SAVED = '.tmp/new-case-study.json';
const PAGE = 'docs/case-studies/anytown-evening-help.md';

async function ask(cwd: string, typed: readonly TypedAnswer[], ...options: string[]) {
  const terminal = typeAnswers(typed);
  const {code, stderr} = await runCommand(['new', 'case-study', ...options], cwd, terminal);
  return {code, stderr, shown: terminal.shown(), left: terminal.left};
}

/** What is typed at each question of the form, and at those that follow it. */
async function formAnswers(cwd: string): Promise<TypedAnswer[]> {
  const {config} = await loadToolkit(cwd);
  const sound = {...soundAnswers(config), 'study-title': 'Anytown: evening help'};
  const fields = fieldsOf(caseStudyProposalForm(config)).filter(({id}) => !id.startsWith('consent'));
  return fields.map(({id, type, attributes, ...field}): TypedAnswer => {
    const answer = Object.entries(sound).find(([key]) => key === id)?.[1];
    const text = typeof answer === 'string' ? answer : '';
    const isRequired = 'validations' in field && field.validations.required;
    const choice = 'multiple' in attributes && attributes.multiple && isRequired ? SPACE + ENTER : ENTER;
    return [
      `${attributes.label} (`,
      type === 'dropdown' ? choice : type === 'textarea' ? text.replaceAll('\n', '\r') + TAB + ENTER : text + ENTER,
    ];
  });
}

const own = (basis: string): TypedAnswer[] => [
  ['Owner (', ENTER],
  ['Consent (', basis],
];

test('every question of the form is asked, and the owner and the basis; nothing is left to ask for', async () => {
  const cwd = copyToolkit('new-asked', {contentFrom: FLOOD});
  const file = path.join(cwd, 'toolkit.config.ts');
  const keeper = "{id: 'keeper', label: 'Keeper', team: '@example-org/keepers', owns: ['/docs/case-studies/']}";
  writeFileSync(file, readFileSync(file, 'utf8').replace(/owners: \[(.*)\]/, `owners: [$1, ${keeper}]`));
  const {code, stderr, shown, left} = await ask(cwd, [...(await formAnswers(cwd)), ...own(ENTER)]);
  expect({code, stderr, left}, shown).toEqual({code: 0, stderr: '', left: []});
  const {document} = readDocument(PAGE, readFileSync(path.join(cwd, PAGE), 'utf8'));
  expect(document.frontMatter).toMatchObject({
    period: {from: {year: 2022}, to: {year: 2024, approximate: true}},
    outcomes: [{figure: '240 people', year: 2023}],
    partners: ['Anytown College'],
    sources: [{title: 'Evening help, the first year'}],
    owner: 'keeper',
    consent: {basis: 'public-record'},
  });
  expect(document.body).toContain('- The hall stayed open.\n- The college sent one tutor.');
  expect(shown).not.toContain('needed:');
  expect(shown).toMatch(/^Reading the toolkit \.\.\.\n/);
  for (const keys of ['Enter: finish • < at the end', 'Tab and then Enter: finish']) expect(shown).toContain(keys);
  expect(existsSync(path.join(cwd, SAVED))).toBe(false);
});

test('where an organisation agrees, the page waits for the form, which the last lines name', async () => {
  const cwd = copyToolkit('new-agreed', {contentFrom: FLOOD});
  const {code, shown} = await ask(cwd, [...(await formAnswers(cwd)), ...own(DOWN + ENTER)]);
  expect(code).toBe(0);
  expect(shown).toContain(
    'You said that the organisation agrees. Only the form on GitHub can record that: https://github.com/',
  );
  expect(shown).not.toMatch(/--from-issue|needed:/);
  expect(readFileSync(path.join(cwd, PAGE), 'utf8')).toMatch(/^# consent:/m);
});

test('a question can be gone back to, and an answer that cannot be used is explained without keys or options', async () => {
  const cwd = copyToolkit('new-back', {contentFrom: FLOOD});
  const title = 'Title (1 of';
  const {code, stderr, shown, left} = await ask(cwd, [
    [title, `ab${ENTER}`],
    ['The answer has 2 characters, expected at least 3', `c${ENTER}`],
    ['Description (2', `Half of<${TAB}${ENTER}`],
    [title, `${'\u007F'.repeat(3)}Lower Ford pumps${ENTER}`],
    ['already exists', `: an evening${ENTER}`],
    ['Description (2', `${TAB}${ENTER}`],
    ['expected at least', ` what was done, where, and what came of it.${TAB}${ENTER}`],
    ['Service (', `Write to jo.bloggs@anytown.example${ENTER}`],
    ['contact details', CTRL_C],
  ]);
  expect({code, left}, shown).toEqual({code: 2, left: []});
  expect(shown).not.toContain('--title');
  expect(stderr).toContain(`your answers are in \`${SAVED}\`. Add \`--fresh\` to start again.`);
  expect(JSON.parse(readFileSync(path.join(cwd, SAVED), 'utf8'))).toEqual({
    'study-title': 'Lower Ford pumps: an evening',
    description: 'Half of what was done, where, and what came of it.',
  });
  const again = await ask(cwd, [['Service (', CTRL_C]]);
  expect(again.shown).toContain('Your 2 answers are back');
  const anew = await ask(cwd, [[title, CTRL_C]], '--fresh');
  expect(anew).toMatchObject({left: [], shown: expect.not.stringContaining('are back')});
  expect(anew.stderr).toContain('Run `npm run new -- case-study` to start again.');
  expect(`${anew.shown} ${anew.stderr}`).not.toContain(SAVED);
  writeFileSync(path.join(cwd, SAVED), '{');
  expect((await ask(cwd, [])).stderr).toContain(`\`${SAVED}\` cannot be read`);
});

// `script` gives a command a terminal of its own; on other systems it has other options.
test.skipIf(process.platform !== 'linux')('killed in a real terminal, it goes on where it was', async () => {
  const cwd = copyToolkit('new-killed', {contentFrom: FLOOD});
  const run = (answers: readonly TypedAnswer[]) => typeInTerminal(cwd, answers);
  await run([
    ['What do you want to write?', ENTER],
    ['Title (1 of', `Anytown: evening help${ENTER}`],
    ['Description (2', 'kill'],
  ]);
  expect(JSON.parse(readFileSync(path.join(cwd, SAVED), 'utf8'))).toEqual({'study-title': 'Anytown: evening help'});
  const shown = await run([
    ['What do you want to write?', ENTER],
    ['Description (2', CTRL_C],
  ]);
  expect(shown).toContain('Your answer is back');
  expect(shown).toContain('the questions were stopped, and no page was written');
});

/** Runs `new` in a pseudo-terminal, types each answer when its question shows, and returns what was shown. */
async function typeInTerminal(cwd: string, answers: readonly TypedAnswer[]): Promise<string> {
  const command = `stty cols 120 rows 40; "${process.execPath}" "${path.join(ROOT, 'bin/toolkit.mjs')}" new`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {cwd, detached: true});
  const left = [...answers];
  let shown = '';
  let unanswered = '';
  child.stdout.on('data', (chunk: Buffer) => {
    shown += String(chunk);
    unanswered += String(chunk);
    const [question, keys] = left[0] ?? [];
    if (question === undefined || keys === undefined || !unanswered.includes(question)) return;
    left.shift();
    unanswered = '';
    if (keys === 'kill') process.kill(-(child.pid ?? 0), 'SIGKILL');
    else child.stdin.write(keys);
  });
  await new Promise((resolve) => child.once('close', resolve));
  return shown;
}
