import {ALL_PAGES} from '../../model/lists/page-index.ts';
import {FINDER} from '../../model/pages/facets.ts';
import {policyHash} from './hash.ts';

/** The pages that run the search engine. */
const SEARCH_PAGES: readonly string[] = [ALL_PAGES, FINDER];

/** What differs between the policies of pages. */
interface PolicyNeeds {
  /** The inline scripts of the page. */
  scripts?: readonly string[];
  /** The search engine runs WebAssembly. */
  search?: boolean;
}

/** The content security policy of a page: only what this site serves itself. */
function renderPolicy({scripts = [], search = false}: PolicyNeeds): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts.map(policyHash), ...(search ? ["'wasm-unsafe-eval'"] : [])].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** The policy of a page without inline scripts. */
export const PLAIN_POLICY = renderPolicy({});

/** The policy of a page at an address without the base URL, which runs one inline script. */
export function policyOf(address: string, script: string): string {
  return renderPolicy({scripts: [script], search: SEARCH_PAGES.includes(address)});
}

/**
 * The `_headers` file of Netlify and Cloudflare; pages have their own policy for hosts that ignore it. Programs on
 * other sites may read the API: it is public and does not depend on cookies.
 */
export function renderHeaders(baseUrl: string, script: string): string {
  return `/*
  Content-Security-Policy: ${renderPolicy({scripts: [script], search: true})}; frame-ancestors 'none'
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
