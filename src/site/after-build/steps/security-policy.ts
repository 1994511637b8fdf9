import {compareText} from '../../../model/problem.ts';
import type {PageEdit} from '../built-site.ts';
import {policyHash} from '../hash.ts';

const SEARCH_PAGE = '/search/';

/** Inline scripts; structured data never runs, so it needs no hash. */
const INLINE_SCRIPTS = 'script:not([src]):not([type$="json"])';

/** Gives each page a policy that allows its own inline scripts and no other, and the server one for all of them. */
export function securityPolicies(): {edit: PageEdit; headers(baseUrl: string): string} {
  const everyScript = new Set<string>();
  return {
    edit: ($, {address}) => {
      const scripts = $(INLINE_SCRIPTS).toArray();
      const hashes = [...new Set(scripts.map((script) => policyHash($(script).html() ?? '')))];
      for (const hash of hashes) everyScript.add(hash);
      const policy = renderPolicy({scripts: hashes, search: address === SEARCH_PAGE});
      const meta = $('<meta>').attr({'http-equiv': 'Content-Security-Policy', content: policy});
      // A policy rules only what follows it; the character set must come first, within 1,024 bytes.
      const charset = $('meta[charset]').first();
      if (charset.length > 0) charset.after(meta);
      else $('head').prepend(meta);
    },
    headers: (baseUrl) => renderHeaders(baseUrl, [...everyScript].sort(compareText)),
  };
}

/** The policy of a page without inline scripts. */
export const PLAIN_POLICY = renderPolicy({scripts: [], search: false});

/** What differs between the policies of pages. */
interface PolicyNeeds {
  /** Hashes of inline scripts in the form of a policy. */
  scripts: readonly string[];
  /** The search runs WebAssembly in a worker. */
  search: boolean;
}

/** The content security policy of a page: only what this site serves itself. */
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
 * The `_headers` file of Netlify and Cloudflare; pages have their own policy for hosts that ignore it. Programs on
 * other sites may read the API: it is public and does not depend on cookies.
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
