import type {ParsedPage} from './parsed-page.ts';

/** Works something out once for each page, for every rule that asks. */
export function perPage<T>(make: (page: ParsedPage) => T): (page: ParsedPage) => T {
  const made = new WeakMap<ParsedPage, {value: T}>();
  return (page) => {
    const known = made.get(page) ?? {value: make(page)};
    made.set(page, known);
    return known.value;
  };
}
