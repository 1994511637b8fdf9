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
