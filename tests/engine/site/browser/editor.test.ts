import {copyFileSync, existsSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import axe from 'axe-core';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {createEditorServer} from '../../../../src/features/editor/server/edit.ts';
import {addNote, canUseDecap, field, shareDecap} from '../../support/browser/editor-form.ts';
import {useServer} from '../../support/browser/open-browser.ts';
import {startRepository} from '../../support/git.ts';
import {textIn} from '../../support/run-command.ts';
import {TODAY} from '../../support/sites/build-toolkit.ts';
import {copyToolkit, FLOOD} from '../../support/toolkits/copy-toolkit.ts';

const isHere = await canUseDecap();
const editorTest = test.skipIf(!isHere);

const PAGE = 'docs/case-studies/lower-ford-pumps.md';
const ENTRY = '/edit/#/collections/docs.case-studies/entries/lower-ford-pumps';

/** Other tests run at the same time. */
const PATIENT = {timeout: 60_000};

let cwd = '';
const editor = useServer(async () => {
  if (!isHere) return {origin: '', stop: () => undefined};
  cwd = copyToolkit('flood-edit', {contentFrom: FLOOD});
  await shareDecap(cwd);
  startRepository(cwd);
  const server = await createEditorServer(
    {cwd, today: TODAY, stdout: process.stdout, stderr: process.stderr},
    'http://site.example',
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
});

const fileOf = (file: string) => textIn(cwd, file);

/** Opens the editor, where nobody has to give a password. */
async function openEditor(address: string) {
  const opened = await editor.open(address);
  await opened.page.getByRole('button', {name: 'Edit: Ready for the river'}).click();
  return opened;
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Save'}).first().click();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  // A bar on top shows for a moment that something loads.
  const violations = () =>
    page.evaluate(async () => {
      const {violations} = await (globalThis as unknown as {axe: typeof axe}).axe.run(document, {iframes: false});
      return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' ')}`);
    });
  await expect.poll(violations, {...PATIENT, interval: 1000}).toEqual([]);
}

editorTest(
  'a page and its note are saved together, and what the check finds stays in view until the next save',
  async () => {
    const {page, foreign, complaints} = await openEditor(ENTRY);
    const body = field(page, 'body');
    const before = fileOf(PAGE);
    await page.getByText('Last saved version').waitFor();
    await expectAccessible(page);
    await page.getByText('Service (needed)').waitFor();
    expect(await page.getByText('(optional)').filter({visible: true}).count()).toBe(0);
    await body.fill(
      (await body.inputValue()).replace('\n\n## What they did', '\n\nThe pumps are tbc.\n\n## What they did'),
    );
    await addNote(page, 'The page now says why the pumps were chosen.');
    await save(page);
    await page.getByText(/Last saved version: .*problem/).click();
    await page.getByText('looks unfinished').waitFor();
    expect(await page.locator('#problems').textContent()).toContain('In the text: “The pumps are tbc. …”');
    const note = 'changes:\n  - note: The page now says why the pumps were chosen.\n    significance: major\n';
    const expected = before.replace('\n\n## What they did', '\n\nThe pumps are tbc.\n\n## What they did');
    expect(fileOf(PAGE)).toBe(expected.replace('\n---\n', `\n${note}---\n`));
    // What there is to do stays in view while it is done.
    await body.press('End');
    await body.pressSequentially(' ');
    expect(await page.getByText('looks unfinished').isVisible()).toBe(true);
    // Opened again, the form has both.
    await page.reload();
    await page.getByText(/1 change note/i).waitFor();
    await body.fill(
      (await body.inputValue()).replace('The pumps are tbc.', 'In the flood, four pumps would not start.'),
    );
    await save(page);
    await expect.poll(() => fileOf(PAGE), PATIENT).not.toContain('tbc');
    expect(fileOf(PAGE)).toContain(note);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

editorTest(
  'a save that is refused shows the first field that stops it, and a page that changed meanwhile stays',
  async () => {
    const {page} = await openEditor(ENTRY);
    const before = fileOf(PAGE);
    await field(page, 'title').fill('');
    await field(page, 'body').focus();
    await save(page);
    await page.getByText('Not saved: Title is required. See the field “Title”.').waitFor(PATIENT);
    expect(await field(page, 'title').evaluate((input) => document.activeElement === input)).toBe(true);
    expect(fileOf(PAGE)).toBe(before);
    await field(page, 'title').fill('Lower Ford: one shed');
    writeFileSync(path.join(cwd, PAGE), `${before}\nWritten elsewhere.\n`);
    await save(page);
    await page.getByText(/Not saved\. Copy your text.*lower-ford-pumps/).waitFor();
    expect(fileOf(PAGE)).toContain('Written elsewhere.');
  },
);

editorTest('a problem is in the words of the form, and shows its field', async () => {
  copyFileSync(path.join(FLOOD, PAGE), path.join(cwd, PAGE));
  const {page} = await openEditor(ENTRY);
  const panel = page.locator('#problems');
  const body = field(page, 'body');
  await body.fill(`${await body.inputValue()}\n\nThe parish met again on 4 May 2021.`);
  await addNote(page, 'The page now ends with what the parish did later.');
  await save(page);
  await panel.getByText(/Last saved version: .*problem/).click(PATIENT);
  await panel.getByText('Put the new figure, date or heading into your sentence.').waitFor();
  await body.focus();
  await panel.getByRole('button', {name: 'What changed'}).first().click();
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^note-field/);
  await page.locator('textarea[id^="note-field"]').last().fill('The page now ends with the meeting of 4 May 2021.');
  await save(page);
  await panel.getByText(/Last saved version: (no|1) problem/).waitFor(PATIENT);
  expect(await panel.textContent()).not.toContain('Must be fixed');
});

editorTest(
  'a draft needs only a title, the check says what is missing, and it can be deleted; a published page cannot',
  async () => {
    const {page} = await openEditor('/edit/?new=docs/case-studies');
    const panel = page.locator('#problems');
    page.on('dialog', (dialog) => void dialog.accept());
    await field(page, 'title').fill('Upper Ford: sandbags by the hundred');
    await save(page);
    await panel.getByText(/Last saved version: .*problems/).waitFor(PATIENT);
    const file = 'docs/case-studies/upper-ford-sandbags-by-the-hundred.md';
    expect(fileOf(file)).toMatch(/^---\ntitle: "?Upper Ford: sandbags by the hundred"?\n/);
    expect(fileOf(file)).toContain('basis: public-record');
    expect(fileOf(file)).toContain('## Why');
    await page.goto(`${editor.origin}/edit/#/collections/docs.case-studies`);
    await expect.poll(() => panel.textContent()).toBe('');
    await expectAccessible(page);
    await page.getByRole('link', {name: 'Upper Ford: sandbags by the hundred'}).click();
    await page.getByRole('button', {name: 'Delete entry'}).click();
    await page.waitForURL(/collections\/docs\.case-studies$/, PATIENT);
    expect(existsSync(path.join(cwd, file))).toBe(false);
    // A check that began before finds nothing in it.
    const late = await page.request.get(`${editor.origin}/edit/checks?path=${file}`);
    expect(await late.json()).toEqual([]);
    await page.goto(`${editor.origin}${ENTRY}`);
    await page.getByRole('button', {name: 'Delete entry'}).click();
    await page.getByText(/is published, .*Ask a colleague to withdraw it/).waitFor();
    expect(fileOf(PAGE)).not.toBe('');
  },
  120_000,
);

editorTest('a page of the handbook opens and is saved, from a link of the site', async () => {
  const file = 'handbook/contribute/offer-a-case-study.md';
  const before = fileOf(file);
  const {page} = await openEditor(`/edit/?page=${file}`);
  await page.getByText('Last saved version').waitFor(PATIENT);
  const body = field(page, 'body');
  await body.fill(`${await body.inputValue()}\n\nThank you.`);
  await save(page);
  await expect.poll(() => fileOf(file), PATIENT).toBe(`${before}\nThank you.\n`);
  writeFileSync(path.join(cwd, file), before);
});

editorTest('the editor starts with its own words, however late its script arrives', async () => {
  const {page} = await editor.open('/edit/');
  const decap = page.waitForResponse('**/edit/decap-cms.js');
  await page.route('**/edit/editor.js', async (route) => {
    await (await decap).finished();
    await route.continue();
  });
  await page.reload();
  await page.getByRole('button', {name: 'Edit: Ready for the river'}).waitFor();
});

/** Pastes as from Word. */
async function paste(page: Page, markup: string): Promise<void> {
  await field(page, 'body').evaluate((area: HTMLTextAreaElement, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    area.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
  }, markup);
}

editorTest(
  'a whole document from Word goes below the headings of the form, its title into the title, and keeps lists, links and tables',
  async () => {
    const {page} = await openEditor('/edit/?new=docs/case-studies');
    const body = field(page, 'body');
    const drafted = await body.inputValue();
    expect(drafted).toMatch(/^Write here: [\s\S]+\n\n## Why\n\nWrite here/);
    const table = '<table><tr><td>Year</td></tr><tr><td>2022</td></tr></table>';
    const study = `<p>Sandbags were shared.</p><h1>What they did</h1><p>They dug.</p><h2>Tools</h2>${table}<h1>Why:</h1><p>It rained.<img src="a.png"></p>`;
    await paste(
      page,
      `<p class=MsoTitle>Upper Ford:
  sandbags</p>${study}`,
    );
    expect(await field(page, 'title').inputValue()).toBe('Upper Ford: sandbags');
    expect(await page.locator('#problems').textContent()).toBe('Not pasted: 1 picture.');
    const text = await body.inputValue();
    expect(text).toMatch(
      /^Sandbags were shared\.\n\n## Why\n\nIt rained\.\n\n## What they did\n\nThey dug\.\n\n### Tools\n\n\| Year \|\n/,
    );
    expect(text.match(/^##? .+/gm)).toEqual(drafted.match(/^## .+/gm));
    // Pasted again over all of it, nothing is there twice.
    await body.selectText();
    await paste(page, `<h1>Upper Ford: Sandbags</h1>${study.replaceAll('h2>', 'h3>').replaceAll('h1>', 'h2>')}`);
    expect(await body.inputValue()).toBe(text);
    await body.fill('');
    await paste(page, WORD);
    expect(await body.inputValue()).toBe(
      [
        '## What they did',
        'They wrote to [the parish](https://parish.example/) and to clerk@parish.example ([The minutes](https://parish.example/m)), see https://parish.example/minutes.',
        '- Pumps were listed\n  - by size\n- Keys were copied',
        '| Year | Pumps |\n| ---- | ----- |\n| 2022 | 9     |\n|      | 7     |',
      ].join('\n\n'),
    );
  },
);

editorTest.each([
  ['another website', {origin: 'https://elsewhere.example', host: undefined}],
  ['another name for this computer', {origin: undefined, host: 'elsewhere.example'}],
])('%s reads nothing and writes nothing', async (_, {origin, host}) => {
  const body = JSON.stringify({action: 'persistEntry', params: {dataFiles: [{path: PAGE, raw: 'gone'}], assets: []}});
  const headers = {'content-type': 'application/json', ...(origin && {origin}), ...(host && {host})};
  const status = await new Promise((resolve) => {
    const options = {method: 'POST', headers};
    request(`${editor.origin}/edit/files`, options, (answer) => resolve(answer.statusCode)).end(body);
  });
  expect(status).toBe(403);
  expect(fileOf(PAGE)).not.toContain('gone');
});

editorTest.each([
  'docs/../toolkit.config.ts',
  'toolkit.config.ts',
  'docs/case-studies/../../package.json',
  '/etc/passwd',
  'docs/case-studies/.x.md',
  'docs/case-studies/a.mdx',
])('the editor does not write %s', async (file) => {
  const body = JSON.stringify({action: 'persistEntry', params: {dataFiles: [{path: file, raw: 'x'}], assets: []}});
  const response = await fetch(`${editor.origin}/edit/files`, {method: 'POST', body});
  expect(response.status).toBe(422);
});

/** What Word puts on the clipboard, in short. */
const WORD = `<html><head><style>p{margin:0}</style></head><body><!--StartFragment-->
<h1>What they did<o:p></o:p></h1>
<p class=MsoNormal>They <u>wrote</u> to <a href="https://parish.example/">the parish</a> and to clerk@parish.example<a href="#_ftn1">[1]</a>, see https://parish.example/minutes.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Pumps were listed</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>by size</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Keys were copied</p>
<table><tr><td><p class=MsoNormal>Year</p></td><td><p class=MsoNormal>Pumps</p></td></tr><tr><td rowspan=2>2022</td><td>9</td></tr><tr><td>7</td></tr></table>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> The minutes, <a href="https://parish.example/m">https://parish.example/m</a>.</p></div>
<!--EndFragment--></body></html>`;
