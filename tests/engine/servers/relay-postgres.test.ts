import {type ChildProcess, execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, chownSync} from 'node:fs';
import {expect, onTestFinished, test, vi} from 'vitest';
import {endRelay, metric, post, type RunningRelay, relayPlace} from '../support/relay.ts';
import {folderWith} from '../support/run-command.ts';
import {freePort} from './real-server.ts';

const missing = spawnSync('initdb', ['--version']).error && 'PostgreSQL is not installed';

/** PostgreSQL does not run as root. */
function otherUser(): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], {encoding: 'utf8'}));
  return {uid: id('-u'), gid: id('-g')};
}

/** Starts PostgreSQL on an empty folder; gives the address of its database. */
async function startPostgres(): Promise<{url: string; server: ChildProcess}> {
  const folder = folderWith({});
  const user = otherUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? 0);
  chmodSync(folder, 0o700);
  const port = await freePort();
  execFileSync('initdb', ['-D', folder, '-U', 'relay', '-A', 'trust'], {...user, cwd: folder, stdio: 'ignore'});
  const server = spawn('postgres', ['-D', folder, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder], {
    ...user,
    cwd: folder,
  });
  onTestFinished(async () => {
    const ended = once(server, 'exit');
    if (server.kill('SIGINT')) await ended;
  });
  const url = `postgres://relay@127.0.0.1:${port}/postgres`;
  await vi.waitFor(() => execFileSync('psql', [url, '-c', 'SELECT 1'], {stdio: 'ignore'}), 15_000);
  return {url, server};
}

test.skipIf(missing)(
  'two relays share a queue in PostgreSQL, and lose and double nothing when one is killed',
  async () => {
    const {url} = await startPostgres();
    const {github, start} = await relayPlace();
    const relays: RunningRelay[] = await Promise.all([
      start({DATABASE_URL: url, LEASE_SECONDS: '2'}),
      start({DATABASE_URL: url, LEASE_SECONDS: '2'}),
    ]);
    const [first, second] = relays;
    if (!first || !second) throw new Error('a relay is missing');
    github.fail('POST /repos/{owner}/{repo}/issues', {status: 200, done: true, hangs: true});
    const words = Array.from({length: 60}, (_, nth) => `Message ${nth}: ${'\u0000'}zero`);
    const sent = await Promise.all(words.map((what, nth) => post((nth % 2 ? first : second).origin, {what})));
    expect(sent.every(({status}) => status === 303)).toBe(true);
    await vi.waitFor(() => expect(github.log.some((line) => line.endsWith('no answer'))).toBe(true), 10_000);
    await endRelay(first, 'SIGKILL');
    await endRelay(second, 'SIGKILL');
    const third = await start({DATABASE_URL: url, LEASE_SECONDS: '2'});
    await vi.waitFor(async () => expect(await metric(third, 'relay_waiting')).toBe(0), 30_000);
    const found = github.issues.map(({body}) => /Message \d+/.exec(body ?? '')?.[0] ?? '');
    expect(found.toSorted()).toEqual(words.map((word) => word.split(':')[0]).toSorted());
    const left = execFileSync('psql', [url, '-Atc', 'SELECT COUNT(*) FROM messages WHERE answers IS NOT NULL'], {
      encoding: 'utf8',
    });
    expect(left.trim()).toBe('0');
  },
);
