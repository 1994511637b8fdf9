import {readFileSync} from 'node:fs';
import path from 'node:path';

/** A route as Docusaurus generated it, with the module of each property. */
export interface GeneratedRoute {
  path: string;
  exact?: boolean;
  routes?: GeneratedRoute[];
  /** Keys are `__comp`, `__context`, `__props` and properties of the component; values name modules, or nest. */
  modules: ModuleNames;
  /** The properties of the component where no file holds them. */
  props?: Record<string, unknown>;
}

export interface ModuleNames {
  [key: string]: string | ModuleNames;
}

/** The plugin of the error page, which Docusaurus' own router shows. */
export const NO_PLUGIN = 'no-plugin';

/**
 * Reads the routes that Docusaurus wrote for its own bundle. Plugins get them only after the build, and a page
 * can be rendered without compiling any of them.
 */
export function readRoutes(generatedDir: string): GeneratedRoute[] {
  const read = (name: string) => readFileSync(path.join(generatedDir, name), 'utf8');
  const chunks = JSON.parse(read('routesChunkNames.json')) as ModuleNames;
  const modules = new Map(
    [...read('registry.js').matchAll(/^ {2}"([^"]+)": .*?\), ("[^"]+"), require/gm)].map(
      ([, chunk = '', module = '""']) => [chunk, JSON.parse(module) as string],
    ),
  );
  const named = (value: string | ModuleNames): string | ModuleNames =>
    typeof value === 'string'
      ? (modules.get(value) ?? '')
      : Array.isArray(value)
        ? (value.map(named) as unknown as ModuleNames)
        : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner)]));
  const toModules = (route: string, hash?: string): ModuleNames =>
    route === '*'
      ? {__comp: '@theme/NotFound', __context: {plugin: NO_PLUGIN}}
      : (named(chunks[`${route}-${hash}`] ?? {}) as ModuleNames);
  const code = read('routes.js')
    .replace(/^import .*$/gm, '')
    .replace('export default', 'return');
  const routes = new Function('ComponentCreator', code)(toModules) as (GeneratedRoute & {component: ModuleNames})[];
  return routes.map(withModules);
}

function withModules({component, routes, ...route}: GeneratedRoute & {component?: ModuleNames}): GeneratedRoute {
  return {...route, modules: component ?? {}, ...(routes && {routes: routes.map(withModules)})};
}

/** Every component of the routes, sorted. */
export function componentsOf(routes: readonly GeneratedRoute[]): string[] {
  const found = new Set<string>();
  const collect = ({modules, routes: inner = []}: GeneratedRoute): void => {
    if (typeof modules.__comp === 'string') found.add(modules.__comp);
    inner.forEach(collect);
  };
  routes.forEach(collect);
  return [...found].sort();
}

/** The routes from the outermost to each page, by address. `*` is the page for every other address. */
export function chainsOf(routes: readonly GeneratedRoute[]): Map<string, GeneratedRoute[]> {
  const chains = new Map<string, GeneratedRoute[]>();
  const collect = (above: readonly GeneratedRoute[], inner: readonly GeneratedRoute[]): void => {
    for (const {routes: below, ...route} of inner) {
      const chain = [...above, route];
      if (below) collect(chain, below);
      else chains.set(route.path, chain);
    }
  };
  collect([], routes);
  return chains;
}
