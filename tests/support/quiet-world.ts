import type {Question, World} from '../../src/content/link-check/world.ts';
import {AskError} from '../../src/content/link-check/world.ts';
import type {LastAnswer} from '../../src/content/link-ledger/link-outcome.ts';
import {isPublicIp, isPublicUrl} from '../../src/content/link-ledger/public-host.ts';

/** A world without sockets: every name is known, and every page opens. */
export interface QuietWorld extends World {
  /** Every question so far, `HEAD https://a.example/`. */
  asked: string[];
  /** What pages answer that do not open, by address: a status, or a failure. */
  answers: Map<string, Partial<LastAnswer> | AskError>;
}

/** Makes a world whose clock moves when somebody sleeps. */
export function quietWorld(): QuietWorld {
  const asked: string[] = [];
  const answers: QuietWorld['answers'] = new Map();
  let now = Date.UTC(2026, 10, 24, 5);
  return {
    asked,
    answers,
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    random: () => 0.5,
    resolve: async () => ['203.0.114.1'],
    ask: async ({method, url}: Question) => {
      asked.push(`${method} ${url.href}`);
      const answer = answers.get(url.href) ?? {};
      if (answer instanceof AskError) throw answer;
      return {status: 200, headers: {}, start: '', ...answer};
    },
    isAllowedUrl: isPublicUrl,
    isAllowedIp: isPublicIp,
  };
}

/** The same world without a network. */
export function withoutNetwork(world: QuietWorld): QuietWorld {
  return {
    ...world,
    resolve: () => Promise.reject(Object.assign(new Error('no network'), {code: 'EAI_AGAIN'})),
  };
}
