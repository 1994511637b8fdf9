import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {headOf} from '../../../../src/changes/updates/record-chain.ts';
import {hashOf} from '../../../../src/io/fingerprint.ts';
import {pageExample} from '../../../../src/rules/examples/example-files.ts';
import {runCommand, textIn} from '../../support/run-command.ts';
import {copyOf} from '../../support/toolkits/linked-toolkit.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

const FIRST = 'blog/_published/2026-11-24.json';
const SECOND = 'blog/_published/2026-11-24.2.json';
const THIRD = 'blog/_published/2026-11-24.3.json';
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
  const publish = async (...options: string[]) =>
    expect(await runCommand(['publish', ...options], cwd)).toMatchObject({code: 0, stderr: ''});
  await publish('--title', 'Boats');
  writeFileSync(
    path.join(cwd, HOMES),
    pageExample('Homes', BOATS, 'Keep four boats for every 40 homes, and a key to each.'),
  );
  await publish('--title', 'More boats', '--edition');
  const wardens = BOATS.replace(
    /note: .*/,
    'note: The page on wardens asks for three wardens for every street, and asked for two.',
  );
  writeFileSync(path.join(cwd, 'docs/wardens.md'), pageExample('Wardens', wardens, 'Three wardens for every street.'));
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

const headIn = (cwd: string, record: string): string => JSON.parse(textIn(cwd, record)).head;

test('an untouched toolkit is consistent with the head of each of its updates', async () => {
  const cwd = copy();
  for (const [update, record] of [
    ['2026-11-24', FIRST],
    ['2026-11-24.2', SECOND],
    ['2026-11-24.3', THIRD],
  ] as const) {
    expect(await runCommand(['verify', '--head', ` ${headIn(cwd, record).slice(0, 12).toUpperCase()} `], cwd)).toEqual({
      code: 0,
      stdout: `Consistent with head ${headIn(cwd, THIRD)} of update 2026-11-24.3: 3 updates and 12 files.
The head that you kept is that of update ${update}: nothing up to it has changed.
`,
      stderr: '',
    });
  }
});

const TEXT = (slug: string, page: string) => `blog/_published/${slug}/${page}.md`;

test.each([
  ['a word of a published text', {[TEXT('2026-11-24', 'priorities/homes')]: swap('three boats', 'two boats')}],
  ['a space at its end', {[TEXT('2026-11-24', 'priorities/homes')]: (text: string) => `${text}\n`}],
  ['a text of a later update', {[TEXT('2026-11-24.3', 'wardens')]: swap('Three', 'Four')}],
  ['a text of the handbook', {[TEXT('2026-11-24', 'handbook/contribute/help')]: swap('wrong', 'bad')}],
  [
    'the title in a published text',
    {[TEXT('2026-11-24.2', 'priorities/homes')]: swap('title: Homes', 'title: Houses')},
  ],
  ['a note', {'blog/2026-11-24.2.md': swap('asked for three', 'asked for two')}],
  ['the kind of a change', {'blog/2026-11-24.2.md': swap('content-changed', 'correction')}],
  ['the title of an update', {'blog/2026-11-24.3.md': swap('More wardens', 'Wardens')}],
  ['the day of an update', {'blog/2026-11-24.2.md': swap(/2026-11-24$/m, '2026-11-23')}],
  ['the order of two updates', {'blog/2026-11-24.md': swap('date: 2026-11-24', 'date: 2026-11-25')}],
  ['who is affected', {'blog/2026-11-24.md': swap('Clerks who buy boats.', 'Clerks.')}],
  ['the pages of a note', {'blog/2026-11-24.3.md': swap('wardens]', 'priorities/homes]')}],
  ['the hash of a text', {[FIRST]: swap(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`)}],
  ['the head of an update', {[SECOND]: swap(/"head": "[0-9a-f]/, '"head": "x'.replace('x', 'f0').slice(0, 10))}],
  ['a head that is removed', {[SECOND]: swap(/,\s*"head": "[0-9a-f]{64}"/, '')}],
  ['the hash of an edition', {[SECOND]: swap(/"2026-11": "[0-9a-f]{64}"/, `"2026-11": "${'0'.repeat(64)}"`)}],
  ['an edition without its hash', {[SECOND]: swap(/"editions": \{[^}]*\},\s*/, '')}],
  ['a page of an edition', {'versioned_docs/version-2026-11/priorities/homes.md': swap('four', 'five')}],
  [
    'a fingerprint of an edition',
    {'ledgers/editions/2026-11.json': swap(/"wardens": "[0-9a-f]{16}"/, '"wardens": "0000000000000000"')},
  ],
  [
    'what an edition says it is',
    {'ledgers/editions/2026-11.json': swap(/"about": ".*"/, '"about": "An edition of some day or other."')},
  ],
  [
    'the last update of an edition',
    {'ledgers/editions/2026-11.json': swap('"last_update": "2026-11-24.2"', '"last_update": "2026-11-24.3"')},
  ],
  ['an empty list of redactions', {[SECOND]: swap('"schema": 1', '"schema": 1, "redactions": []')}],
  [
    'an empty list of redactions of an edition',
    {'ledgers/editions/2026-11.json': swap('"schema": 1', '"schema": 1, "redactions": []')},
  ],
  ['a live page without a note', {[HOMES]: swap('four boats', 'five boats')}],
  ['a live page of the handbook', {'handbook/contribute/help.md': swap('wrong', 'untrue')}],
] as [string, Record<string, (text: string) => string>][])('%s is found', async (_, changes) => {
  const {code, stdout} = await runCommand(['verify'], copy(changes));
  expect(stdout).toContain('error: ');
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining('Not consistent')});
});

test.each([
  ['a text', TEXT('2026-11-24', 'priorities/homes'), swap('three boats', 'two boats'), FIRST],
  ['a text of a later update', TEXT('2026-11-24.3', 'wardens'), swap('Three', 'Four'), THIRD],
  ['a text of the handbook', TEXT('2026-11-24', 'handbook/contribute/help'), swap('wrong', 'bad'), FIRST],
  ['a note', 'blog/2026-11-24.2.md', swap('asked for three', 'asked for two'), SECOND],
  ['an answer of a note', 'blog/2026-11-24.md', swap('Count your boats.', 'Count them.'), FIRST],
  ['the title of an update', 'blog/2026-11-24.3.md', swap('More wardens', 'Wardens'), THIRD],
])('%s is found although its hash was made to fit, and the update is named', async (_, file, change, record) => {
  const cwd = copy({[file]: change});
  rehash(cwd, record, file);
  const {code, stdout} = await runCommand(['verify'], cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining(`${record}: update`)});
});

test.each([
  ['blog/2026-11-24.3.md', THIRD],
  [TEXT('2026-11-24', 'priorities/homes'), FIRST],
  [TEXT('2026-11-24.2', 'priorities/homes'), SECOND],
])('that %s is missing is found', async (file) => {
  const cwd = copy();
  rmSync(path.join(cwd, file));
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 1});
});

test.each([
  ['a text', TEXT('2026-11-01', 'unannounced'), 'update `2026-11-01` has no record'],
  ['an update', 'blog/2026-11-01.md', 'update `2026-11-01` has no record'],
])('%s that claims to be older than the first record is found', async (_, file, said) => {
  const cwd = copy();
  const source = file.startsWith('blog/_published/') ? HOMES : 'blog/2026-11-24.md';
  mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
  cpSync(path.join(cwd, source), path.join(cwd, file));
  const {code, stdout} = await runCommand(['verify'], cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining(said)});
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
  let before = '';
  for (const [slug, record] of [
    ['2026-11-02', 'blog/_published/2026-11-02.json'],
    ['2026-11-24', FIRST],
    ['2026-11-24.2', SECOND],
    ['2026-11-24.3', THIRD],
  ] as const) {
    const data = JSON.parse(textIn(cwd, record));
    before = headOf(before, slug, data, hashOf);
    writeFileSync(path.join(cwd, record), JSON.stringify({...data, head: before}));
  }
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 0});
  const {code, stdout} = await runCommand(['verify', '--head', kept], cwd);
  expect({code, stdout}).toEqual({code: 1, stdout: expect.stringContaining(`no update here has the head ${kept}`)});
});

test('what was redacted is a gap with its reason, and the rest stays consistent', async () => {
  const cwd = copy();
  const {code} = await runCommand(['redact', 'three boats', '--why', 'A court asked us to remove it.'], cwd);
  expect(code).toBe(0);
  const verified = await runCommand(['verify', '--head', headIn(whole, SECOND)], cwd);
  expect(verified.stdout).toContain('gap: update 2026-11-24 lost text on 2026-11-24: A court asked us to remove it.');
  expect(verified).toMatchObject({code: 0, stdout: expect.stringContaining('Consistent with head')});
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
    const named = [...stdout.matchAll(/^(?:error: )?(\S+\.(?:json|md))(?=:\d+:\d+: |: )/gm)].map(([, file]) => file);
    expect(new Set(named), stdout).toEqual(new Set([record]));
  }
});

test('a redaction that no update announced is found', async () => {
  const forged = '"schema": 1, "redactions": [{"on": "2026-11-24", "update": "2026-11-24.3", "why": "A court asked."}]';
  const cwd = copy({[TEXT('2026-11-24', 'priorities/homes')]: swap('three boats', 'two boats')});
  rehash(cwd, FIRST, TEXT('2026-11-24', 'priorities/homes'));
  writeFileSync(path.join(cwd, FIRST), textIn(cwd, FIRST).replace('"schema": 1', forged));
  expect(await runCommand(['verify'], cwd)).toMatchObject({code: 1, stdout: expect.stringContaining(`${FIRST}: `)});
});

test('undoing the newest update leaves the chain of the others', async () => {
  const cwd = copy();
  expect(await runCommand(['publish', '--undo', '--force'], cwd)).toMatchObject({code: 0});
  expect((await runCommand(['verify'], cwd)).stdout).toContain(`Consistent with head ${headIn(whole, SECOND)}`);
});

test.each([
  [['toolkit.example'], '`toolkit.example` is no address of a site, expected one with `https://`'],
  [['https://a.example', 'https://b.example'], '2 addresses given, expected one'],
  [['http://127.0.0.1:9'], 'could not be read (Error: bad port)'],
  [['--head', '2'], '`--head` is `2`, expected 8 to 64'],
  [['--head', ''], '`--head` is ``, expected 8 to 64'],
])('`verify %s` is refused', async (argv, said) => {
  expect(await runCommand(['verify', ...argv], whole)).toMatchObject({code: 2, stderr: expect.stringContaining(said)});
});
