import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import examples from '@octokit/webhooks-examples';
import {expect, test} from 'vitest';
import {ANSWERED_MARKER} from '../../../../../src/features/feedback/answered.ts';
import {betaFeedbackForm, FEEDBACK_TEMPLATE} from '../../../../../src/features/feedback/forms/beta-feedback-form.ts';
import {FEEDBACK_MARKER} from '../../../../../src/features/feedback/render-reply.ts';
import {PROPOSAL_TEMPLATE} from '../../../../../src/features/proposals/proposal-link.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {fillFormFrom} from '../../../support/intake/fill-form.ts';
import {expectHarmless, hostileAnswers} from '../../../support/intake/hostile-proposal.ts';
import {labelledEvent} from '../../../support/intake/labelled-event.ts';
import {soundAnswers} from '../../../support/intake/proposal.ts';
import {startGitHub} from '../../../support/network/github-stand-in.ts';
import {runCommand} from '../../../support/run-command.ts';
import {build} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

const FEEDBACK = 5;

/** The page of the second toolkit of which somebody says that a figure is wrong. */
const SHED = 'case-studies/lower-ford-pumps';

/** What readers are told once it is mended. */
const NOTE = 'The shed cost £2,300; the page had said £3,200.';

/** Puts the figure right. */
function mendShed(folder: string): void {
  const page = path.join(folder, `docs/${SHED}.md`);
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('£3,200', '£2,300'));
}

/** How the story ends: the page shows the corrected figure, the proposed study is there, and one update names both. */
function expectPublished(site: string, title: string): void {
  const study = openBuilt(site, 'toolkit/case-studies/anytown-evening-help-for-people-who-look/');
  expect(study('h1').text()).toBe(title);
  expect(squeeze(study('.history').text())).toContain('First published: 24 November 2026.');
  const update = squeeze(openBuilt(site, 'updates/2026-11-24/')('main').text());
  expect(update).toContain('how Anytown opened its hall');
  expect(update).toContain(NOTE);
  const shed = openBuilt(site, `toolkit/${SHED}/`);
  expect(shed('.prose').text()).toContain('£2,300');
  expect(squeeze(shed('.history').text())).toContain(NOTE);
}

/** The link of a built page that opens a form. */
function formLink(site: string, address: string, template: string): string {
  const href = openBuilt(site, address)(`a[href*="/issues/new?template=${template}"]`).first().attr('href');
  if (href === undefined) throw new Error(`${address} has no link to the form ${template}`);
  return href;
}

test('feedback and two proposals, each by form, from the link of a built page to the page that shows what came of it', async () => {
  const site = siteFolder('flood');
  const folder = copyToolkit('flood form', {contentFrom: FLOOD, isWarm: true});
  const config = loadConfig(folder);
  const github = await startGitHub(config.repository);
  const env = {...github.env, GITHUB_REPOSITORY: config.repository};
  const run = (...words: string[]) => runCommand(words, folder, {env});
  const save = (file: string, data: object) => writeFileSync(path.join(folder, file), JSON.stringify(data));

  // A reader follows the link at the foot of a page, which fills in what page it is, and writes one field.
  const link = formLink(site, `toolkit/${SHED}/`, FEEDBACK_TEMPLATE);
  const body = fillFormFrom(betaFeedbackForm(config), link, {what: 'The report says that the shed cost £2,300.'});
  const issue = {number: FEEDBACK, title: new URL(link).searchParams.get('title') ?? '', body};
  const labels = ['feedback'];
  github.issues.push({...issue, state: 'open', labels, createdAt: '2026-11-20T10:00:00Z'});
  const [opened] = examples.find(({name}) => name === 'issues')?.examples ?? [];
  if (!opened || !('issue' in opened)) throw new Error('there is no example of an issue');
  save('opened.json', {...opened, issue: {...opened.issue, ...issue}});
  expect(await run('feedback', 'triage', 'opened.json', '--apply')).toMatchObject({code: 0, stderr: ''});
  expect(github.issues[0]?.labels).toEqual(expect.arrayContaining(['owner: editor', 'edition: live']));
  expect(github.comments).toMatchObject([{issue: FEEDBACK, body: expect.stringContaining(FEEDBACK_MARKER)}]);

  // An editor mends the page, and the note names what it answers.
  mendShed(folder);
  const options = ['--significance', 'major', '--note', NOTE, '--answers', String(FEEDBACK)];
  expect(await run('new', 'note', '--pages', SHED, ...options)).toMatchObject({code: 0, stderr: ''});

  // Somebody follows the link to the other form; a maintainer puts the label on it that makes the file.
  expect(formLink(site, 'contribute/offer-a-case-study/', PROPOSAL_TEMPLATE)).toContain(config.repository);
  const sound = soundAnswers(config);
  save('labelled.json', labelledEvent(config, sound, ['case-study', 'make-file']));
  expect(await run('proposal', 'labelled.json')).toMatchObject({code: 0, stderr: ''});
  expect(await run('check')).toMatchObject({code: 0});

  expect(await run('publish')).toMatchObject({code: 0, stderr: ''});
  // Another proposal tries to run something, and waits.
  save('labelled.json', labelledEvent(config, hostileAnswers(config), ['case-study', 'make-file'], 13));
  expect(await run('proposal', 'labelled.json')).toMatchObject({code: 0});
  const built = await build(folder);
  expectPublished(built, String(sound['study-title']));
  expectHarmless(built);

  // The loop is closed: the page says so, and whoever wrote is told, once.
  const history = squeeze(openBuilt(built, `toolkit/${SHED}/`)('.history').text());
  expect(history).toContain('Changed after readers’ feedback: number 5');
  await run('feedback', 'answered', '--apply');
  await run('feedback', 'answered', '--apply');
  const answers = github.comments.filter((comment) => comment.body.includes(ANSWERED_MARKER));
  expect(answers).toMatchObject([{issue: FEEDBACK, body: expect.stringContaining('/updates/2026-11-24/')}]);
}, 300_000);
