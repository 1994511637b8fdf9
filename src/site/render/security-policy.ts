import {policyHash} from './hash.ts';

/** What differs between the policies of pages. */
interface PolicyNeeds {
  scripts?: readonly string[];
  /** The search engine runs WebAssembly. */
  search?: boolean;
  /** The service that takes the feedback form, as an origin. */
  form?: string | undefined;
  /** The origins of scripts that the publisher lists with `integrity`. */
  origins?: readonly string[];
}

/** The content security policy of a page: only what this site serves itself. */
export function renderPolicy({scripts = [], search = false, form, origins = []}: PolicyNeeds): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...origins, ...scripts.map(policyHash), ...(search ? ["'wasm-unsafe-eval'"] : [])].join(
      ' ',
    ),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    ['form-action', "'self'", ...(form === undefined ? [] : [form])].join(' '),
    "base-uri 'none'",
  ].join('; ');
}

/** The policy of a page without inline scripts. */
export const PLAIN_POLICY = renderPolicy({});

/** Headers for the files below an address; `headers` are names with values. */
export interface HeaderRule {
  /** Without the base URL, ending in `/`. */
  below: string;
  headers: Readonly<Record<string, string>>;
}

/** How a host keeps hashed files: their content never changes. */
const KEEP_FOREVER = 'public, max-age=31536000, immutable';

/**
 * The headers that a host sends. The first rule is for every file, and the others add to it. Pages have their own policy
 * for hosts that send none. Programs on other sites may read the API: it is public and does not depend on cookies.
 *
 * @param script the inline script of every page
 * @param form the origin of the service for the feedback form, if there is one
 * @param origins the origins of scripts that the publisher lists
 */
export function headerRules(
  script: string,
  form?: string,
  origins: readonly string[] = [],
): readonly [HeaderRule, ...HeaderRule[]] {
  return [
    {
      below: '/',
      headers: {
        'Content-Security-Policy': `${renderPolicy({scripts: [script], search: true, form, origins})}; frame-ancestors 'none'`,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'X-Content-Type-Options': 'nosniff',
      },
    },
    {below: '/assets/', headers: {'Cache-Control': KEEP_FOREVER}},
    {below: '/api/', headers: {'Access-Control-Allow-Origin': '*'}},
  ];
}
