import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type BuildOptions, build} from 'esbuild';
import {html, trusted} from '../../format/html.ts';
import type {EditorSetup} from '../../intake/editor/editor-setup.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {themeStyles} from '../../model/theme.ts';
import {BROWSERS} from '../render/bundle-client.ts';
import {type PageSettings, SETTINGS_ID} from './browser/page-settings.ts';

import type {DecapFiles} from './fetch-decap.ts';

/** Where the editor saves: to files through a server on this computer, or to GitHub. */
export type EditorHost =
  | {kind: 'local'; checks: string; proxy: string}
  | {kind: 'github'; branch: string; oauth: string; site: string};

/** The host of the editor on the site; `undefined` if the configuration does not switch it on. */
export function githubHost({editor, url, baseUrl}: ToolkitConfig): Extract<EditorHost, {kind: 'github'}> | undefined {
  return editor && {kind: 'github', ...editor, site: url + baseUrl};
}

/** The files of the editor, by their names in its folder. */
export type EditorFiles = Readonly<Record<'index.html' | 'editor.js' | 'editor.css' | 'preview.css', string>>;

/**
 * Builds the editor.
 *
 * @param decap the files of Decap CMS
 */
export async function buildEditor(
  decap: DecapFiles,
  config: ToolkitConfig,
  setup: EditorSetup,
  host: EditorHost,
): Promise<EditorFiles> {
  const browser = path.join(import.meta.dirname, 'browser');
  const [script, styles, preview] = await Promise.all([
    bundle({entryPoints: [path.join(browser, 'editor')], format: 'iife', alias: decap, plugins: [patch]}),
    bundle({entryPoints: [path.join(browser, 'editor.css')]}),
    bundle({entryPoints: [path.join(browser, 'preview.css')], plugins: [themeOf(config)]}),
  ]);
  return {
    'index.html': renderPage(config, setup, host),
    'editor.js': script,
    'editor.css': styles,
    'preview.css': preview,
  };
}

async function bundle(options: BuildOptions): Promise<string> {
  const {outputFiles = []} = await build({
    bundle: true,
    minify: true,
    target: BROWSERS,
    define: {'process.env.NODE_ENV': '"production"'},
    jsx: 'automatic',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    ...options,
  });
  return outputFiles.map(({text}) => text).join('');
}

/** Where Decap CMS offers unsaved changes back as soon as it has read them. */
const EARLY_OFFER = 'if(!e.localBackup&&this.props.localBackup&&(window.confirm(';

/** The same once the page is in the form: until then, the page would replace what was brought back. */
const LATER_OFFER =
  'if(this.props.localBackup&&this.props.entryDraft.get("key")&&!this.offered&&(this.offered=true,window.confirm(';

/** Corrects Decap CMS 3.16.3, which loses unsaved changes that it offers after a page was closed. */
const patch: NonNullable<BuildOptions['plugins']>[number] = {
  name: 'patch',
  setup({onLoad}) {
    onLoad({filter: /decap-cms-app\.js$/}, async ({path: file}) => {
      const code = await readFile(file, 'utf8');
      if (!code.includes(EARLY_OFFER)) throw new Error('this Decap CMS is not the one that the patch is for');
      return {contents: code.replace(EARLY_OFFER, LATER_OFFER), loader: 'js'};
    });
  },
};

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

/** The branch prefix, the commit and the pull request are Decap's own: https://decapcms.org/docs/editorial-workflows/ */
function decapConfig(toolkit: ToolkitConfig, {collections}: EditorSetup, host: EditorHost): PageSettings['config'] {
  const {title, repository} = toolkit;
  const backend =
    host.kind === 'local'
      ? {name: 'proxy', proxy_url: host.proxy, branch: 'main'}
      : {name: 'github', repo: repository, branch: host.branch, base_url: host.oauth, open_authoring: true};
  return {
    load_config_file: false,
    backend,
    ...(host.kind === 'github' && {publish_mode: 'editorial_workflow', site_url: host.site, display_url: host.site}),
    app_title: title,
    show_preview_links: host.kind === 'local',
    media_folder: 'static/img',
    public_folder: '/img',
    slug: {encoding: 'ascii', clean_accents: true},
    collections,
  } as PageSettings['config'];
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

function renderPage(toolkit: ToolkitConfig, setup: EditorSetup, host: EditorHost): string {
  const settings: PageSettings = {
    config: decapConfig(toolkit, setup, host),
    shapes: setup.shapes,
    styles: 'preview.css',
    ...(host.kind === 'local' && {checks: host.checks}),
  };
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${editorPolicy(host)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Edit: ${toolkit.title}</title>
<link rel="stylesheet" href="editor.css">
</head>
<body>
<noscript><p>The editor needs JavaScript. You can also propose a case study by form or email: see the page “Contribute” of the site.</p></noscript>
${host.kind === 'local' && html`<nav class="editor-bar" aria-label="Publishing"><a href="publish">Publish what waits</a> <button type="button" id="editor-state"></button></nav>`}
<script type="application/json" id="${SETTINGS_ID}">${trusted(data)}</script>
<script src="editor.js"></script>
</body>
</html>`.html
  }\n`;
}
