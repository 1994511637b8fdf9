import type {ParsedPage} from '../markdown/parsed-page.ts';

/** Works something out once for each page, or for each document before it is parsed, for every rule that asks. */
export function perPage<T, Page extends object = ParsedPage>(make: (page: Page) => T): (page: Page) => T {
  const made = new WeakMap<Page, {value: T}>();
  return (page) => {
    const known = made.get(page) ?? {value: make(page)};
    made.set(page, known);
    return known.value;
  };
}
