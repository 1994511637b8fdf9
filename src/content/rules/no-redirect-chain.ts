import {pageExample} from '../examples/example-files.ts';
import {redirectsOf} from '../links/redirects.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

const withdrawn = (replacedBy: string) =>
  `withdrawn: {on: 2026-11-02, why: "The fund has closed.", replaced_by: ${replacedBy}}\n`;

export const noRedirectChain: Rule = {
  id: 'no-redirect-chain',
  group: 'model',
  summary: 'An old address, and a withdrawn page, lead to a living page in one step, and never back to themselves.',
  why: 'Each step costs readers time, hosts and search engines stop after a few, and a circle never ends.',
  good: [
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/guards/, /toolkit/watch/]\n')},
    {'docs/wardens.md': pageExample('Wardens', withdrawn('priorities/homes'))},
    {
      'docs/wardens.md': pageExample('Wardens', withdrawn('priorities/homes')),
      'docs/guards.md': pageExample('Guards', withdrawn('priorities/homes')),
    },
  ],
  bad: [
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/wardens/]\n')},
    {'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/Toolkit/Wardens/]\n')},
    {'docs/wardens.md': pageExample('Wardens', withdrawn('wardens'))},
    {
      'docs/wardens.md': pageExample('Wardens', withdrawn('guards')),
      'docs/guards.md': pageExample('Guards', withdrawn('priorities/homes')),
    },
    {
      'docs/wardens.md': pageExample('Wardens', withdrawn('guards')),
      'docs/guards.md': pageExample('Guards', withdrawn('wardens')),
    },
    {
      'docs/wardens.md': pageExample('Wardens', 'redirect_from: [/toolkit/guards/]\n'),
      'docs/guards.md': pageExample('Guards', 'redirect_from: [/toolkit/watch/]\n'),
    },
  ],
  check: (toolkit) => [...judgeRedirects(toolkit), ...judgeWithdrawals(toolkit)],
};

function judgeRedirects(toolkit: Toolkit): Finding[] {
  const redirects = redirectsOf(toolkit);
  const froms = new Map(redirects.map((redirect) => [redirect.from.toLowerCase(), redirect]));
  const asked = redirects.filter(({source}) => source.endsWith('.md'));
  // Where those of the site itself lead, no page may claim the address: that is another rule's matter.
  return asked.flatMap(({from, to, source, place}): Finding[] => {
    if (from.toLowerCase() === to.toLowerCase()) {
      const problem = `redirect from \`${from}\` leads to itself, expected another address`;
      return [{path: source, place, problem, fix: 'Take it out of `redirect_from`: the page is there.'}];
    }
    const next = froms.get(to.toLowerCase());
    if (!next || next.from.toLowerCase() === next.to.toLowerCase()) return [];
    return [
      {
        path: source,
        place,
        problem: `redirect from \`${from}\` leads to \`${to}\`, which leads on to \`${next.to}\`, expected one step`,
        fix: `Take \`${next.from}\` out of \`redirect_from\` in \`${next.source}\`: a page stands there.`,
        related: {path: next.source, place: next.place},
      },
    ];
  });
}

function judgeWithdrawals(toolkit: Toolkit): Finding[] {
  const pages = new Map(allPages(toolkit).map((page) => [page.id, page]));
  return [...pages.values()].flatMap((page): Finding[] => {
    const heir = pages.get(page.data.withdrawn?.replaced_by ?? '');
    if (!heir?.data.withdrawn) return [];
    const end = endOf(heir, pages);
    const {document} = page;
    const place = document.placeOf(['withdrawn', 'replaced_by']);
    const isCircle = heir === page || end === undefined;
    return [
      {
        path: document.path,
        place,
        problem: `withdrawn page is replaced by ${heir === page ? 'itself' : `\`${heir.id}\`, which is withdrawn too`}, expected a page that holds`,
        fix: isCircle ? 'Name another page, or take `replaced_by` out.' : `Write \`${end}\`, where that leads.`,
      },
    ];
  });
}

/** The living page at the end of a chain of withdrawn ones; `undefined` where there is none. */
function endOf(first: PageEntry, pages: ReadonlyMap<string, PageEntry>): string | undefined {
  const seen = new Set<PageEntry>();
  for (let page: PageEntry | undefined = first; page && !seen.has(page); ) {
    if (!page.data.withdrawn) return page.id;
    seen.add(page);
    page = pages.get(page.data.withdrawn.replaced_by ?? '');
  }
  return undefined;
}
