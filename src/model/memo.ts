/** Wraps a function so that it runs at most once, when first called. */
export function once<T>(work: () => T): () => T {
  let done: {value: T} | undefined;
  return () => {
    done ??= {value: work()};
    return done.value;
  };
}

/** Wraps a function so that it runs once for each object, such as a page or a toolkit. */
export function oncePer<T, Key extends object>(work: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, {value: T}>();
  return (key) => {
    const known = made.get(key) ?? {value: work(key)};
    made.set(key, known);
    return known.value;
  };
}
