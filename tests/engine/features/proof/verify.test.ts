import {execFile} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {headOf, verify} from '../../../../src/changes/chain/verify.mjs';
import {allPages} from '../../../../src/content/toolkit.ts';
import {markdownAddress} from '../../../../src/features/api/addresses.ts';
import {renderMirror} from '../../../../src/features/api/markdown-mirror.ts';
import {recordFiles} from '../../../../src/features/proof/proof-files.ts';
import {hashOf} from '../../../../src/io/fingerprint.ts';
import {loadToolkit} from '../../../../src/io/load-toolkit.ts';
import {pageExample} from '../../../../src/rules/examples/example-files.ts';
import {listenForTest} from '../../support/network/listen.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';
import {copyOf} from '../../support/toolkits/linked-toolkit.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const FIRST = 'blog/_published/2026-11-24.json';
const SECOND = 'blog/_published/2026-11-24.2.json';
const THIRD = 'blog/_published/2026-11-24.3.json';
const SHOWN = '/updates/2026-11-24.2/texts/priorities/homes.txt';
const HOMES = 'docs/priorities/homes.md';
const BOATS =
  'changes:\n  - kind: content-changed\n    significance: major\n    note: The page on homes asks for four boats for every 40 homes, and asked for three.\n';

let whole: string;

/** A toolkit with three updates, the second with an edition. */
beforeAll(async () => {
  whole = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const cwd = whole;
  for (const [file, content] of Object.entries(waitingFiles())) {
    mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
    writeFileSync(path.join(cwd, file), content);
  }
  cpSync(path.join(ROOT, 'static/social-card.png'), path.join(cwd, 'docs/card.png'));
  const publish = async (...options: string[]) =>
    expect(await runCommand(['publish', ...options], cwd)).toMatchObject({code: 0, stderr: ''});
  await publish('--title', 'Boats');
  writeFileSync(
    path.join(cwd, HOMES),
    pageExample(
      'Homes',
      BOATS,
      'Keep four boats for every 40 homes, and a key to each, says the [parish](https://parish.example/).',
    ),
  );
  await publish('--title', 'More boats', '--edition');
  const wardens = BOATS.replace(
    /note: .*/,
    'note: The page on wardens asks for three wardens for every street, and asked for two.',
  );
  writeFileSync(
    path.join(cwd, 'docs/wardens.md'),
    pageExample('Wardens', wardens, 'Three wardens for every street.\n\n<!-- ask Jo -->'),
  );
  await publish('--title', 'More wardens');
});

afterAll(() => rmSync(whole, {recursive: true, force: true}));

/** A copy in which some files are changed. */
function copy(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const cwd = copyOf(whole);
  for (const [file, change] of Object.entries(changes)) {
    const before = textIn(cwd, file);
    const after = change(before);
    expect(after, file).not.toBe(before);
    writeFileSync(path.join(cwd, file), after);
  }
  return cwd;
}

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Writes the hash of a file into the record of its update, as somebody who hides a change would. */
function rehash(cwd: string, record: string, file: string): void {
  const data = JSON.parse(textIn(cwd, record));
  data.files[file] = hashOf(readFileSync(path.join(cwd, file)));
  writeFileSync(path.join(cwd, record), `${JSON.stringify(data, null, 2)}\n`);
}

/** Writes the heads of updates again, as somebody who rewrites history would: all, or those after the third. */
function rechain(cwd: string, {from}: {from: number} = {from: 4}): void {
  const slugs = ['2026-11-02', '2026-11-24', '2026-11-24.2', '2026-11-24.3', '2026-11-24.4'];
  let before = from === 0 ? '' : headIn(cwd, THIRD);
  for (const slug of slugs.slice(from).filter((name) => existsSync(path.join(cwd, `blog/_published/${name}.json`)))) {
    const record = `blog/_published/${slug}.json`;
    const data = JSON.parse(textIn(cwd, record));
    before = headOf(before, slug, data, hashOf);
    writeFileSync(path.join(cwd, record), `${JSON.stringify({...data, head: before}, null, 2)}\n`);
  }
}

/** What the site of a toolkit serves to its verifier, by address. */
async function filesOf(cwd: string): Promise<Map<string, string | Uint8Array>> {
  const toolkit = await loadToolkit(cwd);
  const {url, baseUrl} = toolkit.config;
  const files = new Map<string, string | Uint8Array>();
  for (const [file, content] of recordFiles(toolkit)) files.set(`/${file}`, Buffer.from(content as string));
  for (const page of allPages(toolkit))
    files.set(markdownAddress(page.address), renderMirror(page, toolkit.config, {url, baseUrl}));
  return files;
}

/** Serves files until the test ends; `answer` may answer first. */
function serve(
  files: ReadonlyMap<string, string | Uint8Array>,
  answer?: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer(async (request, response) => {
    if (await answer?.(request, response)) return;
    const text = files.get(decodeURIComponent(request.url ?? ''));
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  return listenForTest(server).then((port) => `http://127.0.0.1:${port}`);
}

/** What is found on a site whose faults are over in a moment. */
async function verified(site: string, head: string): Promise<{code: number; stdout: string}> {
  const lines: string[] = [];
  const code = await verify([site, '--head', head], (line) => lines.push(`${line}\n`), [1, 1]);
  return {code, stdout: lines.join('')};
}

const headIn = (cwd: string, record: string): string => JSON.parse(textIn(cwd, record)).head;

test('an untouched toolkit is consistent with the head of each of its updates, here and on its site', async () => {
  const cwd = copy();
  const site = await serve(await filesOf(cwd));
  for (const [update, record] of [
    ['2026-11-24', FIRST],
    ['2026-11-24.2', SECOND],
    ['2026-11-24.3', THIRD],
  ] as const) {
    for (const address of [[], [site]]) {
      const args = ['verify', ...address, '--head', ` ${headIn(cwd, record).toUpperCase()} `];
      expect(await runCommand(args, cwd)).toEqual({
        code: 0,
        stdout: `Consistent with head ${headIn(cwd, THIRD)} of update 2026-11-24.3: 3 updates and ${address.length === 0 ? 19 : 23} files, 0 not compared.
The head that you kept is of update ${update}: nothing up to it has changed.
Never compared: the HTML of pages, menus, pictures, data of charts, figures.csv, and pages of the engine.
`,
        stderr: '',
      });
    }
  }
  expect([...(await filesOf(cwd))].join()).not.toContain('ask Jo');
  // The module alone, as a stranger runs it.
  const stranger = folderWith({'verify.mjs': await (await fetch(`${site}/verify.mjs`)).text()});
  const run = promisify(execFile)(process.execPath, ['verify.mjs', site, '--head', headIn(cwd, FIRST)], {
    cwd: stranger,
  });
  expect((await run).stdout).toContain('nothing up to it has changed');
});

const TEXT = (slug: string, page: string) => `blog/_published/${slug}/${page}.md`;

/** Rows of a table: what is changed, the file or its address, a pattern, what replaces it (nothing: the file is removed), and what is said. */
const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(' | ') as [string, string, string, string, string]);

/** A text after a row has changed it; `undefined` if it is removed. */
function changed(text: string | undefined, from: string, to = ''): string | undefined {
  const after = text?.replace(new RegExp(from, 'm'), to.replaceAll('\\n', '\n'));
  expect(after, from).not.toBe(text);
  return to === '' ? undefined : after;
}

test.each(
  rowsOf(String.raw`
a word of a published text | blog/_published/2026-11-24/priorities/homes.md | three boats | two boats | text differs from the record
a space at its end | blog/_published/2026-11-24/priorities/homes.md | $(?![\s\S]) | \n | text differs from the record
a published text that is gone | blog/_published/2026-11-24.2/priorities/homes.md | four |  | is on record but missing
a text, with its hash | blog/_published/2026-11-24/priorities/homes.md | three boats | two boats | blog/_published/2026-11-24.json: update
a text of the handbook, with its hash | blog/_published/2026-11-24/handbook/contribute/help.md | wrong | bad | blog/_published/2026-11-24.json: update
a note, with its hash | blog/2026-11-24.2.md | asked for three | asked for two | blog/_published/2026-11-24.2.json: update
the title of an update, with its hash | blog/2026-11-24.3.md | More wardens | Wardens | blog/_published/2026-11-24.3.json: update
the kind of a change | blog/2026-11-24.2.md | content-changed | correction | text differs from the record
the order of two updates | blog/2026-11-24.md | date: 2026-11-24 | date: 2026-11-25 | text differs from the record
the pages of a note | blog/2026-11-24.3.md | wardens] | priorities/homes] | text differs from the record
an update that is gone | blog/2026-11-24.3.md | wardens |  | is on record but missing
the hash of a text | blog/_published/2026-11-24.json | "[0-9a-f]{64}" | "${'0'.repeat(64)}" | has a head that does not follow
the head of an update | blog/_published/2026-11-24.2.json | "head": "[0-9a-f] | "head": "f0 | expected SHA-256
a head that is removed | blog/_published/2026-11-24.2.json | ,\s*"head": "[0-9a-f]{64}" | \n | has no head
the hash of an edition | blog/_published/2026-11-24.2.json | "2026-11": "[0-9a-f]{64}" | "2026-11": "${'0'.repeat(64)}" | does not follow
a page of an edition | versioned_docs/version-2026-11/priorities/homes.md | four | five | text differs from the record
a page of an edition that is gone | versioned_docs/version-2026-11/priorities/homes.md | four |  | is on record but missing
that a page of an edition was withdrawn | versioned_docs/version-2026-11/wardens.md | ---\n\n | withdrawn: {on: 2026-11-24, why: It was wrong.}\n---\n\n | its edition
the menu label of a page of an edition | versioned_docs/version-2026-11/wardens.md | ---\n\n | sidebar_label: War\n---\n\n | its edition
a fingerprint of an edition | ledgers/editions/2026-11.json | "wardens": "[0-9a-f]{16}" | "wardens": "0000000000000000" | is not as update
what an edition says it is | ledgers/editions/2026-11.json | "about": ".*" | "about": "An edition of some day or other." | is not as update
an empty list of redactions | blog/_published/2026-11-24.2.json | "schema": 1 | "schema": 1, "redactions": [] | redactions
an empty list of redactions of an edition | ledgers/editions/2026-11.json | "schema": 1 | "schema": 1, "redactions": [] | redactions
a draft of a published page | docs/priorities/homes.md | ---\n\n | draft: true\n---\n\n | expected no draft
a published page that cannot be read | docs/priorities/homes.md | title: Homes | title: [Homes | docs/priorities/homes.md
a live page that is gone | docs/priorities/homes.md | Homes |  | priorities/homes is missing
a live page without a note | docs/priorities/homes.md | four boats | five boats | page has changed
`),
)('%s is found', async (title, file, from, to, said) => {
  const cwd = copy();
  const after = changed(textIn(cwd, file), from, to);
  if (after === undefined) rmSync(path.join(cwd, file));
  else writeFileSync(path.join(cwd, file), after);
  if (title.endsWith('with its hash')) rehash(cwd, said.replace(': update', ''), file);
  const {code, stdout} = await runCommand(['verify'], cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining(said)});
});

test.each([
  [HOMES, TEXT('2026-11-01', 'unannounced')],
  ['blog/2026-11-24.md', 'blog/2026-11-01.md'],
])('%s copied to %s, as if it were older than the first record, is found', async (source, file) => {
  const cwd = copy();
  cpSync(path.join(cwd, source), path.join(cwd, file), {recursive: true});
  const said = expect.stringContaining('update `2026-11-01` has no record');
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 1, stdout: said});
});

test('a text whose page no note names is found, although its hash and its head were made to fit', async () => {
  const cwd = copy();
  const file = TEXT('2026-11-24.3', 'priorities/homes');
  const text = pageExample('Homes', '', 'Keep five boats for every 40 homes, and a key to each.');
  mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
  for (const page of [file, HOMES]) writeFileSync(path.join(cwd, page), text);
  rehash(cwd, THIRD, file);
  const data = JSON.parse(textIn(cwd, THIRD));
  data.head = headOf(headIn(cwd, SECOND), '2026-11-24.3', data, hashOf);
  writeFileSync(path.join(cwd, THIRD), JSON.stringify(data));
  const {code, stdout} = await runCommand(['verify'], cwd);
  expect({code, stdout}).toEqual({
    code: 1,
    stdout: expect.stringContaining('no note of update `2026-11-24.3` names `priorities/homes`'),
  });
});

test('anyone who writes the whole chain again is found by a head that somebody kept', async () => {
  const kept = headIn(whole, SECOND);
  const file = TEXT('2026-11-24', 'priorities/homes');
  const cwd = copy({[file]: swap('three boats', 'two boats')});
  rehash(cwd, FIRST, file);
  rechain(cwd, {from: 0});
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 0});
  const {code, stdout} = await runCommand(['verify', '--head', kept], cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining(`no update has the head ${kept}`)});
});

test('what was redacted is a gap with its reason, and the rest stays consistent', async () => {
  const cwd = copy();
  const {code} = await runCommand(['redact', 'three boats', '--why', 'A court asked us to remove it.'], cwd);
  expect(code).toBe(0);
  const verified = await runCommand(['verify', '--head', headIn(whole, SECOND)], cwd);
  const gap = `gap: 2026-11-24 lost text on 2026-11-24: A court asked us to remove it. In blog/2026-11-24.md,${TEXT('2026-11-24', 'priorities/homes')}`;
  expect(verified.stdout).toContain(gap);
  expect(verified).toMatchObject({code: 0, stdout: expect.stringContaining(': nothing else up to it has changed.')});
  expect(await runCommand(['verify', await serve(await filesOf(cwd))], cwd)).toMatchObject({code: 0});
  // One of the form before names no files, so it proves nothing about the others.
  const announced = 'blog/_published/2026-11-24.4.json';
  const record = JSON.parse(textIn(cwd, FIRST));
  delete record.redactions[0].files;
  writeFileSync(path.join(cwd, FIRST), `${JSON.stringify(record, null, 2)}\n`);
  rehash(cwd, announced, FIRST);
  rechain(cwd);
  const {code: old, stdout} = await runCommand(['verify', '--head', headIn(whole, SECOND)], cwd);
  expect({old, stdout}).toEqual({old: 0, stdout: expect.stringContaining(': nothing that was compared up to it')});
  expect(stdout).toContain('not compared: 2026-11-24 as it was');
});

test.each([
  ['a note of the update that lost text', 'blog/2026-11-24.md', swap('Count your boats.', 'Count them.'), FIRST],
  ['a text that lost nothing', TEXT('2026-11-24', 'wardens'), swap('Two', 'Nine'), FIRST],
])('a redaction lets nobody change %s', async (_, file, change, record) => {
  const cwd = copy();
  const {code} = await runCommand(['redact', 'three boats', '--why', 'A court asked us to remove it.'], cwd);
  expect(code).toBe(0);
  writeFileSync(path.join(cwd, file), change(textIn(cwd, file)));
  rehash(cwd, record, file);
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 1, stdout: expect.stringContaining(`${record}: `)});
});

test.each(
  rowsOf(String.raw`
a text that the site calls withheld | /updates/2026-11-24.2/texts/priorities/homes.txt | four | five | homes.txt is not what
a text that is gone | /updates/2026-11-24.2/texts/priorities/homes.txt | four |  | homes.txt is missing
a note | /updates/2026-11-24.2/notes.txt | three | two | notes.txt is not what
an empty list of redactions | /updates/2026-11-24.2/record.json | "schema": 1 | "schema": 1, "redactions": [] | record.json is not a record
a redaction that no update announced | /updates/2026-11-24.2/record.json | "schema": 1 | "schema": 1, "redactions": [{"on": "2026-11-24"}] | no update says so
an update that is not listed | /updates/heads.json | "2026-11-24.2", | ${' '} | 2026-11-24.3/record.json has a head that does not follow
the newest update, if its head was kept | /updates/heads.json | ,"2026-11-24.3" | ${' '} | no update has the head
two updates in another order | /updates/heads.json | "2026-11-24","2026-11-24.2" | "2026-11-24.2","2026-11-24" | record.json has a head
a file of a page that it did not publish, to count heads | /updates/2026-11-24.2/record.json | "schema": 1 | "schema": 1, "shown": {"zz": {}} | shows files of ${'`zz`'}
what is shown of a text with a comment | /updates/2026-11-24.3/texts/wardens.txt | Three | Four | wardens.txt is not what
a page of an edition | /updates/2026-11-24.2/texts/versioned_docs/version-2026-11/wardens.txt | Two | Nine | wardens.txt is not what
what an edition is about | /updates/2026-11-24.2/texts/ledgers/editions/2026-11.json.txt | about | abuot | 2026-11.json.txt is not what
a page of today | /toolkit/priorities/homes/index.html.md | four boats | five boats | not as published last, 1 in all: /toolkit/priorities/homes/index.html.md
a fact of a page of today | /toolkit/priorities/homes/index.html.md | title: Homes | title: Houses | not as published last, 1 in all: /toolkit/priorities/homes/index.html.md
an address that a page of today cites | /toolkit/priorities/homes/index.html.md | parish.example | evil.example | not as published last, 1 in all: /toolkit/priorities/homes/index.html.md
a page of today that is gone | /toolkit/priorities/homes/index.html.md | Homes |  | not as published last, 1 in all
a page of 100,000 quotations, in time | /toolkit/priorities/homes/index.html.md | ^ | ${'>'.repeat(100_000)} | not as published last, 1 in all: /toolkit/priorities/homes/index.html.md
an escape that would write on the terminal | /updates/2026-11-24.2/record.json | "files": { | "files": {"\u001b[2J\u000aConsistent": "", | ${' '}[2J Consistent
addresses elsewhere | /updates/heads.json | "2026-11-24" | "../../2026-11-24" | has no /updates/heads.json
no list of updates | /updates/heads.json | updates |  | has no /updates/heads.json
`),
)('on a site, %s is found', async (_, address, from, to, said) => {
  const files = await filesOf(whole);
  const all = JSON.stringify([...(await loadToolkit(whole)).published.copies.keys()]);
  files.set(
    '/updates/heads.json',
    `${files.get('/updates/heads.json')}`.replace(/"withheld":\[.*?\]/, `"withheld":${all}`),
  );
  const after = changed(`${files.get(address)}`, from, to);
  if (after === undefined) files.delete(address);
  else files.set(address, after);
  const {code, stdout} = await verified(await serve(files), headIn(whole, THIRD));
  expect({code, stdout}).toEqual({code: said.includes('has no') ? 2 : 1, stdout: expect.stringContaining(said)});
  expect(stdout).not.toMatch(/nothing up to it|^Consistent|\p{Cc}(?<!\n)|in all: [\s\S]*no update has/mu);
});

/** How a site answers before it has what was asked for; `false` where it has it. */
const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>> = {
  'nothing up to it': ({socket, headers}) =>
    headers.connection === 'keep-alive' && Math.random() < 0.3 && socket.destroy(),
  'of update 2026-11-24: nothing up to it': ({url, headers}, response) =>
    headers.connection === 'keep-alive' && response.writeHead(url?.endsWith('record.json') ? 404 : 503).end(),
  '2026-11-24.2 (it answered 404)': ({url}, response) =>
    url?.endsWith('24.2/record.json') && response.writeHead(404).end(),
  'nothing that was compared up to it': ({url}, response) =>
    url?.endsWith('.md') && response.writeHead(410).end('Gone'),
  '(it answered 500)': ({url}, response) => url === SHOWN && response.writeHead(500).end(),
  '(it answered 403)': ({url}, response) => url === SHOWN && response.writeHead(403).end(),
  '(it answered a web page)': ({url}, response) =>
    url === SHOWN && response.setHeader('content-type', 'text/html').end('Log in'),
  '(the site answered too much)': ({url}, response) => url === SHOWN && pipeline(endless(), response).catch(() => true),
};

test.each(Object.entries(ANSWERS))('no fault of a network is an accusation: "%s"', async (said, answer) => {
  const site = await serve(await filesOf(whole), answer);
  const {code, stdout} = await verified(site, headIn(whole, FIRST));
  expect({code, stdout}).toEqual({code: said.endsWith(')') ? 2 : 0, stdout: expect.stringContaining(said)});
  expect(stdout).not.toContain('differs: ');
});

function* endless(): Generator<Buffer> {
  for (const zeros = Buffer.alloc(1 << 20); ; ) yield zeros;
}

test('of a published text that was edited, the page is not said to have changed', async () => {
  const text = TEXT('2026-11-24.2', 'priorities/homes');
  const {stdout} = await runCommand(['check', '--model'], copy({[text]: swap('four boats', 'two boats')}));
  expect(stdout).toContain(`${text}: error: text differs from the record`);
  expect(stdout).not.toContain('docs/');
});

test.each([SECOND, 'ledgers/editions/2026-11.json'])('only %s is named where it cannot be read', async (record) => {
  const cwd = copy({[record]: swap('"schema": 1', '"schema": 1, "redactions": []')});
  for (const argv of [['verify'], ['check', '--model']]) {
    const {stdout} = await runCommand(argv, cwd);
    const named = [...stdout.matchAll(/^(?:differs: )?(\S+\.(?:json|md))(?=:\d+:\d+: |: )/gm)].map(([, file]) => file);
    expect(new Set(named), stdout).toEqual(new Set([record]));
  }
});

test('undoing the newest update leaves the chain of the others', async () => {
  const cwd = copy();
  expect(await runCommand(['publish', '--undo', '--force'], cwd)).toMatchObject({code: 0});
  expect((await runCommand(['verify'], cwd)).stdout).toContain(`Consistent with head ${headIn(whole, SECOND)}`);
});

test.each([
  [['toolkit.example'], '`toolkit.example` is no address of a site, expected one with `https://`'],
  [['https://a.example', 'https://b.example'], '2 addresses given, expected one'],
  [['--head', '3fa3b2882668'], '`--head` is `3fa3b2882668`, expected 64'],
])('`verify %s` is refused', async (argv, said) => {
  expect(await runCommand(['verify', ...argv], whole)).toMatchObject({code: 2, stderr: expect.stringContaining(said)});
});
