// The version that Docusaurus uses ships no types: what `headings.ts` uses of its documented API.
declare module 'github-slugger' {
  // biome-ignore lint/style/noDefaultExport: so the package exports it.
  export default class GithubSlugger {
    slug(value: string): string;
  }
}
