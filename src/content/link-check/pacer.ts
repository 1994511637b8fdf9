import type {World} from './world.ts';

/** Sees to it that no host is asked more often than it bears, whoever asks. */
export interface Pacer {
  /** Waits until the host may be asked again. */
  turn(host: string): Promise<void>;
  /** Lets a host alone for some milliseconds, because it asked for that. */
  hold(host: string, ms: number): void;
}

/** Between two requests to a host lie this many milliseconds, and up to as many again. */
const GAP = 1000;

/** Makes the pacer of one run. */
export function createPacer({now, sleep, random}: Pick<World, 'now' | 'sleep' | 'random'>): Pacer {
  const free = new Map<string, number>();
  return {
    async turn(host) {
      // Somebody may have taken the turn, or the host asked for peace, while this one slept.
      for (let wait = (free.get(host) ?? 0) - now(); wait > 0; wait = (free.get(host) ?? 0) - now()) await sleep(wait);
      free.set(host, now() + GAP * (1 + random()));
    },
    hold(host, ms) {
      free.set(host, Math.max(free.get(host) ?? 0, now() + ms));
    },
  };
}
