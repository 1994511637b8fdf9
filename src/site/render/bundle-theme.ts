import {readFileSync, writeFileSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {compileFunction} from 'node:vm';
import type {LoadContext} from '@docusaurus/types';
import {themeStyles} from '../../content/theme.ts';
import {siteFieldsOf} from '../data/site-fields.ts';
import {MODEL_PAGES} from '../data/site-routes.ts';
import type {BrowserScript, Feature} from '../feature-hooks.ts';
import {bundleClient} from './bundle-client.ts';
import type {RenderBundle} from './compiled/rendering.ts';
import {type BundlerConfig, keepStylesOnly, readRoutes, replacedModules} from './docusaurus-inside.ts';
import {fullHash} from './hash.ts';
import type {PageAssets} from './page-template.ts';
import {componentsOf} from './routes.ts';

/** Where the theme is compiled to, below the built files; readers do not get it. */
export const THEME_FOLDER = '__theme';

/** The compiled theme, from the folder of the built files. */
export const BUNDLE = `${THEME_FOLDER}/render.js`;

/** What the style sheet of the site imports for the colours and fonts of the configuration. */
const THEME = '@toolkit/theme.css';

/** Styles of pages without an article, such as lists and the front page, which readers of the others do not load. */
const LIST_STYLES = /[\\/](?:home|finder|figures|rated-pages)\.css$/;

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
  config.externals = [loadModel];
  config.output = {
    ...config.output,
    publicPath: baseUrl,
    filename: `${THEME_FOLDER}/[name].js`,
    chunkFilename: `${THEME_FOLDER}/[name].js`,
    library: {type: 'commonjs2'},
  };
  const {styles, minimizer} = keepStylesOnly(config);
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
    minimizer,
  };
  const theme = path.join(generatedFilesDir, 'theme.css');
  writeFileSync(theme, themeStyles(siteFieldsOf(siteConfig).toolkit));
  const alias = {
    [THEME]: theme,
    ...replacedModules(generatedFilesDir, path.join(import.meta.dirname, 'compiled/Link')),
  };
  return {resolve: {alias}};
}

/** The rooms of plain code, which every run has loaded already. */
const LOADED = ['format', 'language', 'content', 'changes'].map((room) =>
  path.join(import.meta.dirname, '../..', room, path.sep),
);

/** Lets the theme use the modules of this process: compiled with it, each would be here twice, with its own texts in memory. */
function loadModel(
  {context = '', request = ''}: {context?: string; request?: string},
  callback: (error?: null, external?: string) => void,
): void {
  const file = path.join(context, request);
  if (/^\.+\/.*\.[jt]s$/.test(request) && LOADED.some((room) => file.startsWith(room)))
    callback(null, `commonjs ${file}`);
  else callback();
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
  compileFunction(code.toString(), ['module', 'exports', 'require'])(module, module.exports, load);
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
