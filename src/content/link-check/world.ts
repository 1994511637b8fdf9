import type {LastAnswer, LinkFailure} from '../link-ledger/link-outcome.ts';

/** One request, to the machine that was looked at. */
export interface Question {
  method: 'HEAD' | 'GET';
  url: URL;
  /** The IP address to connect to: the name is never looked up again. */
  ip: string;
}

/** All that a check of other sites needs of the world: the real one, that of a test, or that of a simulated year. */
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
