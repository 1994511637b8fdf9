import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {recordsOf} from '../../../../../src/changes/updates/page-record.ts';
import {qualifiedId} from '../../../../../src/content/pages/page-id.ts';
import {locatePage} from '../../../../../src/features/contributions/feedback/locate-page.ts';
import {parseFeedback} from '../../../../../src/features/contributions/feedback/parse-feedback.ts';
import {betaFeedbackForm} from '../../../../../src/features/contributions/forms/beta-feedback-form.ts';
import {loadToolkit} from '../../../../../src/io/load-toolkit.ts';
import {fillFormFrom} from '../../../support/intake/fill-form.ts';
import {textIn} from '../../../support/run-command.ts';
import {builtPage} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';

const WORDS = 'The “figure” is wrong: 3 ≠ 4.\n\n### Page\n\nAnother page';

/** Every page of a built site that asks for feedback on itself, with what it fills in. */
async function readDoors() {
  const build = siteFolder('large');
  const toolkit = await loadToolkit(path.dirname(build));
  const files = readdirSync(build, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.html'));
  const doors = files.flatMap((file) => {
    const html = textIn(build, file);
    // Most built pages are differences, which ask for nothing, and reading them takes long.
    if (!html.includes('class="feedback"')) return [];
    const {$} = builtPage(file, html);
    const hrefs = $('.feedback a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    const form = hrefs.find((href) => href.includes('/issues/new?'));
    const mail = hrefs.find((href) => href.startsWith('mailto:'));
    return form && mail ? [{file, form, mail}] : [];
  });
  return {toolkit, doors, records: recordsOf(toolkit, '2026-11-24').pages};
}

test('what each page fills in comes out of the form as its page, edition and words, and an email has its address', async () => {
  const {toolkit, doors, records} = await readDoors();
  expect(doors.length).toBeGreaterThan(20);
  const found = new Set<string>();
  for (const {file, form, mail} of doors) {
    const body = fillFormFrom(betaFeedbackForm(toolkit.config), form, {what: WORDS});
    const byForm = parseFeedback(toolkit.config, body);
    expect(byForm, file).toMatchObject({words: WORDS});
    const asked = new URLSearchParams(new URL(mail).search.replaceAll('+', '%2B')).get('body') ?? '';
    expect(asked, file).toContain(`: ${byForm.address}\r\n`);
    const page = locatePage(toolkit, byForm.address ?? '');
    if (page?.id === undefined) {
      // A page without a text of its own has no fingerprint, and is known by what it lists.
      expect(byForm.fingerprint, file).toBeUndefined();
      expect(file.startsWith(page?.address.slice(1) ?? 'nowhere'), file).toBe(true);
      found.add(file);
      continue;
    }
    expect(`${page.address.slice(1)}index.html`, file).toBe(file);
    const id = qualifiedId(page.id, page.edition === 'live' ? undefined : page.edition);
    expect(records[id]?.fingerprint, file).toBe(byForm.fingerprint);
    found.add(id);
  }
  expect(found.size).toBe(doors.length);
});
