// The package ships no types. These cover the documented API that `spelling.ts` uses.
declare module 'nspell' {
  export interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }

  // biome-ignore lint/style/noDefaultExport: the package has a default export.
  export default function nspell(dictionary: {aff: Uint8Array; dic: Uint8Array}): Speller;
}
