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
