/** Puts work off until its result is first asked for, and keeps it. */
export function once<T>(work: () => T): () => T {
  let done: {value: T} | undefined;
  return () => {
    done ??= {value: work()};
    return done.value;
  };
}
