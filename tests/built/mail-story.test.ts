import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {loadConfig} from '../../src/store/load-toolkit.ts';
import {FLOOD} from '../support/build-sites.ts';
import {build} from '../support/build-toolkit.ts';
import {openBuilt, squeeze} from '../support/built-page.ts';
import {copyToolkit} from '../support/copy-toolkit.ts';
import {MAIL_PROGRAMS, openMailto, writeAnswers} from '../support/mail-programs.ts';
import {soundAnswers} from '../support/proposal.ts';
import {runCommand} from '../support/run-command.ts';
import {expectPublished, mendShed, NOTE, SHED} from '../support/story.ts';

/** The link of a built page that opens an e-mail with a subject that begins so. */
function mailLink(site: string, address: string, subject: string): string {
  const $ = openBuilt(site, address);
  const links = $('a[href^="mailto:"]').toArray();
  const found = links
    .map((link) => $(link).attr('href') ?? '')
    .find((href) => openMailto(href).subject.startsWith(subject));
  if (found === undefined) throw new Error(`${address} has no link for an e-mail about "${subject}"`);
  return found;
}

test('a proposal by e-mail, from the link of a built page to the page that shows what came of it', async () => {
  const site = inject('sites').flood;
  const folder = copyToolkit('flood mail', {contentFrom: FLOOD});
  const config = loadConfig(folder);
  const save = (file: string, text = '') => writeFileSync(path.join(folder, file), text);
  const run = (...words: string[]) => runCommand(words, folder);

  // Somebody leaves out two answers, hears which, and sends the whole.
  const draft = openMailto(mailLink(site, 'contribute/offer-a-case-study/', 'Case study'));
  const form = caseStudyProposalForm(config);
  const sound = soundAnswers(config);
  const poor = writeAnswers(draft, form, {...sound, evidence: '', 'what-it-cost': ''});
  save('mail.eml', MAIL_PROGRAMS['HTML alone']?.(poor));
  const told = await run('new', 'case-study', '--from-issue', 'mail.eml');
  expect(told).toMatchObject({code: 0, stderr: ''});
  expect(squeeze(told.stdout)).toContain('Evidence needed: Nothing is written yet.');
  expect(squeeze(told.stdout)).toContain('What it cost needed: Nothing is written yet.');
  expect(told.stdout.match(/^ {2}needed: /gm)).toHaveLength(2);
  expect(await run('check')).toMatchObject({code: 1});
  save('mail.eml', MAIL_PROGRAMS['quoted-printable beside HTML']?.(writeAnswers(draft, form, sound)));
  const again = await run('new', 'case-study', '--from-issue', 'mail.eml');
  const [, take = ''] = /--take (\S+)`/.exec(again.stdout) ?? [];
  expect(take).toBe('what-it-cost,evidence');
  const whole = await run('new', 'case-study', '--from-issue', 'mail.eml', '--take', take);
  expect(whole).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining('Stage: Complete.')});
  expect(whole.stdout).not.toContain('needed: ');
  expect(await run('check')).toMatchObject({code: 0});

  mendShed(folder);
  expect(await run('new', 'note', '--pages', SHED, '--significance', 'major', '--note', NOTE)).toMatchObject({code: 0});
  expect(await run('check')).toMatchObject({code: 0});

  expect(await run('publish')).toMatchObject({code: 0, stderr: ''});
  const built = await build(folder);
  expectPublished(built, String(sound['study-title']));
}, 300_000);
