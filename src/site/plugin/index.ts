import {createRequire} from 'node:module';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {loadToolkit} from '../../fs/load-toolkit.ts';
import type {Toolkit} from '../../model/toolkit.ts';
import {afterBuild} from '../after-build/index.ts';
import {generatedRoutes, type SiteContent, siteContent} from '../data/site-data.ts';
import {siteFieldsOf} from '../data/site-fields.ts';
import {loadSafeToolkit} from './content-gate.ts';

const WATCHED = [
  'blog/**/*.md',
  'docs/**/*.{json,md}',
  'handbook/**/*.md',
  'ledgers/**/*.json',
  'navigation.json',
  'versioned_docs/**/*.md',
];

/** Where the script of the pages stores the reader's choice of colours. */
const COLOUR_MODE_KEY = 'colour-mode';

/**
 * Runs before the first paint, so that a dark page never flashes white; reading storage throws where it is forbidden.
 */
const COLOUR_MODE_SCRIPT = `try{var m=localStorage.getItem('${COLOUR_MODE_KEY}');if(m==='light'||m==='dark')document.documentElement.dataset.theme=m}catch(e){}`;

/**
 * The engine as one Docusaurus plugin: it reads the toolkit, refuses one that breaks the model or could do harm, gives
 * the theme its data and the generated pages, and finishes the built files.
 */
export async function toolkitPlugin({siteDir, baseUrl, siteConfig}: LoadContext): Promise<Plugin> {
  const {today} = siteFieldsOf(siteConfig);
  let loaded: Toolkit | undefined = await loadSafeToolkit(siteDir, today);
  let content: SiteContent;
  return {
    name: 'toolkit',
    async loadContent() {
      const toolkit = loaded ?? (await loadToolkit(siteDir));
      // The development server loads it again after each change.
      loaded = undefined;
      content = siteContent(toolkit, today);
    },
    async contentLoaded({actions}) {
      actions.setGlobalData(content.shared);
      for (const {address, component, props} of generatedRoutes(content)) {
        actions.addRoute({path: baseUrl + address.slice(1), component: `@theme/${component}`, exact: true, props});
      }
    },
    getPathsToWatch: () => WATCHED.map((glob) => `${siteDir}/${glob}`),
    getThemePath: () => path.join(import.meta.dirname, '..', 'theme'),
    injectHtmlTags: () => ({
      headTags: [{tagName: 'script', attributes: {'data-site': true}, innerHTML: COLOUR_MODE_SCRIPT}],
    }),
    configureWebpack: () => ({resolve: {alias: withoutThemeStyles()}}),
    async postBuild({outDir}) {
      const {url} = siteConfig;
      await afterBuild({dir: outDir, siteDir, url, baseUrl, today, content});
    },
  };
}

/**
 * Removes the preset's style framework and progress bar: `src/site/css` has every style of the site, and overriding 15
 * KB of rules would make each reader load them.
 */
function withoutThemeStyles(): Record<string, false> {
  const fromTheme = createRequire(createRequire(import.meta.url).resolve('@docusaurus/theme-classic'));
  return {
    [fromTheme.resolve('infima/dist/css/default/default.css')]: false,
    [fromTheme.resolve('./nprogress.js')]: false,
  };
}
