/** How many requests one network address may send at once, and how long until one more. An organisation may share one. */
const BURST = 20;
const REFILL_MS = 30_000;

/** The most addresses that are remembered; the one that has been quiet longest goes first. */
const MOST_ADDRESSES = 20_000;

/** Counts requests by network address, in memory alone. */
export class RateLimit {
  readonly #used = new Map<string, {tokens: number; at: number}>();

  /** Whether one more request is allowed now, in milliseconds. */
  allows(address: string, now: number): boolean {
    const key = networkOf(address);
    const {tokens, at} = this.#used.get(key) ?? {tokens: BURST, at: now};
    const left = Math.min(BURST, tokens + (now - at) / REFILL_MS);
    this.#used.delete(key);
    this.#used.set(key, {tokens: Math.max(0, left - 1), at: now});
    const [oldest] = this.#used.keys();
    if (this.#used.size > MOST_ADDRESSES && oldest !== undefined) this.#used.delete(oldest);
    return left >= 1;
  }
}

/** One connection usually has a whole /64 of IPv6. `::` replaces the zeros that an address leaves out. */
function networkOf(address: string): string {
  if (!address.includes(':') || /\.|^::ffff:/i.test(address)) return address;
  const groups = address.split(':').filter((group) => group !== '');
  const zeros = '0:'.repeat(Math.max(0, 8 - groups.length));
  return address.replace('::', `:${zeros}`).replace(/^:/, '').split(':').slice(0, 4).join(':');
}

/** The address of a reader: the one that the outermost of our own proxies saw. */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, hops: number): string {
  const seen = (forwarded ?? '').split(',').map((part) => part.trim());
  return (hops > 0 && seen.at(-hops)) || peer || 'unknown';
}
