import {lookup} from 'node:dns/promises';
import {setTimeout} from 'node:timers/promises';
import type {LastAnswer, LinkFailure} from '../../../src/content/link-ledger/link-outcome.ts';
import {isPublicIp, isPublicUrl} from '../../../src/content/link-ledger/public-host.ts';
import {askAt} from './ask-at.ts';

/** One request, to the machine that was looked at. */
export interface Question {
  method: 'HEAD' | 'GET';
  url: URL;
  /** The IP address to connect to: the name is never looked up again. */
  ip: string;
}

/** All that a check of other sites needs of the world; tests and the simulated year pass their own. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
  /** The IP addresses of a host name; fails with a code of the system, `ENOTFOUND`. */
  resolve(hostname: string): Promise<string[]>;
  /** @throws {AskError} where no answer came. */
  ask(question: Question): Promise<LastAnswer>;
  isAllowedUrl(url: URL): boolean;
  isAllowedIp(ip: string): boolean;
}

/** Why no answer came. */
export class AskError extends Error {
  override name = 'AskError';
  readonly kind: LinkFailure['kind'] | 'blocked';

  constructor(kind: AskError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The real world; `home` is the site that asks, for those who wonder in their logs. */
export function realWorld(home: string): World {
  const userAgent = `Mozilla/5.0 (compatible; good-practice-toolkit link check; +${home})`;
  return {
    now: Date.now,
    sleep: async (ms) => void (await setTimeout(ms)),
    random: Math.random,
    resolve: async (hostname) => (await lookup(hostname, {all: true})).map(({address}) => address),
    ask: (question) => askAt(question, {userAgent}),
    isAllowedUrl: isPublicUrl,
    isAllowedIp: isPublicIp,
  };
}
