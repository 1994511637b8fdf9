// The version that Docusaurus uses ships no types. These cover the documented API that `headings.ts` uses.
declare module 'github-slugger' {
  // biome-ignore lint/style/noDefaultExport: the package has a default export.
  export default class GithubSlugger {
    slug(value: string): string;
  }
}
