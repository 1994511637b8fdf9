/*
 * What is known of Docusaurus beyond its types, each with its reason; `tests/engine/site/render/docusaurus-inside.test.ts`
 * fails when one of them is gone. Three more are where they have effect: `src/site.ts` chooses the router that writes no
 * pages, `dev-server.ts` reminds the watcher of changes that it lost, and `scripts/docusaurus.ts` runs the program.
 */

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {runInNewContext} from 'node:vm';
import type {Plugin} from '@docusaurus/types';
import {docuHash} from '@docusaurus/utils';
import {type GeneratedRoute, type ModuleNames, NO_PLUGIN} from './routes.ts';

export type BundlerConfig = Parameters<NonNullable<Plugin['configureWebpack']>>[0];

type Minimizer = NonNullable<NonNullable<BundlerConfig['optimization']>['minimizer']>[number];

const require = createRequire(import.meta.url);

/** 1. The files that hold the content of a site: the renderer gets it as data, so that an edit compiles nothing. */
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

const fromTheme = createRequire(require.resolve('@docusaurus/theme-classic'));

/**
 * 2. The preset's style framework, progress bar and highlighting: `src/site/css` has every style of the site, and
 * overriding 15 KB of rules would make each reader load them.
 */
const UNUSED_MODULES = ['infima/dist/css/default/default.css', './nprogress.js', './prism-include-languages.js'];

/** 3. Docusaurus' link loads pages ahead in the browser, where this site has no React. */
const LINK = '@docusaurus/core/lib/client/exports/Link.js';

/** 4. The contexts in which its hooks find the data of a site and of a route: it exports only the hooks. */
const CONTEXTS = {
  '@toolkit/site-context': '@docusaurus/core/lib/client/docusaurusContext.js',
  '@toolkit/route-context': '@docusaurus/core/lib/client/routeContext.js',
  '@toolkit/site-metadata': '@docusaurus/core/lib/client/SiteMetadataDefaults.js',
};

/** The modules that the theme gets in place of those of Docusaurus, and none for those that it does not need. */
export function replacedModules(generatedDir: string, link: string): Record<string, string | false> {
  const unused = [
    ...CONTENT_FILES.map((name) => path.join(generatedDir, name)),
    ...UNUSED_MODULES.map((name) => fromTheme.resolve(name)),
  ];
  return {
    ...Object.fromEntries(unused.map((file) => [file, false])),
    ...Object.fromEntries(Object.entries(CONTEXTS).map(([name, file]) => [name, require.resolve(file)])),
    [require.resolve(LINK)]: link,
  };
}

/**
 * 5. Of its bundler only what concerns style sheets stays: not the page in which its development server would load React,
 * nor what makes scripts small. Returns its group of styles, and what makes them small.
 */
export function keepStylesOnly(config: BundlerConfig): {styles: object | undefined; minimizer: Minimizer[]} {
  config.plugins = (config.plugins ?? []).filter((plugin) => plugin?.constructor.name !== 'HtmlWebpackPlugin');
  const {splitChunks, minimizer = []} = config.optimization ?? {};
  return {
    styles: (splitChunks || undefined)?.cacheGroups?.styles as object | undefined,
    minimizer: minimizer.filter((plugin) => /css/i.test(plugin?.constructor.name ?? '')),
  };
}

/** 6. The file in which a plugin writes what it knows about a page, named after the page. */
export function metadataFile(module: string, {name, id}: {name: string; id: string}): string {
  const [alias = ''] = module.split('?');
  return `@generated/${name}/${id}/${docuHash(alias)}.json`;
}

type WrittenRoute = Omit<GeneratedRoute, 'modules' | 'routes'> & {component: ModuleNames; routes?: WrittenRoute[]};

/**
 * 7. The routes that it writes for its own bundle. Plugins get them only after the build, and the development server never,
 * though a page can be rendered without compiling any of them.
 *
 * @throws {Error} where a route has no component, or a module no name.
 */
export function readRoutes(generatedDir: string): GeneratedRoute[] {
  const read = (name: string) => readFileSync(path.join(generatedDir, name), 'utf8');
  const chunks = JSON.parse(read('routesChunkNames.json')) as ModuleNames;
  const modules = new Map(
    [...read('registry.js').matchAll(/^ {2}"([^"]+)": .*?\), ("[^"]+"), require/gm)].map(
      ([, chunk = '', module = '']) => [chunk, JSON.parse(module) as string],
    ),
  );
  const named = (value: string | ModuleNames | undefined): string | ModuleNames => {
    if (typeof value === 'object') {
      const entries = Object.entries(value).map(([key, inner]) => [key, named(inner)]);
      return Array.isArray(value)
        ? (entries.map(([, inner]) => inner) as unknown as ModuleNames)
        : Object.fromEntries(entries);
    }
    const module = modules.get(value ?? '');
    if (module === undefined) throw new Error(`Docusaurus wrote no module \`${value}\`, expected that of each route`);
    return module;
  };
  const code = read('routes.js')
    .replace(/^import .*$/gm, '')
    .replace('export default', 'routes =');
  const context = {
    routes: [] as WrittenRoute[],
    ComponentCreator: (route: string, hash?: string) =>
      route === '*' ? {__comp: '@theme/NotFound', __context: {plugin: NO_PLUGIN}} : named(chunks[`${route}-${hash}`]),
  };
  runInNewContext(code, context);
  return context.routes.map(withModules);
}

function withModules({component, routes, ...route}: WrittenRoute): GeneratedRoute {
  return {...route, modules: component, ...(routes && {routes: routes.map(withModules)})};
}
