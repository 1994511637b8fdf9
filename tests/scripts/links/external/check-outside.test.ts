import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {OutsideOptions} from '../../../../scripts/links/external/check-outside.ts';
import {checkOutside} from '../../../../scripts/links/external/check-outside.ts';
import {renderOutside} from '../../../../scripts/links/external/render-outside.ts';
import {AskError} from '../../../../src/content/link-check/world.ts';
import type {LinkEntry} from '../../../../src/content/link-ledger/link-entry.ts';
import {loadConfig} from '../../../../src/store/load-toolkit.ts';
import type {QuietWorld} from '../../../support/quiet-world.ts';
import {quietWorld, withoutNetwork} from '../../../support/quiet-world.ts';
import {folderWith} from '../../../support/run-command.ts';
import {page, soundFiles} from '../../../support/sound-toolkit.ts';

const MINUTES = 'https://parish.example/minutes';
const LEVELS = 'https://trust.example/levels';

const HOMES = page('Homes').replace('Words.', `See [minutes](${MINUTES}) and [levels](${LEVELS}#now).`);

function toolkit(more: Record<string, string> = {}): string {
  return folderWith({...soundFiles(), 'docs/priorities/homes.md': HOMES, ...more});
}

function run(cwd: string, world: QuietWorld, options: OutsideOptions = {}, today = '2026-11-24') {
  const silent = {write: () => undefined};
  return checkOutside({cwd, today, stdout: silent, stderr: silent}, options, world);
}

function ledgerOf(cwd: string, host: string): Record<string, LinkEntry> {
  return JSON.parse(readFileSync(path.join(cwd, 'ledgers', 'links', `${host}.json`), 'utf8')).links;
}

test('the first run enters every address, and says what it met', async () => {
  const cwd = toolkit();
  const {problems, closing} = await run(cwd, quietWorld());
  expect({problems, closing}).toEqual({problems: [], closing: ['2 addresses on 2 hosts: 2 living.']});
  expect(ledgerOf(cwd, 'parish.example')).toEqual({[MINUTES]: {checked: '2026-11-24', last_success: '2026-11-24'}});
  expect(ledgerOf(cwd, 'trust.example')).toEqual({[LEVELS]: {checked: '2026-11-24', last_success: '2026-11-24'}});
});

test('who watches at a terminal sees how far it is, and a pipe stays quiet', async () => {
  const cwd = toolkit();
  const written: string[] = [];
  const stderr = {isTTY: true, write: (text: string) => written.push(text)};
  await checkOutside({cwd, today: '2026-11-24', stdout: stderr, stderr}, {}, quietWorld());
  expect(written).toEqual(['\rchecked 1 of 2 addresses', '\rchecked 2 of 2 addresses\n']);
});

test('without a network new addresses are entered as not checked yet, and known ones stay as they were', async () => {
  const cwd = toolkit();
  const world = quietWorld();
  const {closing} = await run(cwd, withoutNetwork(world));
  expect(closing[0]).toBe('There is no network here: nothing was checked.');
  expect(ledgerOf(cwd, 'parish.example')).toEqual({[MINUTES]: {checked: 'not yet'}});
  await run(cwd, world);
  const known = ledgerOf(cwd, 'parish.example');
  await run(cwd, withoutNetwork(world), {}, '2026-12-01');
  expect(ledgerOf(cwd, 'parish.example')).toEqual(known);
});

test('a page that is gone is told after four weeks, to the role that keeps the page, with the archived copy', async () => {
  const cwd = toolkit();
  const world = quietWorld();
  world.answers.set(MINUTES, {status: 404});
  const copy = `https://web.archive.org/web/20200102030405/${MINUTES}`;
  const snapshot = {available: true, status: '200', timestamp: '20200102030405', url: copy.replace('https', 'http')};
  world.answers.set(`https://archive.org/wayback/available?url=${encodeURIComponent(MINUTES)}&timestamp=20261103`, {
    start: JSON.stringify({url: MINUTES, archived_snapshots: {closest: snapshot}}),
  });
  for (const day of ['2026-11-03', '2026-11-10', '2026-11-17']) {
    expect((await run(cwd, world, {}, day)).problems).toEqual([]);
  }
  const {problems} = await run(cwd, world, {}, '2026-12-01');
  expect(renderOutside(problems, loadConfig(cwd))).toMatchInlineSnapshot(`
    "For the role Editor (1)

    Please look (1)
    docs/priorities/homes.md:8:5: warning: \`https://parish.example/minutes\` has failed in 4 checks since 3 November 2026 (the page or its site is gone), expected a page that opens [no-dead-link]
      fix: Link to where it is published now, or to the copy of 2 January 2020, \`https://web.archive.org/web/20200102030405/https://parish.example/minutes\`; until then readers are told that it is unavailable."
  `);
  expect(ledgerOf(cwd, 'parish.example')[MINUTES]).toMatchObject({
    strikes: 4,
    archived: {url: copy, on: '2020-01-02'},
  });
});

test.each([
  ['is made later', {timestamp: '20261104000000'}],
  ['is one of a failure', {status: '404'}],
  ['lies elsewhere', {url: 'https://elsewhere.example/copy'}],
])('a copy that %s is not taken', async (_what, wrong) => {
  const cwd = toolkit();
  const world = quietWorld();
  world.answers.set(MINUTES, {status: 404});
  const closest = {
    available: true,
    status: '200',
    timestamp: '20200102030405',
    url: `http://web.archive.org/web/20200102030405/${MINUTES}`,
    ...wrong,
  };
  world.answers.set(`https://archive.org/wayback/available?url=${encodeURIComponent(MINUTES)}&timestamp=20261103`, {
    start: JSON.stringify({archived_snapshots: {closest}}),
  });
  await run(cwd, world, {}, '2026-11-03');
  await run(cwd, world, {}, '2026-11-10');
  expect(world.asked.some((asked) => asked.includes('archive.org'))).toBe(true);
  expect(ledgerOf(cwd, 'parish.example')[MINUTES]).not.toHaveProperty('archived');
});

test('an address that no page has any more is forgotten, with the file of its host', async () => {
  const cwd = toolkit();
  await run(cwd, quietWorld());
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), HOMES.replace(` and [levels](${LEVELS}#now)`, ''));
  await run(cwd, quietWorld());
  expect(readdirSync(path.join(cwd, 'ledgers', 'links'))).toEqual(['parish.example.json']);
});

test.each(['<<<<<<< HEAD\n{', '{"schema": 1, "links": {"https://parish.example/minutes": {"checked": 7}}}'])(
  'a ledger that cannot be read is told, kept as a copy, and made anew: %s',
  async (broken) => {
    const cwd = toolkit({'ledgers/links/parish.example.json': broken});
    const {closing} = await run(cwd, quietWorld());
    expect(closing[0]).toMatch(
      /^`ledgers\/links\/parish\.example\.json` .*: a copy is kept as `\.tmp\/links\/parish\.example\.2026-11-24\.json`, and it was made anew\.$/,
    );
    expect(readFileSync(path.join(cwd, '.tmp/links/parish.example.2026-11-24.json'), 'utf8')).toBe(broken);
    expect(ledgerOf(cwd, 'parish.example')).toHaveProperty([MINUTES]);
    expect((await run(cwd, quietWorld())).closing).toHaveLength(1);
  },
);

test('of two runs at once one is remembered, and the other says so', async () => {
  const cwd = toolkit();
  const worlds = [quietWorld(), quietWorld()];
  worlds[0]?.answers.set(MINUTES, {status: 404});
  const ends = await Promise.allSettled(worlds.map((world) => run(cwd, world)));
  const refused = ends.filter((end) => end.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({name: 'TransactionError', fix: expect.stringContaining('again')});
  expect(existsSync(path.join(cwd, '.toolkit'))).toBe(false);
});

test('where half of all links fail at once the network is at fault, and nothing is remembered', async () => {
  const addresses = Array.from({length: 24}, (_, n) => `https://host-${n}.example/`);
  const list = addresses.map((address) => `[a](${address})`).join(' ');
  const cwd = toolkit({'docs/priorities/homes.md': page('Homes').replace('Words.', list)});
  const world = quietWorld();
  await run(cwd, world, {}, '2026-11-17');
  for (const address of addresses.slice(0, 12)) world.answers.set(address, new AskError('slow', 'no answer'));
  await expect(run(cwd, world)).rejects.toMatchObject({
    message: '12 of 24 links failed that did not before, expected a few at most',
  });
  expect(ledgerOf(cwd, 'host-0.example')).toEqual({
    'https://host-0.example/': {checked: '2026-11-17', last_success: '2026-11-17'},
  });
  world.answers.delete('https://host-0.example/');
  await run(cwd, world);
  expect(ledgerOf(cwd, 'host-1.example')['https://host-1.example/']).toMatchObject({strikes: 1, kind: 'slow'});
});

test('a host that does not answer three times is not asked for its other pages, and each host waits its turn', async () => {
  const list = Array.from({length: 9}, (_, n) => `[a](https://down.example/${n}) [b](https://up.example/${n})`).join(
    ' ',
  );
  const cwd = toolkit({'docs/priorities/homes.md': page('Homes').replace('Words.', list)});
  const world = quietWorld();
  for (let n = 0; n < 9; n++) world.answers.set(`https://down.example/${n}`, new AskError('refused', 'ECONNREFUSED'));
  const before = world.now();
  await run(cwd, world);
  expect(world.asked.filter((asked) => asked.includes('down.example'))).toHaveLength(3 * 3 * 2);
  expect(Object.values(ledgerOf(cwd, 'down.example')).map(({kind}) => kind)).toEqual(Array(9).fill('refused'));
  expect(world.now() - before).toBeGreaterThan(8 * 1000);
});

/** A repository whose last commit is the toolkit as it stands. */
function commitAll(cwd: string): void {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.example', ...words], {cwd, stdio: 'pipe'});
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=all');
}

const NEW = 'https://new.example/page';

test('of a change, only addresses that are new to the toolkit are checked, hard, and nothing is remembered', async () => {
  const cwd = toolkit();
  commitAll(cwd);
  const world = quietWorld();
  const nothing = await run(cwd, world, {since: 'main'});
  expect(nothing).toEqual({problems: [], closing: ['No link to another site is new since `main`.']});

  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), `${HOMES}\n[New](${NEW})\n`);
  // A link that another page had already is not new.
  writeFileSync(path.join(cwd, 'docs/priorities/more.md'), page('More').replace('Words.', `[Minutes](${MINUTES})`));
  world.answers.set(NEW, {status: 404});
  world.answers.set(MINUTES, {status: 404});
  const {problems, closing} = await run(cwd, world, {since: 'main'});
  expect(problems).toMatchObject([
    {path: 'docs/priorities/homes.md', place: {line: 10, column: 1}, severity: 'error', ruleId: 'no-dead-link'},
  ]);
  expect(closing).toEqual(['Checked 1 new address of other sites.']);
  expect(world.asked).toEqual([`HEAD ${NEW}`, `GET ${NEW}`]);
  expect(existsSync(path.join(cwd, 'ledgers', 'links'))).toBe(false);
});

test('without a network a change passes, and says that its new links were not checked', async () => {
  const cwd = toolkit();
  commitAll(cwd);
  writeFileSync(path.join(cwd, 'docs/priorities/homes.md'), `${HOMES}\n[New](${NEW})\n`);
  expect(await run(cwd, withoutNetwork(quietWorld()), {since: 'main'})).toEqual({
    problems: [],
    closing: ['There is no network here: 1 new address of other sites could not be checked.'],
  });
});
