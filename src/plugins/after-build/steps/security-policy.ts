/** Where a policy differs from page to page. */
export interface PolicyNeeds {
  /** Hashes of inline scripts, as a policy writes them. */
  scripts: readonly string[];
  /** The search runs WebAssembly in a worker. */
  search: boolean;
}

/** The content security policy of a page: nothing but what this site serves itself. */
export function renderPolicy({scripts, search}: PolicyNeeds): string {
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
export function renderHeaders(baseUrl: string, scripts: readonly string[]): string {
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
