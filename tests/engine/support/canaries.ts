import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** Leaves a file behind that names the place from which it ran. */
const CODE = `require('node:fs').writeFileSync(require('node:path').join(%ROOT%, 'ran-' + Date.now() + '.canary'), %NAME%);
module.exports = {default: false, plugins: []};
`;

/** Where the tools that we depend on look for code and settings, from their sources: each list is of one tool. */
const PLACES = {
  docusaurus: ['i18n', 'docusaurus.config.js', 'docusaurus.config.mjs', 'docusaurus.config.mts'],
  postcss: ['.postcssrc', '.postcssrc.ts', 'postcss.config.js', 'postcss.config.cjs'],
  babel: ['.babelrc', '.babelrc.json', '.babelrc.js', 'babel.config.cjs', 'babel.config.json'],
  swc: ['.swcrc'],
  browserslist: ['browserslist', '.browserslistrc'],
  svgr: ['.svgrrc', 'svgr.config.js', 'svgo.config.cjs'],
  cssnano: ['.cssnanorc', 'cssnano.config.js'],
  pagefind: ['pagefind.toml', 'pagefind.yml', 'pagefind.json'],
  markdownlint: ['.markdownlint.cjs', '.markdownlint.json', '.markdownlint-cli2.mjs', '.markdownlintignore'],
  remark: ['.remarkrc', '.remarkrc.js', '.remarkrc.yml', '.remarkignore', '.retextrc.js'],
  'html-validate': ['.htmlvalidate.js', '.htmlvalidate.mjs', '.htmlvalidate.json', '.htmlvalidateignore'],
  npm: ['.npmrc', 'npm-shrinkwrap.json'],
  'other package managers': ['.pnpmfile.cjs', '.yarnrc', '.yarnrc.yml', '.pnp.cjs', '.pnp.loader.mjs'],
  vite: ['.env', '.env.production', 'vite.config.ts', 'vite.config.mjs', 'vitest.workspace.ts', 'vitest.projects.ts'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** What a page that replaces another says. */
const CANARY_WORDS = 'The canary sang.';

/** Plants something at each place that shows if it is loaded; returns the paths. */
export function plantCanaries(folder: string, except: readonly (keyof typeof PLACES)[] = []): string[] {
  const names = Object.entries(PLACES).flatMap(([tool, files]) =>
    except.some((name) => name === tool) ? [] : (files as readonly string[]),
  );
  for (const name of names.filter((other) => other !== 'i18n')) {
    writeFileSync(path.join(folder, name), contentOf(name, folder));
  }
  const page = `---\ntitle: Canary\nslug: /\n---\n\n${CANARY_WORDS}\n`;
  const translated = path.join(folder, 'i18n/en-GB/docusaurus-plugin-content-docs/current/index.md');
  mkdirSync(path.dirname(translated), {recursive: true});
  writeFileSync(translated, page);
  return names;
}

function contentOf(name: string, folder: string): string {
  const code = CODE.replace('%ROOT%', JSON.stringify(folder)).replace('%NAME%', JSON.stringify(name));
  if (/\.[cm]?[jt]s$/.test(name))
    return /\.m[jt]s$/.test(name)
      ? `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(path.join(folder, `ran-${name}.canary`))}, ${JSON.stringify(name)});\nexport default {};\n`
      : code;
  if (/rc$|json[c5]?$/.test(name) && !/npm|yarn|browserslist/.test(name))
    return '{"extends": ["./absent-canary"], "plugins": ["./absent-canary.cjs"]}';
  if (/\.ya?ml$/.test(name)) return 'plugins: [./absent-canary.cjs]\n';
  if (name.endsWith('.toml')) return 'logfile = "ran-pagefind.canary"\n';
  if (/browserslist/.test(name)) return 'ie 6\n';
  return 'CANARY=1\n';
}

/** The places from which something ran. */
export function sungIn(folder: string): string[] {
  return globSync('*.canary', {cwd: folder}).map((file) => readFileSync(path.join(folder, file), 'utf8'));
}
