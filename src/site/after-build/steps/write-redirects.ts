import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {escapeMarkup, html} from '../../../format/html.ts';
import {fill} from '../../../language/fill.ts';
import {textIn} from '../../../language/text.ts';
import type {Problem} from '../../../model/problem.ts';
import {absoluteUrl, fileOfAddress, hrefOf, type SiteAddress} from '../../../model/routes/addresses.ts';
import {type Redirect, redirectsOf} from '../../../model/routes/redirects.ts';
import {figureRedirects} from '../../../outputs/figures/figures.ts';
import {bundleScript} from '../../render/bundle-client.ts';
import {PLAIN_POLICY} from '../../render/security-policy.ts';
import {BuildProblemsError, type BuiltSite} from '../built-site.ts';

/** The script of all redirect pages; its name never changes, because browsers cache the pages that load it. */
const SCRIPT = 'redirect.js';

const SCRIPT_SOURCE = path.join(import.meta.dirname, '../../client/redirect');

/**
 * Writes a small page at every former address, and the permanent redirects in the formats of some hosts, because
 * browsers cache those.
 *
 * @throws {BuildProblemsError} where an address is taken, because nothing is overwritten.
 */
export async function writeRedirects(site: BuiltSite): Promise<void> {
  const redirects = [...redirectsOf(site.toolkit), ...figureRedirects(site.toolkit)];
  const {url, baseUrl, toolkit} = site;
  const problems: Problem[] = [];
  for (const redirect of redirects) {
    const file = fileOfAddress(redirect.from);
    const page = renderRedirectPage({url, baseUrl, language: toolkit.config.language, script: SCRIPT}, redirect);
    if (!(await writeNew(site.dir, file, page))) problems.push(refused(redirect, file));
  }
  if (problems.length > 0) throw new BuildProblemsError(problems);
  await writeFile(path.join(site.dir, SCRIPT), await bundleScript(SCRIPT_SOURCE));
  const lasting = redirects.filter(({isForNow}) => !isForNow);
  for (const [name, render] of Object.entries(HOST_FILES)) {
    await writeFile(path.join(site.dir, name), render(site, lasting));
  }
}

/** Writes a new file; returns false where one exists. */
async function writeNew(dir: string, file: string, content: string): Promise<boolean> {
  const target = path.join(dir, file);
  await mkdir(path.dirname(target), {recursive: true});
  try {
    await writeFile(target, content, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refused({from, to, source, place}: Redirect, file: string): Problem {
  return {
    path: source,
    place,
    severity: 'error',
    ruleId: 'no-conflicting-address',
    problem: `redirect from \`${from}\` to \`${to}\` conflicts with \`${file}\`, expected a free address of this site`,
    fix: `Remove \`${from}\` from \`redirect_from\`, or move the page at that address.`,
  };
}

/** Redirects in the formats of hosts; all three keep query and fragment. */
const HOST_FILES: Readonly<Record<string, (site: SiteAddress, redirects: readonly Redirect[]) => string>> = {
  _redirects: renderNetlify,
  'redirects.nginx.conf': renderNginx,
  'redirects.caddy': renderCaddy,
};

/**
 * A small page that redirects readers. The script keeps query and fragment; without scripts the browser redirects by
 * itself, and there is also a link.
 */
function renderRedirectPage(site: SiteAddress & {language: string; script: string}, {to, title}: Redirect): string {
  const href = escapeMarkup(hrefOf(site, to));
  const {moved: t} = textIn(site.language);
  const goTo = html`${fill(t.goTo, {a: () => html`<a href="${hrefOf(site, to)}">${title}</a>`})}`.html;
  return `<!DOCTYPE html><html lang="${escapeMarkup(site.language)}"><head><meta charset="UTF-8">\
<meta http-equiv="Content-Security-Policy" content="${PLAIN_POLICY}">\
<title>${t.title}</title>\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<script src="${escapeMarkup(hrefOf(site, `/${site.script}`))}" data-to="${href}"></script>\
<noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript>\
<link rel="canonical" href="${escapeMarkup(absoluteUrl(site, to))}">\
</head><body><main><h1>${t.title}</h1>\
<p>${goTo}</p></main></body></html>
`;
}

/** https://docs.netlify.com/routing/redirects/; with `!` the rule has priority over an existing page. */
function renderNetlify(site: SiteAddress, redirects: readonly Redirect[]): string {
  return redirects.map(({from, to}) => `${hrefOf(site, from)} ${hrefOf(site, to)} 301!\n`).join('');
}

/** A map from old addresses to new ones: https://nginx.org/en/docs/http/ngx_http_map_module.html */
function renderNginx(site: SiteAddress, redirects: readonly Redirect[]): string {
  const rows = redirects.flatMap(({from, to}) =>
    bothForms(decodedPath(site, from)).map((path) => `  ${quote(path)} ${quote(hrefOf(site, to))};\n`),
  );
  return `# Moved pages. Include this file in the \`http\` block, and write in the \`server\` block:
#   absolute_redirect off;
#   if ($moved_to) { return 308 $moved_to$is_args$args; }
map $uri $moved_to {
  default "";
${rows.join('')}}
`;
}

/** A snippet for a site block: https://caddyserver.com/docs/caddyfile/directives/map */
function renderCaddy(site: SiteAddress, redirects: readonly Redirect[]): string {
  const rows = redirects.flatMap(({from, to}) =>
    bothForms(decodedPath(site, from)).map((path) => `  ${quote(path)} ${quote(hrefOf(site, to))}\n`),
  );
  return `# Moved pages. Write in the block of the site, before \`file_server\`: import redirects.caddy
map {path} {moved_to} {
${rows.join('')}  default ""
}
@moved expression \`{moved_to} != "" && {query} == ""\`
@moved_query expression \`{moved_to} != "" && {query} != ""\`
redir @moved {moved_to} 308
redir @moved_query {moved_to}?{query} 308
`;
}

/** An address with and without its last slash, so that a host does not redirect twice to add the slash. */
function bothForms(path: string): string[] {
  return [path, path.replace(/\/$/, '')];
}

function decodedPath({baseUrl}: SiteAddress, address: string): string {
  return baseUrl + address.slice(1);
}

/** Front matter allows no control characters in an address. */
function quote(text: string): string {
  return `"${text.replace(/["\\$]/g, (character) => (character === '$' ? character : `\\${character}`))}"`;
}
