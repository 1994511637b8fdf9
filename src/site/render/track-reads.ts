/** Plain objects above this depth are followed; deeper values, and lists, are read as a whole. */
const DEPTH = 7;

/** A path of property names in the data of a site. */
export type DataPath = readonly string[];

/**
 * The same data, which reports what is read from it: the path of each value, or of a whole object where its keys are
 * listed.
 */
export function trackReads<T extends object>(data: T, onRead: (path: DataPath) => void, path: DataPath = []): T {
  const inner = new Map<string, unknown>();
  const readWhole = () => onRead(path);
  return new Proxy(data, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || typeof value === 'function') return value;
      if (inner.has(key)) return inner.get(key);
      const below = [...path, key];
      const isFollowed = isPlainObject(value) && below.length < DEPTH;
      if (!isFollowed) onRead(below);
      const seen = isFollowed ? trackReads(value, onRead, below) : value;
      inner.set(key, seen);
      return seen;
    },
    has(target, key) {
      readWhole();
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      readWhole();
      return Reflect.ownKeys(target);
    },
  });
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
}
