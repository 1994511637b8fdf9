import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {afterEach, expect, test} from 'vitest';
import {buildEditor, editorPolicy} from '../../../src/features/editor/build-editor.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {addNote, canUseDecap, field, readyDecap} from '../support/browser/editor-form.ts';
import {useServer} from '../support/browser/open-browser.ts';
import {GitHosting} from '../support/network/git-hosting.ts';
import {copyToolkit, FLOOD} from '../support/toolkits/copy-toolkit.ts';

const isHere = await canUseDecap();
const editorTest = test.skipIf(!isHere);

const PAGE = 'docs/case-studies/lower-ford-pumps.md';
const ENTRY = '/edit/#/collections/docs.case-studies/entries/lower-ford-pumps';
const LOGIN = 'https://login.example';

let repository = '';
/** The editor as a site serves it. */
const editor = useServer(async () => {
  if (!isHere) return {origin: '', stop: () => undefined};
  const toolkit = await loadToolkit(copyToolkit('flood-hosted-editor', {contentFrom: FLOOD}));
  repository = toolkit.config.repository;
  const config = {...toolkit.config, editor: {oauth: LOGIN, branch: 'main'}};
  const files = await buildEditor(await readyDecap(), {...toolkit, config});
  const types = {html: 'text/html', js: 'text/javascript', css: 'text/css', yml: 'text/yaml'};
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.replace('/edit/', '') || 'index.html';
    const type = types[name.slice(name.lastIndexOf('.') + 1) as keyof typeof types];
    // As the files for hosts say.
    response.writeHead(files[name] ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': `${editorPolicy()}; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin-allow-popups',
    });
    response.end(files[name]);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close()};
});

let hosting: GitHosting | undefined;
afterEach(() => {
  expect(hosting?.faults ?? []).toEqual([]);
});

/** The files of the example, as a repository has them. */
function filesOf(folder: string): Record<string, Uint8Array> {
  const all = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Object.fromEntries(
    all.map(({parentPath, name}) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
    }),
  );
}

/** Opens the editor for an account: GitHub and the login service answer as they would on the web. */
async function openAs(login: string, github: GitHosting, address = ENTRY) {
  const opened = await editor.open('/edit/');
  const {page} = opened;
  await page.context().route('https://api.github.com/**', async (route) => {
    const request = route.request();
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    };
    if (request.method() === 'OPTIONS') return route.fulfill({status: 204, headers: cors});
    expect(request.headers().authorization).toBe(`token of-${login}`);
    const {status, data} = github.answer(login, request.method(), request.url(), request.postData());
    return route.fulfill({status, headers: cors, contentType: 'application/json', body: JSON.stringify(data)});
  });
  // The login service asks GitHub, and answers the window that opened it.
  const answer = `<script>addEventListener('message', ({origin}) => opener.postMessage('authorization:github:success:' + JSON.stringify({token: 'of-${login}', provider: 'github'}), origin)); opener.postMessage('authorizing:github', '*')</script>`;
  await page.context().route(`${LOGIN}/auth**`, (route) => route.fulfill({contentType: 'text/html', body: answer}));
  await page.route('https://www.githubstatus.com/**', (route) =>
    route.fulfill({
      contentType: 'application/json',
      body: '{"components": []}',
      headers: {'access-control-allow-origin': '*'},
    }),
  );
  await page.getByRole('button', {name: /Login with GitHub/i}).click();
  return {...opened, goOn: () => page.goto(editor.origin + address)};
}

/** The text of a field, once the page is in the form. */
async function filled(control: Locator): Promise<string> {
  await expect.poll(() => control.inputValue(), {timeout: 20_000}).not.toBe('');
  return control.inputValue();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.getByText('Changes saved').waitFor();
}

async function setStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('button', {name: /^Status:/}).click();
  await page.getByRole('menuitem', {name: status}).click();
  await page.getByRole('button', {name: `Status: ${status}`}).waitFor();
}

editorTest('a reader proposes a change through a fork, an editor by a branch, and neither needs git', async () => {
  hosting = new GitHosting(repository, ['editor'], filesOf(FLOOD));
  const before = hosting.fileOf('main', PAGE);

  const reader = await openAs('reader', hosting);
  await reader.page.getByRole('button', {name: 'Fork the repo'}).click();
  await reader.page.getByRole('link', {name: 'Lower Ford'}).first().waitFor();
  await reader.goOn();
  const body = field(reader.page, 'body');
  const text = await filled(body);
  await body.fill(text.replace('\n\n## What they did', '\n\nThat was in winter.\n\n## What they did'));
  await addNote(reader.page, 'The page now says when the pumps would not start.');
  await save(reader.page);
  const head = 'reader:cms/reader/flood-toolkit/docs.case-studies/lower-ford-pumps';
  expect(hosting.pulls).toEqual([]);
  await setStatus(reader.page, 'In review');
  expect(hosting.pulls).toMatchObject([{head, state: 'open', author: 'reader'}]);
  expect(hosting.changesOf(head)).toEqual([PAGE]);
  expect(hosting.fileOf(head, PAGE)).toContain('\n\nThat was in winter.\n\n## What they did');
  // Opened again, both the page and its note are in the form, and a second save keeps both.
  await reader.page.reload();
  expect(await filled(body)).toContain('in winter');
  await body.fill((await body.inputValue()).replace('in winter', 'in January'));
  await save(reader.page);
  expect(hosting.fileOf(head, PAGE)).toContain('in January');
  expect(hosting.fileOf(head, PAGE)).toContain('  - note: The page now says when the pumps would not start.\n');
  expect(hosting.fileOf('main', PAGE)).toBe(before);

  const own = await openAs('editor', hosting);
  await own.goOn();
  const ownBody = field(own.page, 'body');
  await ownBody.fill(`${await filled(ownBody)}\n\nThey would fit wheels to it first.`);
  await addNote(own.page, 'The page now ends with the one thing that the parish would do first.');
  await save(own.page);
  await setStatus(own.page, 'Ready');
  expect(hosting.pulls[1]).toMatchObject({author: 'editor', labels: ['decap-cms/pending_publish']});
  expect(hosting.fileOf(hosting.pulls[1]?.head ?? '', PAGE)).toContain('They would fit wheels to it first.\n');
  // The button that merges would have the same name.
  expect(await own.page.getByRole('button', {name: 'Save', exact: true}).count()).toBe(1);
  expect([...reader.complaints, ...own.complaints]).toEqual([]);
});
