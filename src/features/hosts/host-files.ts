import {readFileSync} from 'node:fs';
import path from 'node:path';
import mime from 'mime';
import {hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {type Redirect, redirectsOf} from '../../content/addresses/redirects.ts';
import {downloadType} from '../../content/files/downloads.ts';
import {HOST_FILE_NAMES} from '../../io/cli/site-server.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import {featuresOf, type SiteFile} from '../../site/feature-hooks.ts';
import {COLOUR_MODE_SCRIPT} from '../../site/render/page-template.ts';
import {type HeaderRule, headerRules} from '../../site/render/security-policy.ts';

interface Hosting extends SiteAddress {
  /** The permanent redirects: browsers cache those that a host sends. */
  redirects: readonly Redirect[];
  /** The media type of each file name extension among the built files. */
  types: ReadonlyMap<string, string>;
  rules: readonly [HeaderRule, ...HeaderRule[]];
}

/** The settings for hosts, in the folder that they serve. */
const HOST_FILES: Readonly<Record<string, (hosting: Hosting) => string>> = {
  _headers: renderHeaders,
  _redirects: renderRedirects,
  'nginx.conf': renderNginx,
};

/** Browsers ask whether a page has changed before they show it again. */
const ASK_FIRST = {'Cache-Control': 'no-cache'};

/** The settings for Netlify, Cloudflare and nginx. */
export async function hostFiles(site: BuiltSite): Promise<SiteFile[]> {
  const {url, baseUrl, toolkit, output} = site;
  const redirects = redirectsOf(toolkit).filter(({isForNow}) => !isForNow);
  const types = mediaTypes([...output.list(), 'sitemap.xml', 'robots.txt']);
  const {feedback_form: form} = toolkit.config;
  const others = await Promise.all(featuresOf(toolkit).map((feature) => feature.headers?.(toolkit.config) ?? []));
  const [all, ...core] = headerRules(COLOUR_MODE_SCRIPT, form && new URL(form).origin, site.scriptOrigins);
  const downloads = toolkit.files
    .filter(({path}) => downloadType(toolkit.config, path) !== undefined)
    .map(({path}) => ({below: path.replace('static', ''), headers: {'Content-Disposition': 'attachment'}}));
  const hosting: Hosting = {
    url,
    baseUrl,
    redirects,
    types,
    rules: [
      site.isStaging ? {...all, headers: {...all.headers, 'X-Robots-Tag': 'noindex'}} : all,
      ...core,
      ...others.flat(),
      ...downloads,
    ],
  };
  return Object.entries(HOST_FILES).map(([name, render]) => [name, render(hosting)]);
}

function mediaTypes(files: readonly string[]): Map<string, string> {
  const extensions = new Set(files.map((file) => /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''));
  return new Map(
    [...extensions].sort().flatMap((extension) => {
      const type = mime.getType(extension);
      return type === null ? [] : [[extension, type] as const];
    }),
  );
}

/**
 * https://docs.netlify.com/manage/routing/headers/. Such hosts join the values of all rules that match: what another rule
 * sets differently is left out of the first, and each page has its own policy.
 */
function renderHeaders({baseUrl, rules}: Hosting): string {
  const [, ...others] = rules;
  const blocks = rules.map(({below, headers}) => {
    const own = Object.entries(headers).filter(
      ([name]) => below !== '/' || !others.some((other) => name in other.headers),
    );
    const lines = own.map(([name, value]) => `  ${name}: ${value}\n`);
    return `${below === '/' ? '/' : hrefOf({baseUrl}, below)}*\n${lines.join('')}`;
  });
  return blocks.join('\n');
}

/** https://docs.netlify.com/routing/redirects/; with `!` the rule has priority over an existing page. */
function renderRedirects({redirects, ...site}: Hosting): string {
  return redirects.map(({from, to}) => `${hrefOf(site, from)} ${hrefOf(site, to)} 301!\n`).join('');
}

/** https://nginx.org/en/docs/http/ngx_http_core_module.html */
function renderNginx({url, baseUrl, redirects, types, rules: [all, ...others]}: Hosting): string {
  const at = (address: string) => quote(baseUrl + address.slice(1));
  const headers = (more: HeaderRule['headers'] = {}) =>
    Object.entries({...ASK_FIRST, ...all.headers, ...more}).map(
      ([name, value]) => `add_header ${name} ${quote(value)} always;`,
    );
  // Without `text/html`, which nginx always includes.
  const known = [...new Set(types.values())].filter((type) => type !== 'text/html');
  const texts = known.filter((type) => type.startsWith('text/'));
  const small = known.filter((type) => /^text\/|[/+](?:json|xml)$/.test(type));
  // In a target, `$` would begin a variable.
  const moved = allForms(redirects).map(
    ([from, {to}]) =>
      `location = ${at(from)} { return 308 "${hrefOf({baseUrl}, to).replaceAll('$', '%24')}$is_args$args"; }`,
  );
  const outside = [
    `location = ${quote(baseUrl.slice(0, -1))} { return 308 ${at('/')}; }`,
    `location = / { return 302 ${at('/')}; }`,
    'location / { return 404; }',
  ];
  return fillTemplate('nginx.conf', {
    host: [new URL(url).hostname],
    notFound: [at('/404.html')],
    texts: [texts.join(' ')],
    types: [...types].map(([extension, type]) => `${type} ${extension};`),
    compressed: [small.join(' ')],
    headers: headers(),
    home: [at('/')],
    folders: others.flatMap(({below, headers: own}) => [
      `location ${at(below)} {`,
      `  alias $site${below};`,
      ...headers(own).map((line) => `  ${line}`),
      '}',
    ]),
    outside: baseUrl === '/' ? [] : outside,
    settings: HOST_FILE_NAMES.map((name) => `location = ${at(`/${name}`)} { return 404; }`),
    moved,
  });
}

/** https://docs.gitlab.com/ci/yaml/ */
export function gitLabPipeline(): string {
  return fillTemplate('gitlab-ci.yml', {});
}

/** Fills a template: a list that is alone on its line gets a line for each item. */
function fillTemplate(name: string, lists: Readonly<Record<string, readonly string[]>>): string {
  const template = readFileSync(path.join(import.meta.dirname, 'templates', name), 'utf8');
  return template.replace(/^( *)\{\{(\w+)\}\}\n|\{\{(\w+)\}\}/gm, (_, indent, list, inline) =>
    inline ? (lists[inline] ?? []).join(' ') : (lists[list] ?? []).map((line) => `${indent}${line}\n`).join(''),
  );
}

/** Each redirect by its address with and without the last slash, so that a host does not redirect twice to add it. */
function allForms(redirects: readonly Redirect[]): [string, Redirect][] {
  return [
    ...new Map(
      redirects.flatMap((redirect) =>
        [redirect.from, redirect.from.replace(/\/$/, '')].map((from) => [from, redirect]),
      ),
    ),
  ];
}

/** Front matter allows no control characters in an address. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
