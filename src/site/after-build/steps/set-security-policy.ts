import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {compareText} from '../../../model/problem.ts';
import type {BuiltSite} from '../built-site.ts';
import {rewritePages} from '../built-site.ts';
import {policyHash} from '../hash.ts';

const SEARCH_PAGE = '/search/';

/** Gives each page a policy that allows its own inline scripts and no other, and the server one for them all. */
export async function setSecurityPolicy(site: BuiltSite): Promise<void> {
  const everyScript = new Set<string>();
  await rewritePages(site, (html, {address}) => {
    const scripts = [...new Set(collectInlineScripts(html).map(policyHash))];
    for (const hash of scripts) everyScript.add(hash);
    return insertPolicy(html, renderPolicy({scripts, search: address === SEARCH_PAGE}));
  });
  const headers = renderHeaders(site.baseUrl, [...everyScript].sort(compareText));
  await writeFile(path.join(site.dir, '_headers'), headers);
}

/** A policy rules only what stands after it; the character set must come first, within 1,024 bytes. */
function insertPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const before = /<meta charset=[^>]*>/i.exec(html) ?? /<head[^>]*>/i.exec(html);
  const at = before ? before.index + before[0].length : 0;
  return html.slice(0, at) + meta + html.slice(at);
}

function collectInlineScripts(html: string): string[] {
  const scripts: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag(name, {src, type}) {
      // Structured data is never run, so no policy asks for its hash.
      inside = name === 'script' && src === undefined && !type?.endsWith('json');
      if (inside) scripts.push('');
    },
    ontext(text) {
      if (inside) scripts.push((scripts.pop() ?? '') + text);
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(html);
  return scripts;
}

/** Where a policy differs from page to page. */
interface PolicyNeeds {
  /** Hashes of inline scripts, as a policy writes them. */
  scripts: readonly string[];
  /** The search runs WebAssembly in a worker. */
  search: boolean;
}

/** The content security policy of a page: nothing but what this site serves itself. */
function renderPolicy({scripts, search}: PolicyNeeds): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts, ...(search ? ["'wasm-unsafe-eval'"] : [])].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    ...(search ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The `_headers` file of Netlify and Cloudflare; the policy of the pages still holds where a host ignores it. Programs
 * on other sites may read what is there for them: it is public, and no cookie changes it.
 */
function renderHeaders(baseUrl: string, scripts: readonly string[]): string {
  return `/*
  Content-Security-Policy: ${renderPolicy({scripts, search: true})}; frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff

${encodeURI(baseUrl)}assets/*
  Cache-Control: public, max-age=31536000, immutable

${encodeURI(baseUrl)}api/*
  Access-Control-Allow-Origin: *
`;
}
