import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import {html} from '../../format/html.ts';
import {type EditorCollection, editorCollections} from '../../intake/editor/editor-collections.ts';
import type {Collection} from '../../model/schemas/collection-schema.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {themeStyles} from '../../model/theme.ts';
import {BROWSERS} from '../render/bundle-client.ts';
import {DECAP_FILES} from './fetch-decap.ts';

/** Where the editor saves: to files through a server on this computer, or to GitHub. */
export type EditorHost =
  | {kind: 'local'; checks: string; proxy: string; site: string}
  | {kind: 'github'; branch: string; oauth: string; site: string};

/** The host of the editor on the site; `undefined` if the configuration does not switch it on. */
export function githubHost({editor, url, baseUrl}: ToolkitConfig): Extract<EditorHost, {kind: 'github'}> | undefined {
  return editor && {kind: 'github', ...editor, site: url + baseUrl};
}

/** The files of the editor, by their names in its folder. */
export type EditorFiles = Readonly<Record<string, string>>;

/**
 * Builds the editor.
 *
 * @param decap the folder of Decap CMS
 */
export async function buildEditor(
  decap: string,
  toolkit: ToolkitConfig,
  collections: readonly Collection[],
  host: EditorHost,
): Promise<EditorFiles> {
  const browser = path.join(import.meta.dirname, 'browser');
  const [script, styles, preview, ...files] = await Promise.all([
    bundle({entryPoints: [path.join(browser, 'editor')], format: 'iife'}),
    bundle({entryPoints: [path.join(browser, 'editor.css')]}),
    bundle({entryPoints: [path.join(browser, 'preview.css')], plugins: [themeOf(toolkit)]}),
    ...DECAP_FILES.map((name) => readFile(path.join(decap, name), 'utf8')),
  ]);
  const forms = editorCollections(toolkit, collections);
  return {
    'index.html': renderPage(toolkit, forms, host),
    // JSON is YAML.
    'config.yml': JSON.stringify({...editorConfig(toolkit, host), collections: forms}),
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
    define: {'process.env.NODE_ENV': '"production"'},
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    ...options,
  });
  return outputFiles.map(({text}) => text).join('');
}

/** The colours and fonts of the toolkit, which the style sheet of the site imports. */
function themeOf({theme}: ToolkitConfig): NonNullable<BuildOptions['plugins']>[number] {
  return {
    name: 'theme',
    setup({onResolve, onLoad}) {
      onResolve({filter: /^@toolkit\/theme\.css$/}, ({path: file}) => ({path: file, namespace: 'theme'}));
      onLoad({filter: /.*/, namespace: 'theme'}, () => ({contents: themeStyles(theme), loader: 'css'}));
    },
  };
}

/** The configuration of the CMS: https://decapcms.org/docs/configuration-options/ */
function editorConfig(toolkit: ToolkitConfig, host: EditorHost): object {
  const backend =
    host.kind === 'local'
      ? {name: 'proxy', proxy_url: host.proxy, branch: 'main'}
      : {name: 'github', repo: toolkit.repository, branch: host.branch, base_url: host.oauth, open_authoring: true};
  return {
    backend,
    ...(host.kind === 'github' && {publish_mode: 'editorial_workflow'}),
    app_title: toolkit.title,
    site_url: host.site,
    display_url: host.site,
    show_preview_links: host.kind === 'local',
    media_folder: 'static/img',
    public_folder: '/img',
    slug: {encoding: 'ascii', clean_accents: true},
  };
}

/** Decap CMS styles its page from its script, and checks its configuration with compiled code. */
export function editorPolicy(host: EditorHost): string {
  const github = host.kind === 'github' ? ' https://api.github.com https://www.githubstatus.com' : '';
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${host.kind === 'github' ? ' https://*.githubusercontent.com' : ''}`,
    `connect-src 'self' blob:${github}`,
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function renderPage({title}: ToolkitConfig, forms: readonly EditorCollection[], host: EditorHost): string {
  const names = forms.map(({name}) => name).join(' ');
  const checks = host.kind === 'local' && html` data-checks="${host.checks}"`;
  return `<!DOCTYPE html>${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${editorPolicy(host)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Edit: ${title}</title>
<link rel="stylesheet" href="editor.css">
</head>
<body>
<noscript><p>The editor needs JavaScript. You can also propose a case study by form or email: see the page “Contribute” of the site.</p></noscript>
${
  host.kind === 'local' &&
  html`<aside class="editor-bar" aria-label="Publishing and problems">
<a href="publish">Publish what waits</a>
<div id="problems" role="status"></div>
</aside>`
}
<script src="decap-cms.js"></script>
<script src="editor.js" data-collections="${names}"${checks}></script>
</body>
</html>`.html
  }\n`;
}
