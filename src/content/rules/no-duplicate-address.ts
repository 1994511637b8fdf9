import {DOCUMENT} from '../document/document-parts.ts';
import {pageExample, updateExample} from '../examples/example-files.ts';
import {FOLLOW, termUpdates} from '../feeds/feed-addresses.ts';
import {PROPOSALS_ADDRESS} from '../links/redirects.ts';
import {editionAddress} from '../page-id.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

interface Claim {
  address: string;
  document: SourceDocument;
  path: KeyPath;
}

export const noDuplicateAddress: Rule = {
  id: 'no-duplicate-address',
  group: 'model',
  summary: 'No two pages, redirects or updates claim the same address.',
  why: 'Only one of them would be seen, and which one would be chance.',
  good: [
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/homes/, /toolkit/old-wardens/]\n')},
    {'docs/updates/index.md': pageExample('Keeping up'), 'handbook/contribute/index.md': pageExample('Help us')},
    {'blog/a.md': updateExample('2026-11-24', 'index'), 'blog/b.md': updateExample('2026-11-24.2', 'index')},
  ],
  bad: [
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/]\n')},
    {'docs/wardens.md': pageExample('Wardens'), 'docs/wardens/index.md': pageExample('All wardens')},
    {'blog/a.md': updateExample('2026-11-24', 'index'), 'blog/b.md': updateExample('2026-11-24', 'priorities/homes')},
    {'handbook/search.md': pageExample('How search works')},
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/old/, /OLD/]\n')},
    {'blog/a.md': updateExample('2026-11-24', 'index').replace('slug: 2026-11-24', 'slug: wardens')},
    {'blog/a.md': updateExample('2026-11-24', 'index').replace('slug: 2026-11-24', 'slug: feed.atom')},
    {
      'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/2025-10/homes/]\n'),
      'versioned_docs/version-2025-10/homes.md': pageExample('Homes'),
    },
  ],
  check: (toolkit) => {
    const first = new Map<string, Claim>();
    const own = new Set(ownAddresses(toolkit));
    return claimsOf(toolkit).flatMap((claim) => {
      const key = claim.address.toLowerCase();
      const earlier = first.get(key);
      if (earlier) return [duplicate(claim, earlier)];
      if (own.has(key) || FACETS_RE.test(key) || FEED_RE.test(key)) return [duplicate(claim)];
      first.set(key, claim);
      return [];
    });
  },
};

/** Pages first, so that a redirect is blamed and not the page it collides with. */
function claimsOf(toolkit: Toolkit): Claim[] {
  const pages = allPages(toolkit);
  return [
    ...pages.map(({address, document}) => ({address, document, path: []})),
    ...toolkit.editions.flatMap(({name, pages: frozen}) =>
      frozen.map(({id, document}) => ({address: editionAddress(name, id), document, path: []})),
    ),
    ...toolkit.updates.map(({document, data}) => ({address: `/updates/${data.slug}/`, document, path: ['slug']})),
    ...pages.flatMap(({document, data}) =>
      (data.redirect_from ?? []).map((address, index) => ({address, document, path: ['redirect_from', index]})),
    ),
  ];
}

/** Pages of case studies by what they share. */
const FACETS_RE = /^\/case-studies\/(priority|approach|region|evidence)\//;

/** Files beside pages, which a folder of that name would keep from being written. */
const FEED_RE = /\/feed\.(atom|json|rss)\/$/;

/** Addresses that the site itself makes pages for. */
function ownAddresses({config}: Toolkit): string[] {
  return [
    '/',
    DOCUMENT,
    PROPOSALS_ADDRESS,
    ...['case-studies', 'updates', 'editions', 'feedback', 'search', 'api'].map((name) => `/${name}/`),
    FOLLOW,
    ...[...config.priorities, ...config.approaches].map(({id}) => termUpdates(id)),
  ];
}

function duplicate({address, document, path}: Claim, earlier?: Claim): Finding {
  return {
    path: document.path,
    place: document.placeOf(path),
    problem: earlier
      ? `address \`${address}\` is claimed twice, expected one page for each`
      : `address \`${address}\` is claimed, expected it left to the site, which has a page of its own there`,
    fix: path.length > 0 ? 'Change or remove this line.' : 'Rename or move one of the two files.',
    ...(earlier && {related: {path: earlier.document.path, place: earlier.document.placeOf(earlier.path)}}),
  };
}
