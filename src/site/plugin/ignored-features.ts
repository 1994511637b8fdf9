import {existsSync, globSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {AllContent, DocusaurusConfig, LoadContext, LoadedPlugin, Props} from '@docusaurus/types';
import type {Problem} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import table from './ignored-features.json' with {type: 'json'};

/** The folder of the engine's theme. */
export const THEME = path.join(import.meta.dirname, '..', 'theme');

/** A wrap of these changes nothing: no page of the engine shows the first, and the second is no component but a list. */
export const NOT_WRAPPED = ['Layout', 'MDXComponents'];

/** The components of the engine whose wrap shows on pages. */
export const WRAPPED = componentNames(THEME).filter((name) => !NOT_WRAPPED.includes(name));

const DOCUSAURUS_THEME = createRequire(createRequire(import.meta.url).resolve('@docusaurus/preset-classic')).resolve(
  '@docusaurus/theme-classic',
);

/** The instances of content plugins whose pages belong to the toolkit. */
const OWN_INSTANCES = ['default', 'handbook', 'manual'];

/** The names that the table has advice for: keys of configurations, options of plugins, and plugins. */
const LISTED: ReadonlySet<string> = new Set(table.features.flatMap(({names}) => names.split(' ')));

/** What a toolkit asks of Docusaurus, once every plugin has loaded its content. */
interface Setup extends Pick<LoadContext, 'siteDir' | 'siteConfig'> {
  allContent: AllContent;
}

/** What would be lost from every page, or end the build later with a message that does not name its cause. */
export function unsupportedFeatures({siteConfig, allContent}: Omit<Setup, 'siteDir'>): Problem[] {
  const presets = siteConfig.presets.flatMap((preset) => (Array.isArray(preset) ? Object.keys(preset[1] ?? {}) : []));
  // A plugin has no content while the site is served, so the option that adds it counts.
  const analytics = [
    ...presets.filter((option) => ['gtag', 'googleTagManager'].includes(option)),
    ...Object.keys(allContent).filter((name) => name.startsWith('docusaurus-plugin-google-')),
  ].slice(0, 1);
  const locales = siteConfig.i18n.locales.length > 1 ? [fault('locales')] : [];
  return [...locales, ...analytics.map((name) => fault('analytics', {name}))];
}

/** Pages that are in the menu of the model, and not in that of Docusaurus. */
export function missingInMenu({sidebar}: Pick<Toolkit, 'sidebar'>, allContent: AllContent): Problem[] {
  const content = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined;
  const left = (content?.loadedVersions ?? [])
    .filter(({versionName}) => versionName === 'current')
    .flatMap(({docs}) => docs.filter((doc) => doc.sidebar === undefined && sidebar?.ids.includes(doc.id)));
  return left.map(({id}) => fault('menu', {id}, 'sidebars.ts'));
}

/** What Docusaurus accepts and no page shows. Hooks and routes of plugins are known only once the site is built. */
export function ignoredFeatures({siteDir, siteConfig, allContent}: Setup, built?: Props): Problem[] {
  const used = usedNames(siteConfig, allContent);
  const isOwn = ({name}: LoadedPlugin) => table.ownPlugins.includes(name) || LISTED.has(shortName(name));
  const plugins = built?.plugins.filter((plugin) => !isOwn(plugin)) ?? [];
  return [
    ...[...table.features, {names: used.filter((name) => !LISTED.has(name)).join(' '), fix: table.themeConfig}]
      .map(({names, fix}) => ({names: names.split(' ').filter((name) => used.includes(name)), fix}))
      .filter(({names}) => names.length > 0)
      .map(({names, fix}) => fault('ignored', {names: names.map((name) => `\`${name}\``).join(', '), fix})),
    ...plugins.flatMap((plugin) => ignoredParts(plugin, built)),
    ...unusedComponents(path.join(siteDir, 'src/theme')).map((name) => fault('component', {name}, `src/theme/${name}`)),
    ...ownComponents(siteDir, built?.routes ?? []).map((name) => fault('static', {}, name)),
    ...['docs', 'blog']
      .flatMap((kind) => Object.keys(allContent[`docusaurus-plugin-content-${kind}`] ?? {}))
      .filter((id) => !OWN_INSTANCES.includes(id))
      .map((name) => fault('search', {name})),
  ];
}

/** The files of components that the toolkit brings: of its theme, its pages and its plugins. */
function ownComponents(siteDir: string, routes: Props['routes']): string[] {
  const files = routes
    .map(({component}) => path.normalize(component.replace(/^@site\//, `${siteDir}/`)))
    .filter((file) => path.isAbsolute(file) && !file.startsWith(`${path.dirname(THEME)}${path.sep}`));
  const added = files.map((file) => path.relative(siteDir, file));
  const theme = componentNames(path.join(siteDir, 'src/theme')).filter((name) => WRAPPED.includes(name));
  return [...new Set([...theme.map((name) => `src/theme/${name}`), ...added])];
}

/** The listed names that a configuration uses, where it changes what is usual, and other settings of themes. */
function usedNames({clientModules, ...others}: DocusaurusConfig, allContent: AllContent): string[] {
  const scripts = clientModules.filter(isScript);
  const entries = [others.presets, others.plugins, others.themes]
    .flat()
    .map((entry) => [entry].flat())
    .filter(([, given]) => OWN_INSTANCES.includes((given as {id?: string} | undefined)?.id ?? 'default'));
  const plugins = [...Object.keys(allContent), ...entries.map(([name]) => String(name))].map(shortName);
  const options = entries.flatMap(([, given]) => [given, ...Object.values(given ?? {})]);
  const places = [{...others, ...(scripts.length > 0 && {clientModules: scripts})}, ...options];
  const usual: Readonly<Record<string, unknown>> = table.usual;
  const isChanged = (place: unknown, name: string) =>
    ![undefined, encode(usual[name])].includes(
      encode(name.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], place)),
    );
  const keys = Object.keys(others.themeConfig).map((key) => `themeConfig.${key}`);
  return [
    ...[...LISTED].filter((name) => plugins.includes(name) || places.some((place) => isChanged(place, name))),
    ...keys.filter((key) => !LISTED.has(key) && !(key in usual)),
  ];
}

function shortName(plugin: string): string {
  return plugin.replace(/^(@docusaurus\/|docusaurus-)/, '');
}

function encode(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'function' ? String(inner) : inner));
}

function isScript(file: string): boolean {
  return !/\.(s?css|less)$/.test(file);
}

/** What a plugin of the toolkit does in vain: hooks, components, and pages that cannot be shown as it expects. */
function ignoredParts(plugin: LoadedPlugin, {routes = [], baseUrl = '/'}: Partial<Props> = {}): Problem[] {
  const {name} = plugin;
  const {preBodyTags, postBodyTags} = plugin.injectHtmlTags?.({content: plugin.content}) ?? {};
  const isIdle: Readonly<Record<string, boolean>> = {
    getClientModules: !plugin.getClientModules?.().some(isScript),
    preBodyTags: preBodyTags === undefined,
    postBodyTags: postBodyTags === undefined,
  };
  const own = routes.filter((route) => route.plugin.name === name);
  return [
    ...Object.entries(table.hooks)
      .filter(([hook]) => !(isIdle[hook] ?? !(hook in plugin)))
      .map(([hook, fix]) => fault('hook', {name, hook, fix})),
    ...unusedComponents(plugin.getThemePath?.()).map((component) => fault('parts', {name, component})),
    ...own
      .filter((route) => !route.path.startsWith(baseUrl))
      .map((route) => fault('route', {name, address: route.path, baseUrl})),
    ...own
      .filter(({modules = {}}) => Object.values(modules).some((module) => !String(module).endsWith('.json')))
      .map((route) => fault('module', {name, address: route.path})),
  ];
}

/** The names of the components in the folder of a theme, `DocItem/Layout`, sorted. */
function componentNames(folder: string): string[] {
  const files = globSync('**/*.{tsx,ts,jsx,js}', {cwd: folder}).map((file) => file.split(path.sep).join('/'));
  return files.map((file) => file.replace(/(\/index)?\.\w+$/, '')).sort();
}

/** Components of Docusaurus' theme that a folder replaces or wraps, and no page shows. */
function unusedComponents(folder?: string): string[] {
  const shown = [...WRAPPED, ...table.docusaurusComponents];
  const isDocusaurus = (name: string) =>
    ['.js', '/index.js'].some((end) => existsSync(path.join(path.dirname(DOCUSAURUS_THEME), 'theme', name + end)));
  return (folder ? componentNames(folder) : []).filter((name) => !shown.includes(name) && isDocusaurus(name));
}

/** A problem of the table, with the names that its texts leave open. */
export function fault(
  kind: keyof typeof table.faults,
  names: Readonly<Record<string, string>> = {},
  file = 'docusaurus.config.ts',
): Problem {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  const {problem, fix, ...others} = {severity: 'warning', ...table.faults[kind]};
  const severity = others.severity as Problem['severity'];
  return {path: file, ruleId: 'no-invalid-configuration', severity, problem: fill(problem), fix: fill(fix)};
}
