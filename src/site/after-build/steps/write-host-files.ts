import mime from 'mime';
import {hrefOf, type SiteAddress} from '../../../model/routes/addresses.ts';
import {type Redirect, redirectsOf} from '../../../model/routes/redirects.ts';
import {editorPolicy, githubHost} from '../../editor/build-editor.ts';
import {COLOUR_MODE_SCRIPT} from '../../render/page-template.ts';
import {type HeaderRule, headerRules} from '../../render/security-policy.ts';
import type {BuiltSite} from '../built-site.ts';

/** What the files for hosts are made from. */
interface Hosting extends SiteAddress {
  /** The permanent redirects: browsers cache those that a host sends. */
  redirects: readonly Redirect[];
  /** The media type of each file name extension among the built files. */
  types: ReadonlyMap<string, string>;
  rules: readonly [HeaderRule, ...HeaderRule[]];
}

/** The settings for hosts, in the folder that they serve. No host sends them to readers. */
const HOST_FILES: Readonly<Record<string, (hosting: Hosting) => string>> = {
  _headers: renderHeaders,
  _redirects: renderRedirects,
  'nginx.conf': renderNginx,
  Caddyfile: renderCaddy,
};

/** Their names, in the folder of the built site. */
export const HOST_FILE_NAMES: readonly string[] = Object.keys(HOST_FILES);

/** Browsers ask whether a page has changed before they show it again. */
const ASK_FIRST = {'Cache-Control': 'no-cache'};

/** Writes settings for Netlify and Cloudflare, nginx and Caddy. */
export async function writeHostFiles(site: BuiltSite): Promise<void> {
  const {url, baseUrl, toolkit, output} = site;
  const editor = githubHost(toolkit.config);
  const policy = editor && editorPolicy(editor);
  const redirects = redirectsOf(toolkit).filter(({isForNow}) => !isForNow);
  const types = mediaTypes(site.output.list());
  const {feedback_relay: relay} = toolkit.config;
  const rules = headerRules(COLOUR_MODE_SCRIPT, policy, relay && new URL(relay.address).origin);
  const hosting = {url, baseUrl, redirects, types, rules};
  output.write(Object.entries(HOST_FILES).map(([name, render]) => [name, render(hosting)]));
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
  const header = ([name, value]: [string, string]) => `add_header ${name} ${quote(value)} always;`;
  const texts = [...new Set(types.values())].filter((type) => type.startsWith('text/') && type !== 'text/html');
  const locations = others.map(({below, headers}) => {
    const all_ = Object.entries({...ASK_FIRST, ...all.headers, ...headers}).map(header);
    return `  location ${at(below)} {
    alias $site${below};
    ${all_.join('\n    ')}
  }
`;
  });
  // In a target, `$` would begin a variable.
  const moved = allForms(redirects).map(
    ([from, {to}]) =>
      `  location = ${at(from)} { return 308 "${hrefOf({baseUrl}, to).replaceAll('$', '%24')}$is_args$args"; }\n`,
  );
  const outside = `  location = ${quote(baseUrl.slice(0, -1))} { return 308 ${at('/')}; }
  location = / { return 302 ${at('/')}; }
  location / { return 404; }
`;
  return `# This site for nginx 1.14 or newer, with its module for compressed copies (\`gzip_static\`), which packages of nginx
# include. It is complete for the official image: copy \`build/\` to \`/usr/share/nginx/html\`, and this file to
# \`/etc/nginx/conf.d/default.conf\`. Elsewhere include it in the \`http\` block, and change the first three settings.
server {
  listen 80;
  server_name ${new URL(url).hostname};
  set $site "/usr/share/nginx/html";

  absolute_redirect off;
  server_tokens off;
  # A site is only read: slow clients and long requests are cut off.
  client_header_timeout 10s;
  client_body_timeout 10s;
  client_max_body_size 1k;
  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
  error_page 404 ${at('/404.html')};
  # With the module for Brotli, add: brotli_static on;
  gzip_static on;
  gzip_proxied any;
  gzip_vary on;
  charset utf-8;
  charset_types ${texts.join(' ')};
  default_type application/octet-stream;
  types {
${[...types].map(([extension, type]) => `    ${type} ${extension};\n`).join('')}  }
  ${Object.entries({...ASK_FIRST, ...all.headers})
    .map(header)
    .join('\n  ')}

  location ${at('/')} { alias $site/; }
${locations.join('')}${baseUrl === '/' ? '' : outside}
  # These settings, and hidden files.
${HOST_FILE_NAMES.map((name) => `  location = ${at(`/${name}`)} { return 404; }\n`).join('')}\
  location ~ "/\\.(?!well-known/)" { return 404; }

  # Moved pages.
${moved.join('')}}
`;
}

/** https://caddyserver.com/docs/caddyfile */
function renderCaddy({url, baseUrl, redirects, types, rules: [all, ...others]}: Hosting): string {
  const at = (address: string) => quote(baseUrl + address.slice(1));
  const lines = (headers: HeaderRule['headers']) =>
    Object.entries(headers).map(([name, value]) => `${name} ${quote(value)}`);
  const moved = allForms(redirects).map(([from, {to}]) => `    ${at(from)} ${quote(hrefOf({baseUrl}, to))}\n`);
  // Deferred, because Caddy removes the type of a file that it does not know.
  const typed = [...types].map(
    ([extension, type]) => `    @${extension} path *.${extension}
    header @${extension} {
      Content-Type ${quote(withCharset(type))}
      defer
    }
`,
  );
  const outside = `    redir ${quote(baseUrl.slice(0, -1))} ${at('/')} 308
    redir / ${at('/')} 302
    error 404
`;
  return `# This site for Caddy 2.6 or newer, complete as it is: run \`caddy run\` in this folder. With the name of a host as its
# address, Caddy gets a certificate and serves HTTPS by itself. To try it, set TOOLKIT_ADDRESS=http://localhost:8080.
{
  # Slow clients are cut off.
  servers {
    timeouts {
      read_header 10s
      read_body 10s
    }
  }
}
{$TOOLKIT_ADDRESS:${url}} {
  # The folder of the built site.
  root * {$TOOLKIT_ROOT:.}
  # Moved pages.
  map {path} {moved_to} {
${moved.join('')}    default ""
  }
  route {
    @moved expression \`{moved_to} != "" && {query} == ""\`
    @moved_query expression \`{moved_to} != "" && {query} != ""\`
    redir @moved {moved_to} 308
    redir @moved_query {moved_to}?{query} 308
    header {
      ${lines({...ASK_FIRST, ...all.headers}).join('\n      ')}
    }
${others.flatMap(({below, headers}) => lines(headers).map((line) => `    header ${at(`${below}*`)} ${line}\n`)).join('')}\
${typed.join('')}\
    # A site is only read.
    @writing not method GET HEAD
    error @writing 405
    # These settings, and hidden files.
${HOST_FILE_NAMES.map((name) => `    error ${at(`/${name}`)} 404\n`).join('')}\
    @hidden \`path_regexp('/[.]') && !path_regexp('/[.]well-known/')\`
    error @hidden 404
    handle_path ${at('/*')} {
      file_server {
        precompressed br gzip
      }
    }
${baseUrl === '/' ? '' : outside}  }
  handle_errors {
    @missing expression \`{err.status_code} == 404\`
    handle @missing {
      rewrite * /404.html
      header {
        Cache-Control ${quote(ASK_FIRST['Cache-Control'])}
        Content-Type "text/html; charset=utf-8"
      }
      file_server {
        precompressed br gzip
      }
    }
    # Without this, Caddy answers every other error with success.
    handle {
      respond {err.status_code}
    }
  }
}
`;
}

function withCharset(type: string): string {
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
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
