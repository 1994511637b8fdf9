import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Options as DocsOptions} from '@docusaurus/plugin-content-docs';
import type {Options as PresetOptions} from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {changeLink} from './content/addresses/editor-links.ts';
import {ENTRIES_PER_PAGE} from './content/lists/list-pages.ts';
import {MANUAL_COPY, MANUAL_FOLDER} from './content/pages/generated-pages.ts';
import {hasPlaceInMenu, pageIdOf} from './content/pages/page-id.ts';
import {completeSidebars, type Sidebars} from './content/pages/sidebar.ts';
import type {ToolkitConfig} from './content/schemas/toolkit-schema.ts';
import {InvalidConfigurationError, loadConfig} from './io/load-toolkit.ts';
import {PACKAGE_ROOT} from './io/package-root.ts';
import {copyManual} from './io/read-manual.ts';
import {readDocument} from './io/yaml/document.ts';
import {configurationProblems} from './rules/front-matter/explain-issues.ts';
import {exitOnErrors} from './site/after-build/exit-on-errors.ts';
import type {SiteFields} from './site/data/site-fields.ts';
import {toolkitPlugin} from './site/plugin/index.ts';

/** The picture that networks show beside a link, in `static/`; a toolkit may go without. */
const SOCIAL_CARD = 'social-card.png';

/** The icon of the site, in `static/`; a toolkit may go without. */
const ICON = 'favicon.svg';
/** The folder of pages in code or Markdown that a publisher has beside the toolkit. */
const PAGES = 'src/pages';
/** The folder of pages about the toolkit; a toolkit may go without. */
const HANDBOOK = 'handbook';

/** What both sets of pages and the manual have in common. */
const sharedBy = (toolkit: ToolkitConfig) =>
  ({
    include: ['**/*.md'],
    editUrl: ({versionDocsDirPath, docPath}) => changeLink(toolkit, `${versionDocsDirPath}/${docPath}`),
    editCurrentVersion: true,
    admonitions: false,
    breadcrumbs: true,
    numberPrefixParser: false,
    showLastUpdateTime: false,
  }) satisfies Partial<DocsOptions>;

/** What follows from `toolkit.config.ts` in the given folder: title, address, language, colours and how pages are read. */
export function toolkitSite(siteDir: string): Config {
  const toolkit = loadUsableConfig(siteDir);
  // A toolkit has no list of browsers of its own: without one, its styles would be rewritten for very old ones.
  process.env.BROWSERSLIST ??= browsers();
  const today = process.env.TOOLKIT_TODAY ?? new Date().toISOString().slice(0, 10);
  return {
    title: toolkit.title,
    tagline: toolkit.strapline,
    url: toolkit.url,
    baseUrl: toolkit.baseUrl,
    baseUrlIssueBanner: false,
    trailingSlash: true,
    ...(existsSync(path.join(siteDir, 'static', ICON)) && {favicon: ICON}),
    i18n: {
      defaultLocale: toolkit.language,
      locales: [toolkit.language],
      // A page in this folder would replace a live page or an edition, unseen by every check: no branch can add one here.
      path: path.join(PACKAGE_ROOT, 'no-translations'),
      localeConfigs: {[toolkit.language]: {translate: false}},
    },
    // Our own check reads the built files and is the one judge of links.
    onBrokenLinks: 'ignore',
    onBrokenAnchors: 'ignore',
    onDuplicateRoutes: 'throw',
    markdown: {
      // No content file can be MDX, which is code, whatever it is called.
      format: 'md',
      emoji: false,
      // One parser of front matter, ours: Docusaurus' own turns `slug: 2026-11-24` into a moment in time.
      parseFrontMatter: async ({filePath, fileContent}) => {
        const {document} = readDocument(filePath, fileContent);
        const {mdx: _, ...frontMatter} = document.frontMatter ?? {};
        return {frontMatter, content: document.body};
      },
      hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'},
    },
    future: {
      v4: {
        siteStorageNamespacing: true,
        fasterByDefault: true,
        mdx1CompatDisabledByDefault: true,
        // Each page would load the names of layers that the style sheet does not have.
        useCssCascadeLayers: false,
      },
      // Docusaurus writes no pages with this router. The plugin does, in this process, which holds the content in memory.
      experimental_router: process.env.NODE_ENV === 'production' ? 'hash' : 'browser',
      faster: {
        swcJsLoader: true,
        swcJsMinimizer: true,
        lightningCssMinimizer: true,
        rspackBundler: true,
        rspackPersistentCache: true,
        mdxCrossCompilerCache: false,
        gitEagerVcs: false,
        ssgWorkerThreads: false,
      },
      experimental_vcs: 'disabled',
    },
    customFields: {toolkit, today} satisfies SiteFields,
    themeConfig: {
      colorMode: {respectPrefersColorScheme: true},
      ...(existsSync(path.join(siteDir, 'static', SOCIAL_CARD)) && {image: SOCIAL_CARD}),
    },
  };
}

/** Options of the preset, as Docusaurus has them: https://docusaurus.io/docs/using-plugins#docusauruspreset-classic */
interface PresetAdditions extends Omit<PresetOptions, 'docs' | 'blog' | 'pages'> {
  docs?: Partial<DocsOptions>;
  blog?: object;
  pages?: object;
}

/** The classic preset with pages at `pages_at`, updates at `/updates/` and the theme of the engine. */
export function toolkitPreset(
  siteDir: string,
  {docs, blog, pages, theme, ...others}: PresetAdditions = {},
): ['classic', PresetOptions] {
  const toolkit = loadUsableConfig(siteDir);
  return [
    'classic',
    {
      docs: {
        ...sharedBy(toolkit),
        path: 'docs',
        routeBasePath: toolkit.pages_at,
        sidebarPath: toolkit.sidebars ? path.join(siteDir, 'sidebars.ts') : false,
        lastVersion: 'current',
        versions: {current: {label: 'Live', path: ''}},
        ...docs,
      },
      blog: {
        path: 'blog',
        include: ['*.md'],
        routeBasePath: 'updates',
        archiveBasePath: null,
        feedOptions: {type: null},
        blogSidebarCount: 0,
        postsPerPage: ENTRIES_PER_PAGE,
        onUntruncatedBlogPosts: 'ignore',
        showReadingTime: false,
        ...blog,
      },
      pages: {
        path: path.join(import.meta.dirname, 'site', 'pages'),
        include: ['**/*.{tsx,js}'],
        ...(toolkit.pages_at === '/' && existsSync(path.join(siteDir, 'docs/index.md')) && {exclude: ['index.*']}),
        ...pages,
      },
      sitemap: false,
      theme: {customCss: [path.join(import.meta.dirname, 'site', 'css', 'site.css'), theme?.customCss ?? []].flat()},
      ...others,
    },
  ];
}

/** The menu of `navigation.json` with every page, for `sidebars.ts`, which Docusaurus reads again after each change. */
export function toolkitSidebars(siteDir: string): Sidebars {
  // A server with open pages should not end because of a menu that is being written.
  const {sidebars = {}, collections} = loadConfig(siteDir);
  const files = globSync('docs/**/*.md', {cwd: siteDir, exclude: (name) => name.startsWith('_')});
  const pageIds = files.map((file) => pageIdOf(file.replaceAll(path.sep, '/')));
  return completeSidebars(sidebars, pageIds, (id) => hasPlaceInMenu(id, collections));
}

/** The engine, the pages of `handbook/`, those of the manual if the toolkit has it, and those of `src/pages`. */
export function toolkitPlugins(siteDir: string): NonNullable<Config['plugins']> {
  const toolkit = loadUsableConfig(siteDir);
  copyManual(siteDir, toolkit);
  const shared = {...sharedBy(toolkit), routeBasePath: '/', sidebarPath: false};
  return [
    toolkitPlugin,
    // Docusaurus refuses a folder without pages.
    hasPages(path.join(siteDir, HANDBOOK)) && [
      '@docusaurus/plugin-content-docs',
      {...shared, id: HANDBOOK, path: HANDBOOK},
    ],
    toolkit.manual && [
      '@docusaurus/plugin-content-docs',
      {...shared, id: MANUAL_FOLDER, path: MANUAL_COPY, editUrl: undefined},
    ],
    existsSync(path.join(siteDir, PAGES)) && [
      '@docusaurus/plugin-content-pages',
      {id: 'own', path: PAGES, include: ['**/*.{md,js,jsx,tsx}']},
    ],
  ];
}

/** All of the above, for a toolkit that adds nothing of its own. */
export function createSiteConfig(siteDir: string): Config {
  return {
    ...toolkitSite(siteDir),
    presets: [toolkitPreset(siteDir)],
    plugins: toolkitPlugins(siteDir),
  };
}

/** The browsers that the styles and scripts are made for. */
function browsers(): string {
  const manifest = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    browserslist: string[];
  };
  return manifest.browserslist.join(', ');
}

function hasPages(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, {recursive: true}).some((file) => String(file).endsWith('.md'));
}

function loadUsableConfig(siteDir: string): ToolkitConfig {
  try {
    return loadConfig(siteDir);
  } catch (error) {
    if (error instanceof InvalidConfigurationError) exitOnErrors(configurationProblems(error), 1);
    throw error;
  }
}
