import {readFileSync, writeFileSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {themeStyles} from '../../content/theme.ts';
import {siteFieldsOf} from '../data/site-fields.ts';
import {MODEL_PAGES} from '../data/site-routes.ts';
import type {BrowserScript, Feature} from '../feature-hooks.ts';
import {bundleClient} from './bundle-client.ts';
import type {RenderBundle} from './compiled/rendering.ts';
import {fullHash} from './hash.ts';
import type {PageAssets} from './page-template.ts';
import {componentsOf, readRoutes} from './read-routes.ts';

type BundlerConfig = Parameters<NonNullable<Plugin['configureWebpack']>>[0];

/** Where the theme is compiled to, below the built files; readers do not get it. */
export const THEME_FOLDER = '__theme';

/** The compiled theme, from the folder of the built files. */
export const BUNDLE = `${THEME_FOLDER}/render.js`;

/** The files of Docusaurus that hold the content of a site; the renderer gets it as data. */
const CONTENT_FILES = [
  'codeTranslations.json',
  'docusaurus.config.mjs',
  'globalData.json',
  'i18n.json',
  'registry.js',
  'routes.js',
  'routesChunkNames.json',
  'site-metadata.json',
];

/** What the style sheet of the site imports for the colours and fonts of the configuration. */
const THEME = '@toolkit/theme.css';

const fromTheme = createRequire(createRequire(import.meta.url).resolve('@docusaurus/theme-classic'));

/**
 * The preset's style framework, progress bar and highlighting: `src/site/css` has every style of the site, and
 * overriding 15 KB of rules would make each reader load them.
 */
const UNUSED_MODULES = ['infima/dist/css/default/default.css', './nprogress.js', './prism-include-languages.js'].map(
  (name) => fromTheme.resolve(name),
);

/** Styles of pages without an article, such as lists and the front page, which readers of the others do not load. */
const LIST_STYLES = /[\\/](?:home|finder|figures|rated-pages)\.css$/;

const DOCUSAURUS_LINK = createRequire(import.meta.url).resolve('@docusaurus/core/lib/client/exports/Link.js');

/**
 * Makes Docusaurus compile the theme once, for rendering, and no content. Readers get no React, so its bundle for
 * browsers becomes this one: it also extracts style sheets and copies `static/`.
 */
export function bundleTheme(
  config: BundlerConfig,
  {generatedFilesDir, siteConfig, baseUrl}: LoadContext,
  features: readonly Feature[],
): BundlerConfig {
  const ofModel = MODEL_PAGES.map((name) => `@theme/${name}`);
  const components = [...new Set([...componentsOf(readRoutes(generatedFilesDir)), ...ofModel])].sort();
  const write = (name: string, modules: Readonly<Record<string, string>>) =>
    writeFileSync(path.join(generatedFilesDir, name), renderModules(modules));
  write('route-components.js', Object.fromEntries(components.map((name) => [name, name])));
  write('feature-parts.js', Object.fromEntries(features.flatMap(({name, parts}) => (parts ? [[name, parts]] : []))));
  config.entry = {render: path.join(import.meta.dirname, 'compiled/entry')};
  config.target = 'node';
  // The page in which Docusaurus' development server would load React.
  config.plugins = (config.plugins ?? []).filter((plugin) => plugin?.constructor.name !== 'HtmlWebpackPlugin');
  config.output = {
    ...config.output,
    publicPath: baseUrl,
    filename: `${THEME_FOLDER}/[name].js`,
    chunkFilename: `${THEME_FOLDER}/[name].js`,
    library: {type: 'commonjs2'},
  };
  passSettingsOfPostcss(config.module?.rules);
  const {splitChunks, minimizer = []} = config.optimization ?? {};
  const styles = (splitChunks || undefined)?.cacheGroups?.styles;
  config.optimization = {
    ...config.optimization,
    runtimeChunk: false,
    concatenateModules: false,
    splitChunks: {
      cacheGroups: {
        default: false,
        defaultVendors: false,
        ...(styles && {styles}),
        lists: {name: 'lists', test: LIST_STYLES, type: 'css/mini-extract', chunks: 'all', enforce: true, priority: 60},
      },
    },
    minimizer: minimizer.filter((plugin) => /css/i.test(plugin?.constructor.name ?? '')),
  };
  const unused = [...CONTENT_FILES.map((name) => path.join(generatedFilesDir, name)), ...UNUSED_MODULES];
  const theme = path.join(generatedFilesDir, 'theme.css');
  writeFileSync(theme, themeStyles(siteFieldsOf(siteConfig).toolkit));
  const alias = {
    [THEME]: theme,
    [DOCUSAURUS_LINK]: path.join(import.meta.dirname, 'compiled/Link'),
    ...Object.fromEntries(unused.map((name) => [name, false as const])),
  };
  return {resolve: {alias}};
}

/** The loader would also run a configuration that it finds in the folder of a style sheet or in any above it. */
function passSettingsOfPostcss(rules: unknown): void {
  if (typeof rules !== 'object' || rules === null) return;
  if ('loader' in rules && /postcss-loader/.test(String(rules.loader)) && 'options' in rules) {
    const options = rules.options as {postcssOptions?: object};
    options.postcssOptions = {...options.postcssOptions, config: false};
  }
  for (const rule of Object.values(rules)) passSettingsOfPostcss(rule);
}

/** A module with the default exports of others, by name. */
function renderModules(modules: Readonly<Record<string, string>>): string {
  const [imports, entries] = [
    Object.values(modules).map((file, index) => `import c${index} from ${JSON.stringify(file)};`),
    Object.keys(modules).map((name, index) => `  ${JSON.stringify(name)}: c${index},`),
  ];
  return `${imports.join('\n')}\n\nexport default {\n${entries.join('\n')}\n};\n`;
}

/** Loads the compiled theme, with a hash of its code. */
export function loadBundle(
  outDir: string,
  read = (): Buffer => readFileSync(path.join(outDir, BUNDLE)),
): {bundle: RenderBundle; code: string} {
  const code = read();
  const module = {exports: {}};
  const load = createRequire(path.join(outDir, BUNDLE));
  new Function('module', 'exports', 'require', code.toString())(module, module.exports, load);
  return {bundle: module.exports as RenderBundle, code: fullHash(code)};
}

const CLIENT = path.join(import.meta.dirname, '../client');

/** The modules of each script: a page loads one of them. */
export function clientScripts(features: readonly BrowserScript[]): Record<keyof PageAssets['scripts'], string[]> {
  const everywhere = features.filter(({marks}) => !marks).map(({file}) => file);
  const ofLists = features.filter(({marks}) => marks).map(({file}) => file);
  const script = (name: string, more: readonly string[] = []) => [path.join(CLIENT, name), ...everywhere, ...more];
  return {site: script('site'), charts: script('charts'), updates: script('visits'), lists: script('site', ofLists)};
}

/** The attributes of elements that need the longer script. */
export function marksOf(features: readonly BrowserScript[]): string[] {
  return features.flatMap(({marks = []}) => marks);
}

/** Finds the style sheets that were compiled, and bundles the scripts of the pages. */
export async function loadAssets(outDir: string, features: readonly BrowserScript[]): Promise<PageAssets> {
  const sheets = await readdir(path.join(outDir, 'assets/css'));
  const sheetOf = (name: string) =>
    `assets/css/${sheets.find((file) => file.startsWith(name) && file.endsWith('.css'))}`;
  const {site, charts, updates, lists} = clientScripts(features);
  return {
    styles: {site: sheetOf('styles'), lists: sheetOf('lists')},
    scripts: {
      site: await bundleClient(outDir, site),
      charts: await bundleClient(outDir, charts),
      updates: await bundleClient(outDir, updates),
      lists: await bundleClient(outDir, lists),
    },
    marks: marksOf(features),
  };
}
