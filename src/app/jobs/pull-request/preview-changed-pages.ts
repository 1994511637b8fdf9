import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import mime from 'mime';
import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {allPages} from '../../../content/toolkit.ts';
import {html, trusted} from '../../../format/html.ts';
import {count} from '../../../format/text.ts';
import type {Io} from '../../../io/cli/io.ts';
import {gitIn, mergeBase} from '../../../io/git/merge-base.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';

/** A preview is one file that browsers open whole. */
const MAX_PAGES = 30;

/** What the pages need: styles and pictures inside the file. Nothing is loaded, and no script runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** One HTML file with each page that differs from `ref`, as `build` has it; nothing if no page does. */
export async function previewChangedPages(ref: string, {cwd}: Pick<Io, 'cwd'>): Promise<string[]> {
  const git = gitIn(cwd);
  const base = await mergeBase(git, ref);
  const diff = await git('diff', '--relative', '--name-only', '--no-renames', '-z', base, '--', 'docs', 'handbook');
  const changed = new Set(diff.split('\0'));
  const toolkit = await loadToolkit(cwd);
  const pages = allPages(toolkit).flatMap(({document, data, address}) => {
    const file = path.join(cwd, 'build', address, 'index.html');
    return changed.has(document.path) && existsSync(file) ? [{title: data.title, address, file}] : [];
  });
  const shown = pages.slice(0, MAX_PAGES);
  if (shown.length === 0) return [];
  const rest = pages.length - shown.length;
  const frames = shown.map(({title, address, file}, index) => {
    const page = selfContained(readFileSync(file, 'utf8'), path.join(cwd, 'build'), toolkit.config);
    return html`
<h2 id="page-${index + 1}">${title}</h2>
<p>${absoluteUrl(toolkit.config, address)}</p>
<iframe title="${title}" sandbox="allow-popups" srcdoc="${page}"></iframe>`;
  });
  const preview = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview of the changed pages</title>
<style>
body { margin: 1rem; font-family: system-ui, sans-serif; }
iframe { width: 100%; height: 90vh; box-sizing: border-box; border: 2px solid; background: #fff; }
</style>
</head>
<body>
<h1>Preview of the changed pages</h1>
<p>These pages are not published. They come from a pull request, and show what its author wrote.</p>
<ol>${shown.map(({title}, index) => html`<li><a href="#page-${index + 1}">${title}</a></li>`)}</ol>
${rest > 0 && html`<p>Not shown here: ${count(rest, 'more page')}. The artefact "site" of the run has every page.</p>`}
${frames}
</body>
</html>`;
  return [preview.html];
}

/** A script, or a start tag of a built page, whose values are all in double quotes. */
const TAG_RE = /<script\b[\s\S]*?<\/script>|<(a|img|link|meta|source)\b((?: [\w:-]+(?:="[^"]*")?)*)\/?>/g;

/** A built page with its styles and pictures inside, without scripts, and with links to the live site. */
function selfContained(page: string, build: string, {url, baseUrl}: ToolkitConfig): string {
  const inside = (address: string) => fileInBuild(address, build, baseUrl);
  return page.replace(TAG_RE, (tag, name?: string, attributes = '') => {
    const target = / (?:href|src)="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const file = inside(target);
    if (name === 'link' && file !== undefined && attributes.includes(' rel="stylesheet"')) {
      const css = readFileSync(file, 'utf8').replace(/url\((["']?)(\/[^"')]+)\1\)/g, (all, _quote, address) => {
        const found = inside(address);
        return found === undefined ? all : `url(${dataUrl(found)})`;
      });
      return `<style>${css}</style>`;
    }
    if (name === 'meta') return attributes.includes(' http-equiv=') ? '' : tag;
    if (name === 'img')
      return file ? `<img${attributes.replace(/ (?:srcset|src)="[^"]*"/g, '')} src="${dataUrl(file)}">` : tag;
    if (name !== 'a') return '';
    if (target === '' || target.startsWith('#')) return tag;
    // A frame without permission to do so cannot leave the page; links to a heading stay inside.
    const rest = attributes.replace(/ (?:href|target|rel)="[^"]*"/g, '');
    return html`<a${trusted(rest)} href="${new URL(target, url).href}" target="_blank" rel="noopener">`.html;
  });
}

/** The built file at an address of the site; `undefined` for other addresses. */
function fileInBuild(address: string, build: string, baseUrl: string): string | undefined {
  if (!address.startsWith(baseUrl)) return undefined;
  const {pathname} = new URL(address.slice(baseUrl.length), 'https://site.example/');
  const file = path.join(build, decodeURIComponent(pathname));
  // An encoded slash could lead outside.
  const isInside = file.startsWith(build + path.sep);
  return isInside && statSync(file, {throwIfNoEntry: false})?.isFile() ? file : undefined;
}

function dataUrl(file: string): string {
  const type = mime.getType(file) ?? 'application/octet-stream';
  return `data:${type};base64,${readFileSync(file).toString('base64')}`;
}
