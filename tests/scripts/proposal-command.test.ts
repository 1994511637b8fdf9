import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {exportOfIssue} from '../../scripts/next-steps.ts';
import {parseCommand} from '../../scripts/parse-command.ts';
import {proposalRows} from '../../src/content/proposals/proposal-rows.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {ROOT} from '../support/copy-toolkit.ts';
import {CRITERIA_FILE} from '../support/criteria-page.ts';
import type {Filled} from '../support/issue-body.ts';
import {issueOf, soundAnswers} from '../support/proposal.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {config} from '../support/sound-toolkit.ts';
import {FIRST_RECORD, publishedFiles} from './publish/waiting-toolkit.ts';

const NAME = 'anytown-evening-help-for-people-who-look';
const ID = `case-studies/${NAME}`;
const PAGE = `docs/${ID}.md`;
const RECORD = `ledgers/proposals/${NAME}.json`;

/** A toolkit with one proposal that came in on 20 November 2026. */
async function setScene(change: Filled = {}, labels: string[] = []) {
  const recorded = Object.entries(CRITERIA_FILE).map(([file, text]) => [`${FIRST_RECORD}/${file}`, text]);
  const cwd = folderWith({...publishedFiles(), ...CRITERIA_FILE, ...Object.fromEntries(recorded)});
  const read = (file: string) => readFileSync(path.join(cwd, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);
  const more = {labels: labels.map((name) => ({name}))};
  write('issue.json', JSON.stringify(issueOf(config, {...soundAnswers(config), ...change}, more)));
  const take = () => runCommand(['new', 'case-study', '--from-issue', 'issue.json'], cwd);
  expect(await take()).toMatchObject({code: 0, stderr: ''});
  const run = (...words: string[]) => runCommand(['proposal', ...words], cwd);
  return {cwd, read, write, run, take, record: () => JSON.parse(read(RECORD))};
}

test('a stage that is told at the terminal makes the record that its label makes', async () => {
  const {run, read} = await setScene();
  expect(await run(ID, '--stage', 'checked')).toMatchObject({code: 0, stderr: ''});
  const labelled = await setScene({}, ['proposal: checked']);
  expect(read(RECORD)).toBe(labelled.read(RECORD));
});

test('each stage has the day that is given, and says what comes next', async () => {
  const {run, read, write, record, take} = await setScene();
  write(RECORD, read(RECORD).replace('"on": "2026-11-24"', '"on": "2026-11-20"'));
  const checked = await run(PAGE, '--stage', 'checked', '--on', '2026-11-21');
  expect(checked.stdout).toMatchSnapshot('checked');
  const confirmed = await run(ID, '--stage', 'confirmed', '--on', '2026-11-23');
  expect(confirmed.stdout).toMatchSnapshot('confirmed');
  expect(record().stages).toMatchObject([
    {stage: 'complete', on: '2026-11-20'},
    {stage: 'checked', on: '2026-11-21'},
    {stage: 'confirmed', on: '2026-11-23'},
  ]);
  expect(record().criteria.map(({why}: {why: string}) => why)).toContain(
    'A second person answered yes on 21 November 2026.',
  );
  await run(ID, '--stage', 'checked', '--on', '2026-11-22');
  // What comes in later leaves the stages as they are.
  await take();
  expect(record().stages[1]).toMatchObject({stage: 'checked', on: '2026-11-22'});
});

test('without a stage the record follows the page: complete once nothing must be mended', async () => {
  const {run, read, write, record} = await setScene({'what-it-cost': ''});
  expect(record()).toMatchObject({waits_for: 'author'});
  const missing = await run(ID);
  expect(missing.stdout).toContain(`nothing to write: ${RECORD} says the same already`);
  expect(missing.stdout).toContain('What it cost\n  needed: Nothing is written yet.');
  write(PAGE, read(PAGE).replace(/Write here: money.*/, 'We found no published cost.'));
  expect((await run(ID)).stdout).toContain('Stage: Complete.');
  expect(record().stages).toEqual([{stage: 'complete', on: '2026-11-24'}]);
  const licence = record().criteria.find(({question}: {question: string}) => question.startsWith('May the words'));
  expect(licence).toMatchObject({met: true, shown: expect.stringContaining(config.licence.name)});
});

test('a consent on record that the page does not tell of is told with the line to add', async () => {
  const {run, read, write} = await setScene();
  const line = 'consent: {basis: organisation, role: "Head of service", on: 2026-11-03}';
  const bare = read(PAGE).replace(/^consent:\n(?: {2}.*\n)+/m, '');
  expect(bare).not.toContain('\nconsent:');
  write(PAGE, bare);
  expect((await run(ID)).stdout).toContain(`above its second \`---\`: \`${line}\`.`);
  write(PAGE, bare.replace('\n---\n\n', `\n${line}\n---\n\n`));
  expect((await run(ID)).stdout).toContain('Stage: Complete.');
});

test('without a page the stage alone is put on record, and nothing is judged', async () => {
  const {cwd, run, record} = await setScene();
  const before = record();
  rmSync(path.join(cwd, PAGE));
  expect(await run(ID, '--stage', 'checked')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not there, expected the page that was read'),
  });
  expect(await run(ID, '--stage', 'withdrawn')).toMatchObject({code: 0, stderr: ''});
  expect(record()).toEqual({...before, stages: [...before.stages, {stage: 'withdrawn', on: '2026-11-24'}]});
});

test('a page whose proposal was withdrawn is not published, and the check says why', async () => {
  const {cwd, run} = await setScene();
  const withdrawn = await run(ID, '--stage', 'withdrawn');
  expect(withdrawn.stdout).toContain(`Next: Remove \`${PAGE}\` and its change note`);
  expect(withdrawn.stdout).toContain('Stage: Withdrawn.\n');
  const said = 'page waits to be published and its proposal was withdrawn, expected no page of it';
  expect(await runCommand(['check'], cwd)).toMatchObject({code: 1, stdout: expect.stringContaining(said)});
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 2, stderr: expect.stringContaining(said)});
  await run(ID, '--stage', 'withdrawn', '--undo');
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0});

  const late = await run(ID, '--stage', 'withdrawn');
  expect(late.stdout).toContain(`npm run withdraw -- ${ID}`);
  expect(late.stdout).not.toContain('Remove');
  const checked = await runCommand(['check'], cwd);
  expect(checked.stdout).toContain(`Run \`npm run withdraw -- ${ID}\`: addresses never end.`);
  const [row] = proposalRows(await loadToolkit(cwd), '2026-11-24');
  expect(row).toMatchObject({stage: 'withdrawn', next: 'An editor says on its page that it no longer holds.'});
  await runCommand(['withdraw', ID, '--why', 'The service took its words back.'], cwd);
  expect((await runCommand(['check'], cwd)).stdout).not.toContain('no-withdrawn-proposal');
  expect((await run(ID)).stdout).toContain('Next: Nothing is left to do.');
});

test('an editor who publishes before anybody has checked a study is told so, and may', async () => {
  const {cwd, run, read, write} = await setScene();
  const said = 'page waits to be published and its proposal lacks the stages `checked`, `confirmed`';
  const fix = `Run \`npm run proposal -- ${ID} --stage checked\` once that is done`;
  const checked = await runCommand(['check'], cwd);
  expect(checked).toMatchObject({code: 0, stdout: expect.stringContaining(said)});
  expect(checked.stdout).toContain(fix);
  expect((await runCommand(['review', '--format', 'markdown'], cwd)).stdout).toContain('lacks the stages');
  const dry = await runCommand(['publish', '--dry-run'], cwd);
  expect(dry.stdout).toContain(`Please look:\n  ${PAGE}:2:1: ${said}`);
  await run(ID, '--stage', 'checked');
  await run(ID, '--stage', 'confirmed');
  expect((await runCommand(['publish', '--dry-run'], cwd)).stdout).not.toContain('Please look');
  write(PAGE, read(PAGE).replace('one tutor', 'two tutors'));
  expect((await runCommand(['publish', '--dry-run'], cwd)).stdout).toContain('has changed since it was checked on');
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0});
  expect((await runCommand(['check'], cwd)).stdout).not.toContain('require-proposal-stages');
});

test('stages that were typed into the record are told, with the command that puts them on it', async () => {
  const {cwd, read, write} = await setScene();
  const record = JSON.parse(read(RECORD));
  record.stages.push({stage: 'checked', on: '2026-11-24'}, {stage: 'confirmed', on: '2026-11-24'});
  write(RECORD, JSON.stringify(record));
  const {code, stdout} = await runCommand(['check'], cwd);
  expect(code).toBe(1);
  expect(stdout).toContain('stage `checked` has no `fingerprint`, expected the one that `npm run proposal` writes');
  expect(stdout).toContain(`npm run proposal -- ${ID} --stage confirmed --undo`);
});

test('no stage is put on record before the one that it rests on, nor with an earlier day', async () => {
  const poor = await setScene({'what-it-cost': ''});
  const sound = await setScene();
  const before = [poor.read(RECORD), sound.read(RECORD)];
  expect(await poor.run(ID, '--stage', 'checked')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('`checked` cannot be put on record: it is not complete (see: What it cost)'),
  });
  expect(await sound.run(ID, '--stage', 'confirmed')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no second person has checked it'),
  });
  expect(await sound.run(ID, '--stage', 'checked', '--on', '2026-11-21')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('21 November 2026 is before 24 November 2026, the day on which it was complete'),
  });
  expect([poor.read(RECORD), sound.read(RECORD)]).toEqual(before);
  expect((await poor.run(ID, '--stage', 'withdrawn')).code).toBe(0);
});

test('the note is named by its own file where its page has moved', async () => {
  const {cwd, run} = await setScene();
  const moved = 'case-studies/evening-help';
  expect(await runCommand(['move', ID, moved], cwd)).toMatchObject({code: 0});
  await run(moved, '--stage', 'checked');
  const {stdout} = await run(moved, '--stage', 'confirmed');
  const [, note = ''] = /change note `(.*?)`/.exec(stdout) ?? [];
  expect(readFileSync(path.join(cwd, note), 'utf8')).toContain(moved);
});

test('a page that moved is found by the name it had, and that is said', async () => {
  const {cwd, run} = await setScene();
  await runCommand(['move', ID, 'case-studies/evening-help'], cwd);
  const waiting = await run(ID);
  expect(waiting.stdout).toMatch(new RegExp(`^\`${ID}\` moved: it is \`case-studies/evening-help\` now\\.\n`));
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0});
  await runCommand(['move', 'case-studies/evening-help', 'case-studies/evenings'], cwd);
  const {code, stdout} = await run('case-studies/evening-help');
  expect(code).toBe(0);
  expect(stdout).toContain('`case-studies/evening-help` moved: it is `case-studies/evenings` now.');
  expect(stdout).toContain('Stage: Published.');
});

test('a label cannot do it either: the stage is not on record, and that is told', async () => {
  const {take, record} = await setScene({'what-it-cost': ''}, ['proposal: checked']);
  expect(record()).not.toHaveProperty('stages');
  expect((await take()).stdout).toContain('Not on record: the stage `checked`, for it is not complete.');
});

test('a stage that was put on record by mistake is taken back, with those that rest on it', async () => {
  const {run, record, read} = await setScene();
  const before = read(RECORD);
  await run(ID, '--stage', 'checked');
  await run(ID, '--stage', 'confirmed');
  expect(record().stages).toHaveLength(3);
  const undone = await run(ID, '--stage', 'checked', '--undo');
  expect(undone).toMatchObject({code: 0, stdout: expect.stringContaining('Take the label `proposal: checked` off')});
  expect(read(RECORD)).toBe(before);
  expect(await run(ID, '--stage', 'checked', '--undo')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/is not on record.*\n {2}fix: Nothing has to be taken back\./),
  });
  expect(await run(ID, '--undo')).toMatchObject({code: 2, stderr: expect.stringContaining('`--stage` beside it')});
});

test('that a page has changed since it was checked is told, until it is checked again', async () => {
  const {run, read, write} = await setScene();
  await run(ID, '--stage', 'checked');
  expect((await run(ID)).stdout).not.toContain('has changed since');
  write(PAGE, read(PAGE).replace('one tutor', 'two tutors'));
  const said = `\`${PAGE}\` has changed since it was checked on 24 November 2026.`;
  expect((await run(ID)).stdout).toContain(said);
  expect((await run(ID, '--stage', 'checked')).stdout).not.toContain('has changed since');
});

test('a page that lost something loses its check, and that is told', async () => {
  const {run, read, write, record} = await setScene();
  await run(ID, '--stage', 'checked');
  write(PAGE, read(PAGE).replace('We found no published cost.', ''));
  expect((await run(ID)).stdout).toContain('Not on record: the stage `checked`, for it is not complete.');
  expect(record()).not.toHaveProperty('stages');
});

test.each([
  [[ID, '--stage', 'cheked'], '`--stage` holds `cheked`, expected `checked`, `confirmed` or `withdrawn`'],
  [[ID, '--stage', 'complete'], '`--stage` holds `complete`'],
  [[ID, '--on', '2026-11-21'], '`--stage` is missing beside `--on`'],
  [[ID, '--stage', 'checked', '--on', '21 November'], '`--on` holds `21 November`, expected a day'],
  [[ID, '--stage', 'checked', '--on', '2026-11-25'], 'expected a day from 2026-11-20'],
  [[ID, '--stage', 'checked', '--on', '2026-11-19'], 'expected a day from 2026-11-20'],
  [['case-studies/anytown'], 'no proposal of `case-studies/anytown` is on record'],
  [[], `no case study is named, expected one of \`${ID}\``],
  [[ID, ID], '2 case studies are named'],
])('%j is refused, and nothing is written', async (words, said) => {
  const {run, read} = await setScene();
  const before = read(RECORD);
  const {code, stderr} = await run(...words);
  expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining(said)});
  expect(stderr).toContain('\n  fix: ');
  expect(read(RECORD)).toBe(before);
});

test('what the handbook tells an editor to type are commands that there are, and the export is the one that is told', () => {
  const handbook = readFileSync(path.join(ROOT, 'handbook/contribute/be-an-editor.md'), 'utf8');
  const [, section = ''] = /### From a proposal to a page\n([\s\S]*?)\n### /.exec(handbook) ?? [];
  expect(section).toContain(`${exportOfIssue(12)} > issue.json\n`);
  const typed = [...section.matchAll(/^ *npm run ((?:new|proposal) -- .+)$/gm)].map(([, words = '']) => words);
  expect(typed).toHaveLength(4);
  for (const words of typed) {
    const argv = words.split(' ').filter((word) => word !== '--');
    expect(parseCommand(argv), words).toMatchObject({name: argv[0], help: false});
  }
});

test('where no proposal is on record the command says how to take one in', async () => {
  const cwd = folderWith(publishedFiles());
  expect(await runCommand(['proposal', ID], cwd)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('npm run new -- case-study --from-issue FILE'),
  });
});
