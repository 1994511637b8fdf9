/** A clock that stands still while anybody works, and jumps to the next moment that somebody waits for. */
export interface VirtualClock {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Lets work go on, and time pass, until the work is done. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** Makes a clock that begins at a moment. */
export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  const sleepers: {at: number; wake: () => void}[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({at: now + ms, wake})),
    async run(work) {
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      work.then(done, done);
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isDone || sleepers.length === 0) continue;
        const next = sleepers.reduce((first, sleeper) => (sleeper.at < first.at ? sleeper : first));
        sleepers.splice(sleepers.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.wake();
      }
      return work;
    },
  };
}
