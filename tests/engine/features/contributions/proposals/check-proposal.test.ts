import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {ProposalIssue} from '../../../../../src/features/contributions/proposals/study-of.ts';
import type {ExitError} from '../../../../../src/io/cli/exit-error.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {draftProposal} from '../../../support/intake/draft-proposal.ts';
import {issueOf, soundAnswers} from '../../../support/intake/proposal.ts';
import {folderWith, runCommand, textIn} from '../../../support/run-command.ts';
import {config, configFile} from '../../../support/toolkits/sound-toolkit.ts';
import {publishedFiles} from '../../../support/toolkits/waiting-toolkit.ts';

const SOUND = soundAnswers(config);
const ID = 'case-studies/anytown-evening-help-for-people-who-look';

/** Makes a page of an issue in a fresh toolkit, or in one that is there. */
async function take(issue: ProposalIssue, cwd = folderWith(publishedFiles())) {
  return {cwd, ...(await draftProposal(cwd, issue))};
}

test('a proposal becomes a page with its note, which pass the check and are published', async () => {
  const {cwd, page} = await take(issueOf(config, SOUND));
  expect(page.path).toBe(`docs/${ID}.md`);
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
  expect(await runCommand(['publish'], cwd)).toMatchObject({code: 0, stderr: ''});
  const {updates} = await loadToolkit(cwd);
  expect(updates.flatMap(({data}) => data.changes.filter(({pages}) => pages.includes(ID)))).toMatchObject([
    {kind: 'case-study-added', note: expect.stringContaining('how Anytown opened its hall')},
  ]);
});

test('the sections and facts of the configuration reach the form and the page, also those named like a key', async () => {
  const facts = [
    {id: 'homes_at_risk', label: 'Homes at risk', type: 'number', description: 'How many can flood.'},
  ] as const;
  const keys = {sections: {case_study: ['Need', 'Partners']}, facts};
  const changed = {'toolkit.config.ts': configFile(`export default ${JSON.stringify(keys)};`)};
  const own = {...config, sections: {...config.sections, ...keys.sections}, facts: [...facts]};
  const answers = soundAnswers(own);
  const typed = {need: 'The hall was empty in the evening.', 'section-partners': 'The college came.'};
  const filled = {...answers, ...typed, 'fact-homes-at-risk': '1,240'};
  const {cwd} = await take(issueOf(own, filled), folderWith({...publishedFiles(), ...changed}));
  const page = textIn(cwd, `docs/${ID}.md`);
  expect(page).toContain('## Need\n\nThe hall was empty in the evening.\n\n## Partners\n\nThe college came.\n');
  expect(page).toContain(`partners: [${answers.partners}]`);
  expect(page).toContain('facts:\n  homes_at_risk: 1240\n');
  expect((await runCommand(['check'], cwd)).stdout).not.toContain('require-standard-sections');
});

test('what is missing is listed by field, with text outside the form', async () => {
  const first = await take(issueOf(config, SOUND));
  const filled = {...SOUND, 'study-title': 'Anytown: evening help for those who look for work', 'consent-role': 'n/a'};
  const issue = issueOf(config, filled, {number: 13});
  const {fields} = await take({...issue, body: `Dear editor,\n\n${issue.body}`}, first.cwd);
  expect(fields).toContainEqual(
    expect.objectContaining({label: 'Role that agreed', needed: [expect.stringContaining('No role is given.')]}),
  );
  expect(fields.flatMap(({look}) => look).join('\n')).toContain(
    'Some text is above the first heading of the form, and is not part of any answer.',
  );
});

test('a page with the same title is never overwritten, and the consent can be copied into it', async () => {
  const {cwd} = await take(issueOf(config, {...SOUND, consent: []}));
  const page = path.join(cwd, `docs/${ID}.md`);
  const before = readFileSync(page, 'utf8');
  const refused: ExitError = await take(issueOf(config, SOUND), cwd).catch((error) => error);
  expect(refused).toMatchObject({code: 1, message: expect.stringContaining(`\`docs/${ID}.md\` has the same title`)});
  expect(readFileSync(page, 'utf8')).toBe(before);
  const lines = /^consent:\n(?: {2}.+\n)+/m.exec(refused.fix)?.[0] ?? '';
  writeFileSync(page, before.replace('---\n', `---\n${lines}`));
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
  writeFileSync(page, before.replace('---\n', `---\n${lines.replace('Head of service', 'Director')}`));
  const {stdout} = await runCommand(['check', '--model'], cwd);
  expect(stdout).toContain('`fingerprint` in `consent` does not match');
});

test('another page of the same file name gives the page the number of its proposal', async () => {
  const {cwd} = await take(issueOf(config, SOUND));
  const title = `${SOUND['study-title']} or training`;
  await take(issueOf(config, {...SOUND, 'study-title': title}, {number: 13}), cwd);
  expect(textIn(cwd, `docs/${ID}-13.md`)).toContain(title);
  for (const odd of ['../../etc/passwd', '\u05d0\u05d1', 'Index']) {
    const {page} = await take(issueOf(config, {...SOUND, 'study-title': odd}));
    expect(page.path).toMatch(/^docs\/case-studies\/(etc-passwd|proposal-12)\.md$/);
  }
});

test('an issue without answers is refused', async () => {
  await expect(take({number: 12, body: 'The figure is wrong.'})).rejects.toThrow('no answer to the proposal form');
});

test('a consent whose role loses a name in a redaction still matches, and a forged one does not begin to', async () => {
  const {cwd} = await take(issueOf(config, {...SOUND, 'consent-role': 'Head of service for Otterton'}));
  const page = path.join(cwd, `docs/${ID}.md`);
  const redact = () => runCommand(['redact', 'Otterton', '--why', 'The service asked for it.'], cwd);
  const forged = readFileSync(page, 'utf8').replace('on: 2026-11-03', 'on: 2026-11-04');
  const before = readFileSync(page, 'utf8');
  writeFileSync(page, forged);
  await redact();
  expect((await runCommand(['check', '--model'], cwd)).stdout).toContain('`fingerprint` in `consent` does not match');

  writeFileSync(page, before);
  expect(await redact()).toMatchObject({code: 0, stderr: ''});
  expect(readFileSync(page, 'utf8')).not.toContain('Otterton');
  expect((await runCommand(['check', '--model'], cwd)).stdout).not.toContain('fingerprint');
});
