/** A value that this device keeps; undefined also where storage is switched off. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value on this device, or removes it; where storage is switched off, nothing is kept. */
export function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // What the reader chose then holds for this page only.
  }
}
