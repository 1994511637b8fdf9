import {globSync} from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin, SwizzleComponentConfig, SwizzleConfig} from '@docusaurus/types';
import {directiveCode, loadToolkit} from '../../fs/load-toolkit.ts';
import {cacheFolder, FileResultStore} from '../../fs/result-store.ts';
import {keepResultsIn} from '../../model/memo.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {exitOnErrors} from '../after-build/exit-on-errors.ts';
import {afterBuild} from '../after-build/index.ts';
import {OutputFolder} from '../after-build/output-folder.ts';
import {type SiteContent, siteContent} from '../data/site-data.ts';
import {siteFieldsOf} from '../data/site-fields.ts';
import {modelPages} from '../data/site-routes.ts';
import {bundleTheme, loadAssets, loadBundle} from '../render/bundle-theme.ts';
import {DevPages} from '../render/dev-server.ts';
import {SiteRenderer} from '../render/site-renderer.ts';
import {explainErrors, headProblems, loadSafeToolkit} from './content-gate.ts';

/** What no other plugin watches: Docusaurus reloads plugins at the same time, and would lose the routes of one. */
const WATCHED = ['blog/*/**/*.md', 'docs/**/*.json', 'ledgers/**/*.json', 'navigation.json'];

const THEME = path.join(import.meta.dirname, '..', 'theme');

/**
 * The engine as one Docusaurus plugin: it reads the toolkit, refuses one that breaks the model or could do harm, gives
 * the theme its data and the generated pages, renders every page, and finishes the built files.
 */
export async function toolkitPlugin(context: LoadContext): Promise<Plugin> {
  const {siteDir, baseUrl, siteConfig, outDir} = context;
  const {today} = siteFieldsOf(siteConfig);
  exitOnErrors(headProblems(siteConfig), 1);
  const results = new FileResultStore(siteDir, 'results');
  keepResultsIn(results);
  const isServed = process.env.NODE_ENV === 'development';
  // While somebody writes, a fault should not end the server: `check` finds it, and Markdown cannot run.
  let loaded: Toolkit | undefined = isServed ? undefined : await loadSafeToolkit(siteDir, today);
  let content: SiteContent;
  let newest = 0;
  const createRenderer = (site: Pick<ConstructorParameters<typeof SiteRenderer>[0], 'bundle' | 'code' | 'assets'>) =>
    new SiteRenderer({
      context,
      content,
      modelPages: modelPages(content),
      directiveCode: directiveCode(siteDir, content.toolkit.config),
      ...site,
    });
  const output = new OutputFolder(outDir, {siteDir, cacheDir: cacheFolder(siteDir), engine: results.engine});
  const devPages = new DevPages(context, {
    createRenderer: (theme, assets) => createRenderer({...theme, assets}),
    explainErrors: () => explainErrors(content.toolkit, today),
    files: () => content.toolkit.files,
  });
  if (isServed) reportReads(siteConfig, devPages);
  return {
    name: 'toolkit',
    // Runs after each change to a page, whichever plugin watches it.
    async allContentLoaded() {
      const own = ++newest;
      devPages.reloaded();
      const toolkit = loaded ?? (await loadToolkit(siteDir));
      // Another change came meanwhile, and what it reads is newer.
      if (own !== newest) return;
      loaded = undefined;
      content = siteContent(toolkit, today);
      if (isServed) devPages.changed();
      // Docusaurus empties the folder of the built files next.
      else output.begin();
    },
    getPathsToWatch: () => WATCHED.map((glob) => `${siteDir}/${glob}`),
    getThemePath: () => THEME,
    configureWebpack: (config, isServer) => ({
      ...(!isServer && bundleTheme(config, context)),
      ...(isServed && {devServer: devPages.options()}),
    }),
    async postBuild() {
      const {url} = siteConfig;
      const assets = await loadAssets(outDir, content.toolkit.config.feedback_relay !== undefined);
      const {pages, pictures} = createRenderer({...loadBundle(outDir), assets}).renderAll();
      await afterBuild({dir: outDir, siteDir, url, baseUrl, today, content, output, files: [...pages, ...pictures]});
      output.finish();
      results.save();
    },
  };
}

/** Lets the development server know what Docusaurus' own plugins read: they ask the configuration to parse each page. */
function reportReads({markdown}: LoadContext['siteConfig'], devPages: DevPages): void {
  const parse = markdown.parseFrontMatter;
  markdown.parseFrontMatter = (params) => {
    devPages.read(params.filePath, params.fileContent);
    return parse(params);
  };
}

/** Components can be wrapped, not ejected: a copy would not find the parts that it imports. */
toolkitPlugin.getSwizzleConfig = (): SwizzleConfig => {
  const names = globSync('**/index.{tsx,js}', {cwd: THEME}).map((file) => path.dirname(file).split(path.sep).join('/'));
  const actions: SwizzleComponentConfig['actions'] = {wrap: 'safe', eject: 'forbidden'};
  return {components: Object.fromEntries(names.sort().map((name) => [name, {actions}]))};
};
