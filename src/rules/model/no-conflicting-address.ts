import {FOLLOW, termUpdates} from '../../content/addresses/feed-addresses.ts';
import {redirectsOf} from '../../content/addresses/redirects.ts';
import {DOCUMENT} from '../../content/pages/document-parts.ts';
import {allFacets, FINDER} from '../../content/pages/facets.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import {guidanceTerms} from '../../content/schemas/vocabulary-schema.ts';
import type {KeyPath, SourceDocument} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {pageExample, updateExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

interface Claim {
  address: string;
  document: SourceDocument;
  path: KeyPath;
}

const WARDENS = 'docs/wardens.md';

const wardens = (keys = '') => ({[WARDENS]: pageExample('Wardens', keys)});

const withdrawn = (replacedBy: string) =>
  `withdrawn: {on: 2026-11-02, why: "The fund has closed.", replaced_by: ${replacedBy}}\n`;

export const noConflictingAddress: Rule = {
  id: 'no-conflicting-address',
  group: 'model',
  summary:
    'No two pages, redirects or updates share an address. An old address or a withdrawn page redirects to a current page in one step.',
  why: 'If two pages had one address, readers would see only one of them. Each redirect costs readers time, and a loop never ends.',
  good: [
    wardens('redirect_from: [/toolkit/homes/, /toolkit/old-wardens/, /toolkit/wardens/]\n'),
    {'docs/updates/index.md': pageExample('Keeping up'), 'handbook/contribute/index.md': pageExample('Help us')},
    {'blog/a.md': updateExample('2026-11-24', 'index'), 'blog/b.md': updateExample('2026-11-24.2', 'index')},
    {
      ...wardens(withdrawn('priorities/homes')),
      'docs/guards.md': pageExample('Guards', withdrawn('priorities/homes')),
    },
  ],
  bad: [
    wardens('redirect_from: [/toolkit/]\n'),
    {...wardens(), 'docs/wardens/index.md': pageExample('All wardens')},
    {'blog/a.md': updateExample('2026-11-24', 'index'), 'blog/b.md': updateExample('2026-11-24', 'priorities/homes')},
    {'handbook/search.md': pageExample('How search works')},
    wardens('redirect_from: [/old/, /OLD/]\n'),
    wardens('redirect_from: [/case-studies/page/2/]\n'),
    {'blog/a.md': updateExample('2026-11-24', 'index').replace('slug: 2026-11-24', 'slug: wardens')},
    {'blog/a.md': updateExample('2026-11-24', 'index').replace('slug: 2026-11-24', 'slug: feed.atom')},
    {
      ...wardens('redirect_from: [/toolkit/2025-10/homes/]\n'),
      'versioned_docs/version-2025-10/homes.md': pageExample('Homes'),
    },
    wardens('redirect_from: [/Toolkit/Wardens/]\n'),
    wardens(withdrawn('wardens')),
    {...wardens(withdrawn('guards')), 'docs/guards.md': pageExample('Guards', withdrawn('priorities/homes'))},
    {...wardens(withdrawn('guards')), 'docs/guards.md': pageExample('Guards', withdrawn('wardens'))},
    {
      ...wardens('redirect_from: [/toolkit/guards/]\n'),
      'docs/guards.md': pageExample('Guards', 'redirect_from: [/toolkit/watch/]\n'),
    },
  ],
  check: (toolkit) => [...claimedTwice(toolkit), ...checkRedirects(toolkit), ...checkWithdrawals(toolkit)],
};

function claimedTwice(toolkit: Toolkit): Finding[] {
  const first = new Map<string, Claim>();
  const reserved = new Set(ownAddresses(toolkit));
  // Each value of a facet has a page that lists its case studies.
  const facets = allFacets(toolkit.config).map(({id}) => `${FINDER}${id}/`);
  return claimsOf(toolkit).flatMap((claim) => {
    const key = claim.address.toLowerCase();
    const earlier = first.get(key);
    if (earlier) return [duplicate(claim, earlier)];
    const isInFacet = facets.some((folder) => key.startsWith(folder));
    const isOwn = reserved.has(key) || reserved.has(key.replace(/page\/\d+\/$/, ''));
    if (isOwn || isInFacet || [LIST_PAGES_RE, FEED_RE].some((pattern) => pattern.test(key))) return [duplicate(claim)];
    first.set(key, claim);
    return [];
  });
}

/** Pages come first, so that a conflict is reported on the redirect rather than on the page. */
function claimsOf(toolkit: Toolkit): Claim[] {
  const pages = allPages(toolkit);
  return [
    ...pages.map(({address, document}) => ({address, document, path: []})),
    ...toolkit.editions.flatMap(({name, pages: frozen}) =>
      frozen.map(({id, document}) => ({address: addressOf(toolkit.config, id, name), document, path: []})),
    ),
    ...toolkit.updates.map(({document, data}) => ({address: `/updates/${data.slug}/`, document, path: ['slug']})),
    ...pages.flatMap(({address: current, document, data}) =>
      (data.redirect_from ?? [])
        .map((address, index) => ({address, document, path: ['redirect_from', index]}))
        .filter(({address}) => address !== current),
    ),
  ];
}

/** The further pages of a list, and the pages on how to get updates. */
const LIST_PAGES_RE =
  /^\/updates\/(?:follow\/.+|[^/]+\/follow)\/$|^\/(case-studies|updates|search|editions|figures|toolkit\/document)\/(.+\/)?page\/\d+\/$/;

/** A feed is a file, so a folder of the same name would block it. */
const FEED_RE = /\/feed\.(atom|json)\/$/;

function ownAddresses({config}: Toolkit): string[] {
  return [
    ...(config.pages_at === '/' ? [] : ['/']),
    DOCUMENT,
    ...['case-studies', 'updates', 'editions', 'feedback', 'search', 'api'].map((name) => `/${name}/`),
    FOLLOW,
    ...config.collections.flatMap(({list}) => list?.address ?? []),
    ...guidanceTerms(config).map(({id}) => termUpdates(id)),
  ];
}

function duplicate({address, document, path}: Claim, earlier?: Claim): Finding {
  return {
    path: document.path,
    place: document.placeOf(path),
    problem: earlier
      ? `address \`${address}\` is used twice, expected a different address for each page`
      : `address \`${address}\` is reserved for a generated page, expected another address`,
    fix: path.length > 0 ? 'Change or remove this line.' : 'Rename or move one of the two files.',
    ...(earlier && {related: {path: earlier.document.path, place: earlier.document.placeOf(earlier.path)}}),
  };
}

function checkRedirects(toolkit: Toolkit): Finding[] {
  const redirects = redirectsOf(toolkit);
  const froms = new Map(redirects.map((redirect) => [redirect.from.toLowerCase(), redirect]));
  const fromPages = redirects.filter(({source}) => source.endsWith('.md'));
  return fromPages.flatMap(({from, to, source, place}): Finding | [] => {
    if (from.toLowerCase() === to.toLowerCase()) {
      const problem = `redirect from \`${from}\` points to itself, expected another address`;
      return {
        path: source,
        place,
        problem,
        fix: 'Remove it from `redirect_from`. The page is already at that address.',
      };
    }
    const next = froms.get(to.toLowerCase());
    if (!next || next.from.toLowerCase() === next.to.toLowerCase()) return [];
    return {
      path: source,
      place,
      problem: `redirect from \`${from}\` goes to \`${to}\`, which redirects to \`${next.to}\`, expected one step`,
      fix: `Remove \`${next.from}\` from \`redirect_from\` in \`${next.source}\`. A page is at that address.`,
      related: {path: next.source, place: next.place},
    };
  });
}

function checkWithdrawals(toolkit: Toolkit): Finding[] {
  const pages = new Map(allPages(toolkit).map((page) => [page.id, page]));
  return [...pages.values()].flatMap(({document, data: {withdrawn}}): Finding | [] => {
    const successor = pages.get(withdrawn?.replaced_by ?? '');
    if (!successor?.data.withdrawn) return [];
    return {
      path: document.path,
      place: document.placeOf(['withdrawn', 'replaced_by']),
      problem: `withdrawn page is replaced by \`${successor.id}\`, which is withdrawn itself, expected a current page`,
      fix: 'Name a current page, or remove `replaced_by`.',
    };
  });
}
