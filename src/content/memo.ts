/** Wraps a function so that it runs at most once, when first called. */
export function once<T>(work: () => T): () => T {
  let result: {value: T} | undefined;
  return () => {
    result ??= {value: work()};
    return result.value;
  };
}

/** Wraps a function so that it runs once for each object, such as a page or a toolkit. */
export function oncePer<T, Key extends object>(work: (key: Key) => T): (key: Key) => T {
  const results = new WeakMap<Key, {value: T}>();
  return (key) => {
    const cached = results.get(key) ?? {value: work(key)};
    results.set(key, cached);
    return cached.value;
  };
}

/** Keeps results of pure functions by the kind of result and the inputs, perhaps from one run to the next. */
export interface ResultStore {
  get(kind: string, inputs: Inputs): {value: unknown} | undefined;
  set(kind: string, inputs: Inputs, value: unknown): void;
  /** Whether there is a result, which is kept as one that is used. */
  has(kind: string, inputs: Inputs): boolean;
}

type Inputs = readonly (string | Uint8Array)[];

let store: ResultStore | undefined;

/** Sets where this process keeps the results of pure functions; without a store it keeps none. */
export function keepResultsIn(next: ResultStore | undefined): void {
  store = next;
}

/**
 * The result of a pure function that is worth keeping: its inputs decide it fully, and it is plain data. Callers must
 * not change it.
 */
export function remember<T>(kind: string, inputs: Inputs, work: () => T): T {
  const cached = recall<T>(kind, inputs);
  if (cached) return cached.value;
  const value = work();
  keepResult(kind, inputs, value);
  return value;
}

/** A stored result, for work that is not one function call. */
export function recall<T>(kind: string, inputs: Inputs): {value: T} | undefined {
  return store?.get(kind, inputs) as {value: T} | undefined;
}

/** Whether there is a stored result, without reading it. */
export function isKept(kind: string, inputs: Inputs): boolean {
  return store?.has(kind, inputs) ?? false;
}

export function keepResult(kind: string, inputs: Inputs, value: unknown): void {
  store?.set(kind, inputs, value);
}
