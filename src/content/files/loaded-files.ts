/** A tool that loads files by their names from the folder in which it runs, or from those above its own files. */
interface Loader {
  tool: string;
  /** Paths from the toolkit's root: a file, or a folder with everything in it. */
  files: RegExp;
}

/** The endings under which tools look for configuration, as code or as data. */
const ANY = String.raw`(\.(json[c5]?|ya?ml|toml|[cm]?[jt]sx?))?`;

/**
 * What the programs of a toolkit would load from its root. The engine passes every setting explicitly, so none of it is
 * needed. Each can run code, replace pages or switch off checks, so none may exist.
 */
const LOADERS: readonly Loader[] = [
  {tool: 'Docusaurus, as pages and text that replace others', files: /^i18n$/i},
  {tool: 'Docusaurus, instead of `docusaurus.config.ts`', files: /^docusaurus\.config\.([cm]js|js|[cm]ts)$/i},
  {tool: 'PostCSS, as code', files: new RegExp(`^(\\.postcssrc|postcss\\.config)${ANY}$`, 'i')},
  {tool: 'Babel, as code', files: new RegExp(`^(\\.babelrc|babel\\.config)${ANY}$`, 'i')},
  {tool: 'SWC', files: /^\.swcrc$/i},
  {tool: 'Browserslist', files: /^\.?browserslist(rc)?$/i},
  {tool: 'SVGR and SVGO, as code', files: new RegExp(`^(\\.svgrrc|(svgr|svgo)\\.config)${ANY}$`, 'i')},
  {tool: 'cssnano, as code', files: new RegExp(`^(\\.cssnanorc|cssnano\\.config)${ANY}$`, 'i')},
  {tool: 'Pagefind', files: /^pagefind\.(json|ya?ml|toml)$/i},
  {tool: 'markdownlint, as code', files: new RegExp(`^\\.markdownlint(-cli2)?(ignore|rc)?${ANY}$`, 'i')},
  {tool: 'remark and retext, as code', files: new RegExp(`^\\.(remark|retext)(rc|ignore)${ANY}$`, 'i')},
  {tool: 'html-validate, as code', files: new RegExp(`^\\.htmlvalidate(ignore)?${ANY}$`, 'i')},
  {tool: 'npm, and can make it run any program', files: /^\.npmrc$/i},
  {tool: 'npm, instead of `package-lock.json`', files: /^npm-shrinkwrap\.json$/i},
  {
    tool: 'other package managers, as code',
    files: /^(\.pnpmfile\.[cm]?js|\.yarnrc(\.yml)?|\.pnp\.(c?js|loader\.mjs))$/i,
  },
  {tool: 'Vite and Docusaurus, as settings of programs', files: /^\.env(\.[\w.-]+)?$/i},
  {tool: 'Vitest, as code', files: new RegExp(`^(vite\\.config|vitest\\.(workspace|projects))${ANY}$`, 'i')},
];

/** The tool that would load a file or folder at the root of a toolkit; `undefined` if it may be there. */
export function loaderOf(name: string): string | undefined {
  return LOADERS.find(({files}) => files.test(name))?.tool;
}

/** What contributors change: text, pictures and data that are checked, and that no program runs. */
const CONTENT: readonly RegExp[] = [
  /^(docs|handbook|blog|ledgers|static(?!\/custom\.css$)|versioned_docs)\//,
  /^manual\/.+\.md$/,
  /^versioned_sidebars\/[^/]+\.json$/,
  /^(navigation|versions|check-baseline)\.json$/,
  /^words\.txt$/,
  // By name, because coding assistants follow `AGENTS.md`, `CLAUDE.md` and others like them.
  /^(README|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING|SECURITY|SUPPORT|ARCHITECTURE|DEPENDENCIES|EXTENDING|LICEN[CS]E(-\w+)?)\.md$/,
];

/** Whether a file may run code, or change how the site is built and checked. */
export function isCode(path: string): boolean {
  return !CONTENT.some((content) => content.test(path));
}
