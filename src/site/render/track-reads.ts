/** Plain objects above this depth are followed; deeper values, and lists, are read as a whole. */
const DEPTH = 7;

/** A path of property names in the data of a site. */
export type DataPath = readonly string[];

/** Hears what is read from tracked data. */
interface ReadListener {
  /** A value was read with everything in it. */
  onValue(path: DataPath): void;
  /** It was read whether there is a value, and whether it is an object: `kindAt`. */
  onKind(path: DataPath): void;
}

/**
 * The same data, which reports what is read from it: the path of each value, or of a whole object where its keys are
 * listed.
 */
export function trackReads<T extends object>(data: T, listener: ReadListener, path: DataPath = []): T {
  const inner = new Map<string | symbol, unknown>();
  let isWhole = false;
  return new Proxy(data, {
    get(target, key) {
      if (inner.has(key)) return inner.get(key);
      const value: unknown = Reflect.get(target, key);
      if (isWhole || typeof key === 'symbol' || typeof value === 'function') return value;
      const below = [...path, key];
      const isFollowed = isPlainObject(value) && below.length < DEPTH;
      // A page may ask only whether the object is there, and read nothing in it.
      if (isFollowed) listener.onKind(below);
      else listener.onValue(below);
      const seen = isFollowed ? trackReads(value, listener, below) : value;
      inner.set(key, seen);
      return seen;
    },
    has(target, key) {
      if (!isWhole && typeof key === 'string') listener.onKind([...path, key]);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      if (!isWhole && typeof key === 'string') listener.onValue([...path, key]);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      isWhole = true;
      listener.onValue(path);
      return Reflect.ownKeys(target);
    },
  });
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}

/** Whether there is a value at a path, and whether it is an object that can be followed. */
export function kindAt(data: unknown, path: DataPath): 'missing' | 'object' | 'value' {
  const parent = valueAt(data, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (typeof parent !== 'object' || parent === null || !(key in parent)) return 'missing';
  return isPlainObject(valueAt(parent, [key])) ? 'object' : 'value';
}
