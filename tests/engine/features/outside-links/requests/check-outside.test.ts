import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {LinkEntry} from '../../../../../src/content/link-ledger/link-ledger.ts';
import {LINK_FILE} from '../../../../../src/content/link-ledger/link-ledger.ts';
import {checkOutside} from '../../../../../src/features/outside-links/requests/check-outside.ts';
import {startRepository} from '../../../support/git.ts';
import {type FaultServer, startFaults} from '../../../support/network/fault-server.ts';
import {folderWith} from '../../../support/run-command.ts';
import {page, soundFiles} from '../../../support/toolkits/sound-toolkit.ts';

interface Scene {
  cwd: string;
  server: FaultServer;
  minutes: string;
  levels: string;
  homes: string;
}

/** A toolkit with links to two hosts, which both lead to a server on this machine; every page opens there. */
async function setScene(more: (minutes: string) => Record<string, string> = () => ({})): Promise<Scene> {
  const server = await startFaults();
  const [minutes, levels] = [server.url('/minutes', 'parish.example'), server.url('/levels', 'trust.example')];
  for (const file of ['/minutes', '/levels']) server.faults[file] = answer('Words.');
  const homes = page('Homes').replace('Words.', `See [minutes](${minutes}) and [levels](${levels}#now).`);
  const cwd = folderWith({...soundFiles(), 'docs/priorities/homes.md': homes, ...more(minutes)});
  return {cwd, server, minutes, levels, homes};
}

const answer =
  (text: string, status = 200): FaultServer['faults'][string] =>
  (_request, response) =>
    response.writeHead(status).end(text);

const GONE = answer('', 404);

function run({cwd, server}: Pick<Scene, 'cwd' | 'server'>, today = '2026-11-24', since?: string) {
  const silent = {write: () => undefined};
  return checkOutside({cwd, today, stdout: silent, stderr: silent}, since, server.network);
}

function withoutNetwork({cwd, server}: Scene): Scene {
  const resolve = () => Promise.reject(Object.assign(new Error('no network'), {code: 'EAI_AGAIN'}));
  return {cwd, server: {...server, network: {...server.network, resolve}}, minutes: '', levels: '', homes: ''};
}

function entryOf(cwd: string, address: string): LinkEntry | undefined {
  const file = path.join(cwd, LINK_FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).links[address] : undefined;
}

test('addresses that open leave no record', async () => {
  const scene = await setScene();
  expect(await run(scene)).toEqual({problems: [], closing: ['2 links: 2 working.']});
  expect(existsSync(path.join(scene.cwd, LINK_FILE))).toBe(false);
});

test('without a network nothing is checked or recorded', async () => {
  const scene = await setScene();
  const offline = {problems: [], closing: ['There is no network: no link to another site was checked.']};
  expect(await run(withoutNetwork(scene))).toEqual(offline);
  expect(existsSync(path.join(scene.cwd, LINK_FILE))).toBe(false);
});

/** Lets the archive answer with one copy of the minutes. */
function archive({server, minutes}: Scene, wrong: object = {}): string {
  const url = `https://web.archive.org/web/20200102030405/${minutes}`;
  const found = {status: '200', url: url.replace('https', 'http')};
  server.faults['/archive'] = answer(JSON.stringify({archived_snapshots: {closest: {...found, ...wrong}}}));
  return url;
}

test('a page that is gone is reported after four weeks, with the archived copy', async () => {
  const scene = await setScene();
  const {cwd, server, minutes} = scene;
  server.faults['/minutes'] = GONE;
  const copy = archive(scene);
  for (const day of ['2026-11-03', '2026-11-10', '2026-11-17']) {
    expect((await run(scene, day)).problems).toEqual([]);
  }
  const {problems} = await run(scene, '2026-12-01');
  expect(problems).toEqual([
    {
      path: 'docs/priorities/homes.md',
      place: expect.objectContaining({line: 8, column: 5}),
      severity: 'warning',
      ruleId: 'no-dead-link',
      problem: `\`${minutes}\` has failed in 4 checks since 3 November 2026 (the page or its site no longer exists)`,
      fix: `Link to where it is published now, or to the copy of 2 January 2020, \`${copy}\`; until then readers see that it is unavailable.`,
    },
  ]);
  expect(entryOf(cwd, minutes)).toMatchObject({strikes: 4, archived: {url: copy, on: '2020-01-02'}});
});

test.each([
  ['from a later day', {url: 'https://web.archive.org/web/20261104000000/https://parish.example/'}],
  ['of a failure', {status: '404'}],
  ['on another site', {url: 'https://elsewhere.example/copy'}],
])('a copy %s is not used', async (_what, wrong) => {
  const scene = await setScene();
  scene.server.faults['/minutes'] = GONE;
  archive(scene, wrong);
  await run(scene, '2026-11-03');
  await run(scene, '2026-11-10');
  expect(scene.server.log).toContain('archive.example/archive');
  expect(entryOf(scene.cwd, scene.minutes)).not.toHaveProperty('archived');
});

test('of a source on GOV.UK, the day and the note of its newest public change are recorded, and kept while it says nothing', async () => {
  const server = await startFaults();
  const [rules, plan] = [server.url('/guidance/rules', 'gov.example'), server.url('/plan', 'parish.example')];
  for (const file of ['/guidance/rules', '/plan']) server.faults[file] = answer('Words.');
  const sources = [rules, plan].map((url) => `  - {title: T, publisher: P, url: "${url}"}\n`).join('');
  const cwd = folderWith({...soundFiles(), 'docs/priorities/homes.md': page('Homes', `sources:\n${sources}`)});
  const change_history = [
    {public_timestamp: '2024-01-09T09:30:00.000+00:00', note: 'First published.'},
    {public_timestamp: '2026-05-03T00:15:00.000+01:00', note: 'Added:\n the fee @all.'},
  ];
  const item = {public_updated_at: '2026-05-03T00:15:00.000+01:00', details: {change_history}};
  server.faults['/api/content/guidance/rules'] = answer(JSON.stringify(item));
  await run({cwd, server});
  const changed = {on: '2026-05-03', note: 'Added: the fee @all.'};
  expect(entryOf(cwd, rules)).toEqual({checked: '2026-11-24', changed});
  expect(entryOf(cwd, plan)).toBeUndefined();
  expect(server.log.filter((request) => request.includes('/api/'))).toEqual(['gov.example/api/content/guidance/rules']);
  for (const wrong of ['<html>', '{}', JSON.stringify({...item, public_updated_at: null}), '']) {
    server.faults['/api/content/guidance/rules'] = answer(wrong, wrong ? 200 : 404);
    await run({cwd, server}, '2026-12-01');
    expect(entryOf(cwd, rules), wrong).toMatchObject({checked: '2026-12-01', changed});
  }
  server.faults['/api/content/guidance/rules'] = answer(
    JSON.stringify({...item, public_updated_at: '2026-12-07T10:00:00Z'}),
  );
  await run({cwd, server}, '2026-12-08');
  expect(entryOf(cwd, rules)?.changed, 'a note of another day says nothing of this change').toEqual({on: '2026-12-07'});
});

test('an address that no page links to any more is dropped, and an address that opens again', async () => {
  const scene = await setScene();
  const {cwd, server, minutes, levels, homes} = scene;
  server.faults['/minutes'] = server.faults['/levels'] = GONE;
  await run(scene);
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), homes.replace(` and [levels](${levels}#now)`, ''));
  await run(scene);
  expect([entryOf(cwd, levels), entryOf(cwd, minutes)?.strikes]).toEqual([undefined, 1]);
  server.faults['/minutes'] = answer('Words.');
  await run(scene);
  expect(existsSync(path.join(cwd, LINK_FILE))).toBe(false);
});

test.each(['<<<<<<< HEAD\n{', '{"schema": 1, "links": {"https://parish.example/minutes": {"checked": 7}}}'])(
  'a ledger that cannot be read is reported and written again: %s',
  async (broken) => {
    const scene = await setScene(() => ({[LINK_FILE]: broken}));
    scene.server.faults['/minutes'] = GONE;
    const {closing} = await run(scene);
    expect(closing[0]).toBe('`ledgers/links.json` was not valid: it was written again, without its history.');
    expect(entryOf(scene.cwd, scene.minutes)).toHaveProperty('strikes', 1);
    expect((await run(scene)).closing).toHaveLength(1);
  },
);

test('of a change, only addresses that are new to the toolkit are checked, and nothing is recorded', async () => {
  const scene = await setScene();
  const {cwd, server, minutes, homes} = scene;
  startRepository(cwd);
  expect(await run(scene, undefined, 'main')).toEqual({
    problems: [],
    closing: ['No link to another site is new since `main`.'],
  });
  const added = server.url('/new', 'new.example');
  // A link that only moved to another page is not new.
  writeFileSync(path.join(cwd, 'docs/priorities/more.md'), page('More').replace('Words.', `[Minutes](${minutes})`));
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), `${homes.replace(minutes, added)}\n`);
  const {problems, closing} = await run(scene, undefined, 'main');
  expect(problems).toMatchObject([
    {path: 'docs/priorities/homes.md', place: {line: 8, column: 5}, severity: 'error', ruleId: 'no-dead-link'},
  ]);
  expect(closing).toEqual(['Checked 1 of 1 new link to other sites.']);
  expect(new Set(server.log)).toEqual(new Set(['new.example/new']));
  expect(existsSync(path.join(cwd, LINK_FILE))).toBe(false);
});
