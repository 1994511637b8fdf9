import {readFileSync} from 'node:fs';
import {Agent, request} from 'node:http';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {setTimeout as wait} from 'node:timers/promises';
import {expect, test, vi} from 'vitest';
import {seeds} from '../support/kills.ts';
import {countMessages, endRelay, post, type RunningRelay, relayPlace} from '../support/relay.ts';

const KILLS = seeds(5);

/** Times in milliseconds, spread over what a relay does in its first moments, the same every time. */
function* instants(count: number): Generator<number> {
  let state = 2026;
  for (let nth = 0; nth < count; nth++) {
    // A linear congruential generator (Numerical Recipes).
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield 5 + (state % 200);
  }
}

test(
  `a relay that is killed ${KILLS} times loses no message and doubles none`,
  async () => {
    const {github, start} = await relayPlace();
    const words: string[] = [];
    const acknowledged = new Set<string>();
    let relay: RunningRelay | undefined;

    /** Sends as a reader does, who sends again where no answer comes. */
    async function send(what: string): Promise<void> {
      for (;;) {
        const answer = relay && (await post(relay.origin, {what}).catch(() => undefined));
        if (answer?.status === 303) return void acknowledged.add(what);
        await wait(20);
      }
    }

    const senders: Promise<void>[] = [];
    for (const [round, instant] of [...instants(KILLS)].entries()) {
      relay = await start({LEASE_SECONDS: '1'});
      for (let nth = 0; nth < 4; nth++) {
        words.push(`Message ${words.length}`);
        senders.push(send(words.at(-1) ?? ''));
      }
      // GitHub opens an issue, and the relay is killed before it hears of it.
      const unheard = {status: 200, done: true, hangs: true, times: round % 3 === 0 ? 1 : 0};
      github.fail('POST /repos/{owner}/{repo}/issues', unheard);
      await wait(instant);
      await endRelay(relay, 'SIGKILL');
    }
    github.fail('POST /repos/{owner}/{repo}/issues', {status: 200, times: 0});
    relay = await start({LEASE_SECONDS: '1'});
    const last = relay;
    await Promise.all(senders);
    await vi.waitFor(() => expect(countMessages(last).waiting).toBe(0), {timeout: 60_000, interval: 200});
    const found = github.issues.map(({body}) => /Message \d+/.exec(body ?? '')?.[0] ?? '');
    if (process.env.KILLS) {
      const looked = github.log.filter((line) => line.startsWith('GET')).length;
      process.stdout.write(
        `relay: ${KILLS} kills, ${words.length} messages, ${found.length} issues, ${new Set(found).size} different, ${looked} searches\n`,
      );
    }
    expect(found.toSorted()).toEqual(words.toSorted());
    expect(acknowledged.size).toBe(words.length);
  },
  60_000 + KILLS * 5000,
);

/** How long messages come, in seconds, and how many in each: as the test says, or `LOAD` for 30 seconds of 200. */
const [SECONDS, RATE] = process.env.LOAD ? [30, 200] : [2, 50];

const agent = new Agent({keepAlive: true, maxSockets: 64});

/** As `post`, for a fifth of the work: the machine is busy with the relay. */
function postQuickly(url: string, fields: Record<string, string>, nth: number): Promise<number | undefined> {
  const headers = {
    origin: 'https://flood.example',
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': `10.1.${nth >> 8}.${nth & 255}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, {method: 'POST', headers, agent}, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject).end(new URLSearchParams(fields).toString());
  });
}

test(`${RATE} messages a second are all kept, and need little memory`, async () => {
  const {github, folder, start} = await relayPlace();
  const relay = await start({BETWEEN_ISSUES_MS: '8000'});
  const text = 'A message of a usual length, about a figure that is out of date. '.repeat(8);
  const accepted: string[] = [];
  const others: (number | undefined)[] = [];
  const times: number[] = [];
  const sending: Promise<void>[] = [];
  const begun = performance.now();
  for (let nth = 0; nth < SECONDS * RATE; nth++) {
    const early = (nth * 1000) / RATE - (performance.now() - begun);
    if (early > 1) await wait(early);
    const what = `Message ${nth}. ${text}`;
    const sent = performance.now();
    const send = postQuickly(relay.origin, {what}, nth).then((status) => {
      times.push(performance.now() - sent);
      if (status === 303) accepted.push(`Message ${nth}.`);
      else others.push(status);
    });
    sending.push(send);
  }
  await Promise.all(sending);
  const seconds = (performance.now() - begun) / 1000;
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${relay.process.pid}/status`, 'utf8'))?.[1] ?? '0';
  const [user, system] = readFileSync(`/proc/${relay.process.pid}/stat`, 'utf8').split(' ').slice(13, 15);
  await endRelay(relay, 'SIGKILL');
  const database = new DatabaseSync(path.join(folder, 'relay.db'));
  const rows = database.prepare('SELECT answers FROM messages WHERE answers IS NOT NULL').all();
  database.close();
  const kept = [...rows.map(({answers}) => String(answers)), ...github.issues.map(({body}) => body ?? '')];
  const found = new Set(kept.map((text) => /Message \d+\./.exec(text)?.[0] ?? ''));
  times.sort((a, b) => a - b);
  if (process.env.LOAD) {
    const [middle, slow] = [0.5, 0.99].map((part) => Math.round(times[Math.floor(times.length * part)] ?? 0));
    process.stdout.write(
      `relay: ${accepted.length} accepted and ${others.length} refused in ${seconds.toFixed(1)} s, ${middle} ms in the middle, ${slow} ms at 99%, ${Number(peak) / 1000} MB at most, ${(Number(user) + Number(system)) / 100} s of processor time, ${found.size} kept\n`,
    );
  }
  expect(others).toEqual([]);
  expect(accepted.filter((message) => !found.has(message))).toEqual([]);
  expect(Number(peak)).toBeLessThan(200_000);
}, 300_000);
