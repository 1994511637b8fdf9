/** What a found page tells of itself. */
export interface FoundPage {
  url: string;
  /** Escaped text with `<mark>` around the words that were searched for. */
  excerpt: string;
  meta: {title?: string; kind?: string};
}

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  options(options: {baseUrl: string}): Promise<void>;
  search(query: string): Promise<{results: {data(): Promise<FoundPage>}[]}>;
}

/** Loads the search engine, which the build puts beside the pages. */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const pagefind = (await import(`${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({baseUrl: base});
  return pagefind;
}
