import type {AllContent, LoadContext, Plugin, SwizzleConfig} from '@docusaurus/types';
import {hrefOf} from '../../content/addresses/addresses.ts';
import {addressOfSource} from '../../content/addresses/source-files.ts';
import {CUSTOM_CSS} from '../../content/files/downloads.ts';
import {keepResultsIn} from '../../content/memo.ts';
import type {Problem} from '../../content/problem.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {fontFiles} from '../../content/theme.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import {directiveCode, loadToolkit} from '../../io/load-toolkit.ts';
import {readRootFile} from '../../io/read-files.ts';
import {FileResultStore} from '../../io/result-store.ts';
import {checkFile} from '../../io/run-toolkit.ts';
import {renderText} from '../../rules/report/render-text.ts';
import {exitOnErrors} from '../after-build/exit-on-errors.ts';
import {afterBuild} from '../after-build/index.ts';
import {OutputFolder} from '../after-build/output-folder.ts';
import {type SiteContent, siteContent} from '../data/site-data.ts';
import {siteFieldsOf} from '../data/site-fields.ts';
import {modelPages} from '../data/site-routes.ts';
import {featuresOf, scriptsOf} from '../feature-hooks.ts';
import {bundleTheme, loadAssets, loadBundle} from '../render/bundle-theme.ts';
import {DevPages} from '../render/dev-server.ts';
import {markdownPluginsOf} from '../render/markdown-plugins.ts';
import {SiteRenderer} from '../render/site-renderer.ts';
import {explainErrors, loadSafeToolkit, withMarkdown} from './content-gate.ts';
import {readHeadTags} from './head-tags.ts';
import {
  fault,
  ignoredFeatures,
  missingInMenu,
  NOT_WRAPPED,
  THEME,
  unsupportedFeatures,
  WRAPPED,
} from './ignored-features.ts';

/** What is read once, when Docusaurus starts. */
const SETTINGS = [CONFIG_FILE, NAVIGATION_FILE];

/** What no other plugin watches: Docusaurus reloads plugins at the same time, and would lose the routes of one. */
const WATCHED = ['blog/*/**/*.md', 'blog/_published/*.json', 'docs/**/*.json', 'ledgers/**/*.json', ...SETTINGS];

/**
 * The engine as one Docusaurus plugin: it reads the toolkit, refuses one that breaks the model or could do harm, gives
 * the theme its data and the generated pages, renders every page, and finishes the built files.
 */
export async function toolkitPlugin(context: LoadContext): Promise<Plugin> {
  const {siteDir, baseUrl, siteConfig, outDir} = context;
  const isEject = process.argv.some((word) => word === '--eject' || word === '-e');
  if (isEject) exitOnErrors([fault('eject', {}, 'src/theme')], 1);
  const {today} = siteFieldsOf(siteConfig);
  const results = new FileResultStore(siteDir, 'results');
  keepResultsIn(results);
  const markdown = markdownPluginsOf(siteConfig);
  const isStaging = process.env.TOOLKIT_STAGING === '1';
  const isServed = process.env.NODE_ENV === 'development';
  let loaded: Toolkit | undefined = isServed
    ? withMarkdown(await loadToolkit(siteDir), markdown)
    : await loadSafeToolkit(siteDir, today, markdown);
  let content: SiteContent;
  let previous: Toolkit | undefined;
  let allContent: AllContent = {};
  let newest = 0;
  const createRenderer = (site: Pick<ConstructorParameters<typeof SiteRenderer>[0], 'bundle' | 'code' | 'assets'>) =>
    new SiteRenderer({
      context,
      content,
      allContent,
      isStaging,
      modelPages: modelPages(content),
      directiveCode: directiveCode(siteDir, content.toolkit.config),
      ...site,
      assets: {
        ...site.assets,
        fonts: fontFiles(content.toolkit.config.theme),
        ...(content.toolkit.files.some(({path}) => path === CUSTOM_CSS) && {hasOwnStyles: true}),
      },
    });
  const settings = new Map(SETTINGS.map((file) => [file, readRootFile(siteDir, file).bytes?.toString()]));
  const output = new OutputFolder(outDir, siteDir);
  const devPages = new DevPages(context, {
    createRenderer: (theme, assets) => createRenderer({...theme, assets}),
    explainErrors: () => explainErrors(content.toolkit, today),
    files: () => content.toolkit.files,
    scripts: () => scriptsOf(content.toolkit),
    problemsAt: (pathname, signal) => {
      const page = content.toolkit.documents.find(
        ({kind, document, isManual}) =>
          (kind === 'page' || kind === 'case-study') &&
          !isManual &&
          hrefOf(siteConfig, addressOfSource(content.toolkit.config, document.path)) === pathname,
      );
      return page && checkFile(siteDir, page.document.path, signal);
    },
  });
  if (isServed) reportReads(siteConfig, devPages);
  return {
    name: 'toolkit',
    // Runs after each change to a page, whichever plugin watches it.
    async allContentLoaded({allContent: all}) {
      const own = ++newest;
      if (isServed) devPages.reloaded();
      for (const [file, previous] of isServed ? settings : []) {
        const text = readRootFile(siteDir, file).bytes?.toString();
        settings.set(file, text);
        if (text !== previous)
          process.stdout.write(`${file} has changed: stop \`npm start\` and start it again to see that.\n`);
      }
      allContent = all;
      const unsupported = unsupportedFeatures({...context, allContent});
      // Later, a server with open pages should not end because of a sidebar that is being written.
      if (own === 1) exitOnErrors(unsupported, 1);
      if (isServed && own === 1) report(ignoredFeatures({...context, allContent}));
      const toolkit = loaded ?? withMarkdown(await loadToolkit(siteDir), markdown);
      if (own === 1) exitOnErrors(missingInMenu(toolkit, all), 1);
      // Another change came meanwhile, and what it reads is newer.
      if (own !== newest) return;
      loaded = undefined;
      const isSame = previous !== undefined && haveSameBytes(previous, toolkit);
      previous = toolkit;
      content = siteContent(toolkit, today);
      // Docusaurus empties the folder of the built files next.
      if (!isServed) output.begin();
      else if (!isSame) devPages.changed();
    },
    getPathsToWatch: () => WATCHED.map((glob) => `${siteDir}/${glob}`),
    getThemePath: () => THEME,
    // Lightning CSS writes what browsers need. PostCSS would run a configuration that it finds beside a style sheet or above.
    configurePostCss({plugins, ...options}) {
      return {...options, config: false, plugins: plugins.filter((name) => !/postcss-preset-env/.test(String(name)))};
    },
    configureWebpack: (config, isServer) => ({
      ...(!isServer && bundleTheme(config, context, featuresOf(content.toolkit))),
      ...(isServed && {devServer: devPages.options()}),
    }),
    async postBuild(built) {
      const ignored = ignoredFeatures({...context, allContent}, built);
      const head = readHeadTags(built.headTags);
      exitOnErrors([...ignored, ...head.problems], 1);
      report(ignored);
      const {url} = siteConfig;
      const assets = {...(await loadAssets(outDir, scriptsOf(content.toolkit))), head};
      const renderer = createRenderer({...loadBundle(outDir), assets});
      const lost = built.routesPaths.find((route) => !renderer.has(route) && !route.endsWith('/404.html'));
      if (lost !== undefined) throw new Error(`the route ${lost} of Docusaurus was not read`);
      await afterBuild({
        dir: outDir,
        siteDir,
        url,
        baseUrl,
        today,
        isStaging,
        content,
        output,
        ...renderer.renderAll(),
        scriptOrigins: head.origins,
      });
      output.finish();
      results.save();
      const {notes} = content.toolkit;
      if (notes.length > 0 && !isStaging) {
        const waiting = `${count(notes.length, 'change note')} not published yet`;
        process.stdout.write(
          `This site is a preview, with ${waiting}, and each page says so: publish before you put it on the web.\n`,
        );
      }
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

function haveSameBytes({files: before}: Toolkit, {files: after}: Toolkit): boolean {
  const bytes = new Map(before.map((file) => [file.path, file.bytes]));
  return (
    before.length === after.length &&
    after.every((file) => Buffer.compare(file.bytes, bytes.get(file.path) ?? new Uint8Array()) === 0)
  );
}

/** Names all that has no effect in one report, and goes on. */
function report(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stdout.write(`${renderText(problems)}\n`);
}

/** Components can be wrapped, not ejected: a copy would not find the parts that it imports. */
toolkitPlugin.getSwizzleConfig = (): SwizzleConfig => {
  const withActions = (names: readonly string[], wrap: 'safe' | 'forbidden') =>
    names.map((name) => [name, {actions: {wrap, eject: 'forbidden'}}] as const);
  return {components: Object.fromEntries([...withActions(WRAPPED, 'safe'), ...withActions(NOT_WRAPPED, 'forbidden')])};
};
