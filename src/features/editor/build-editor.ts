import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import {EDITOR} from '../../content/addresses/editor-links.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {themeStyles} from '../../content/theme.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {html} from '../../format/html.ts';
import {BuildProblemsError, type BuiltSite} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {BROWSERS} from '../../site/render/bundle-client.ts';
import type {HeaderRule} from '../../site/render/security-policy.ts';
import {DECAP_FILES, decapFolder} from './fetch-decap.ts';
import {editorForms} from './forms/editor-forms.ts';

/** Where the editor of `npm run edit` sends what it wants to read and write. */
export const PROXY = `${EDITOR}files`;

/** The colours and fonts of the toolkit, as the style sheet of the site imports them. */
const THEME = '@toolkit/theme.css';

/**
 * Builds the editor.
 *
 * @param decap the folder of Decap CMS
 * @param local the address of the site on this computer, for an editor that saves files here; others save on GitHub
 * @returns its files, by their names in its folder
 */
export async function buildEditor(
  decap: string,
  {config: toolkit, extensions: {collections}, documents}: Pick<Toolkit, 'config' | 'extensions' | 'documents'>,
  local?: string,
): Promise<Readonly<Record<string, string>>> {
  const browser = path.join(import.meta.dirname, 'browser');
  const [script, styles, preview, ...files] = await Promise.all([
    bundle({
      entryPoints: [path.join(browser, 'editor')],
      alias: {satteri: path.join(browser, 'markdown-to-mdast')},
      format: 'iife',
    }),
    bundle({entryPoints: [path.join(browser, 'editor.css')]}),
    // The theme takes the place of the import, which has no effect after it.
    bundle({
      entryPoints: [path.join(import.meta.dirname, '../../site/css/site.css')],
      external: [THEME],
      banner: {css: themeStyles(toolkit)},
    }),
    ...DECAP_FILES.map((name) => readFile(path.join(decap, name), 'utf8')),
  ]);
  const paths = documents.map(({document}) => document.path);
  const forms = editorForms(toolkit, collections, paths).map((form) => ({
    ...form,
    // A page of the site is withdrawn instead: its address stays. The server on this computer knows which ones are.
    delete: local !== undefined,
    // A pull request is accepted on GitHub, where its checks are.
    publish: false,
  }));
  return {
    'index.html': renderPage(toolkit, forms.map(({name}) => name).join(' '), local !== undefined),
    // JSON is YAML.
    'config.yml': JSON.stringify({...editorConfig(toolkit, local), collections: forms}),
    'manual-init.js': 'window.CMS_MANUAL_INIT = true;\n',
    'editor.js': script,
    'editor.css': styles,
    'preview.css': preview,
    ...Object.fromEntries(DECAP_FILES.map((name, index) => [name, files[index] ?? ''])),
  };
}

async function bundle(options: BuildOptions): Promise<string> {
  const {outputFiles = []} = await build({
    bundle: true,
    minify: true,
    target: BROWSERS,
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    ...options,
  });
  return outputFiles.map(({text}) => text).join('');
}

/** The configuration of the CMS: https://decapcms.org/docs/configuration-options/ */
function editorConfig({editor, repository, title, url, baseUrl}: ToolkitConfig, local?: string): object {
  const {branch, oauth} = editor ?? {};
  const github = {name: 'github', repo: repository, branch, base_url: oauth, open_authoring: true};
  const site = local ?? url + baseUrl;
  return {
    ...(local === undefined
      ? {backend: github, publish_mode: 'editorial_workflow'}
      : {backend: {name: 'proxy', proxy_url: PROXY, branch: 'main'}}),
    app_title: title,
    site_url: site,
    display_url: site,
    show_preview_links: local !== undefined,
    media_folder: 'static/img',
    public_folder: '/img',
    slug: {encoding: 'ascii', clean_accents: true},
  };
}

/** Decap CMS styles its page from its script, and checks its configuration with compiled code. */
export function editorPolicy(isLocal = false): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${isLocal ? '' : ' https://*.githubusercontent.com'}`,
    `connect-src 'self' blob:${isLocal ? '' : ' https://api.github.com https://www.githubstatus.com'}`,
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The headers of the editor of the site; the window in which somebody logs in answers it. */
export function editorHeaders({editor}: ToolkitConfig): HeaderRule[] {
  if (!editor) return [];
  const headers = {
    'Content-Security-Policy': `${editorPolicy()}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  };
  return [{below: EDITOR, headers}];
}

function renderPage({title}: ToolkitConfig, names: string, isLocal: boolean): string {
  return `<!DOCTYPE html>${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${editorPolicy(isLocal)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Edit: ${title}</title>
<link rel="stylesheet" href="editor.css">
</head>
<body>
<noscript><p>The editor needs JavaScript. You can also propose a case study by form or email: see the page “Contribute” of the site.</p></noscript>
<section aria-labelledby="title"><h1 id="title">Edit: ${title}</h1><div id="problems" role="status"></div></section>
<script src="manual-init.js"></script>
<script src="decap-cms.js"></script>
<script src="editor.js" data-collections="${names}"${isLocal && html` data-local`}></script>
</body>
</html>`.html
  }\n`;
}

/** The browser editor, if the configuration switches it on. Search and site map leave it out: it is no page. */
export async function editorFiles({toolkit, siteDir}: BuiltSite): Promise<SiteFile[]> {
  if (!toolkit.config.editor) return [];
  const decap = decapFolder(siteDir);
  if (!existsSync(decap)) {
    throw new BuildProblemsError([
      {
        path: 'toolkit.config.ts',
        ruleId: 'no-invalid-configuration',
        severity: 'error',
        problem:
          '`editor` is set, and Decap CMS was not fetched yet, expected its files: a build fetches nothing itself',
        fix: 'Run `npm run edit -- --fetch` before the build.',
      },
    ]);
  }
  const files = await buildEditor(decap, toolkit);
  return Object.entries(files).map(([name, text]) => [EDITOR.slice(1) + name, text]);
}
