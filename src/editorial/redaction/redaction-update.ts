import {numberWord} from '../../format/text.ts';
import {frontMatterTexts} from '../../model/front-matter-texts.ts';
import {editionPageOf, pageIdOf} from '../../model/pages/page-id.ts';
import {compareText} from '../../model/problem.ts';
import type {Update} from '../../model/schemas/update-schema.ts';
import {isPage, type Toolkit} from '../../model/toolkit.ts';
import {isBeforeLaunch} from '../../model/updates/launch.ts';
import type {TextMatcher} from './text-matcher.ts';

const FRONT_PAGE = 'index';

/** What readers could see of what is removed. */
export interface AffectedPages {
  /** The ids of their pages; none where no reader could see any of it. */
  pages: string[];
  /** The pages of each edition that change, by the edition's name. */
  editions: ReadonlyMap<string, readonly string[]>;
}

/** The pages that the public note has to name; what waits to be published, and what only editors see, needs none. */
export function affectedPages(paths: readonly string[], toolkit: Toolkit, matcher?: TextMatcher): AffectedPages {
  const editions = new Map<string, string[]>();
  const affected = new Set<string>();
  for (const path of paths) {
    const {edition, id} = editionOf(path);
    if (edition !== '') editions.set(edition, [...new Set([...(editions.get(edition) ?? []), id])]);
    for (const page of edition === '' ? livePagesOf(path, toolkit, matcher) : [id]) affected.add(page);
  }
  const known = new Set([
    ...toolkit.documents.filter(isPage).map(({document}) => pageIdOf(document.path)),
    ...toolkit.published.ids,
    ...toolkit.editions.flatMap(({pages}) => pages.map(({id}) => id)),
  ]);
  const named = [...affected].filter((id) => known.has(id)).sort(compareText);
  return {pages: affected.size === 0 || named.length > 0 ? named : [...known].slice(0, 1), editions};
}

/** The edition of a file; what is not a page there appears on its front page. */
function editionOf(path: string): {edition: string; id: string} {
  const page = editionPageOf(path);
  if (page.edition !== '') return page;
  const match =
    /^(?:versioned_docs\/version-([^/]+)\/|versioned_sidebars\/version-(.+)-sidebars\.json$|ledgers\/editions\/(.+)\.json$)/.exec(
      path,
    );
  return {edition: match?.slice(1).find(Boolean) ?? '', id: FRONT_PAGE};
}

function livePagesOf(path: string, toolkit: Toolkit, matcher: TextMatcher | undefined): string[] {
  if (path.startsWith('blog/_pending/') || /^blog\/_published\/[^/]+\.json$/.test(path)) return [];
  const recorded = /^blog\/_published\/[^/]+\/(.+)\.(?:md|removed)$/.exec(path)?.[1];
  if (recorded !== undefined) return [recorded];
  const update = toolkit.updates.find(({document}) => document.path === path)?.data;
  if (update) {
    const has = update.changes.filter((change) => frontMatterTexts(change).some(({text}) => matcher?.isIn(text)));
    return (has.length > 0 ? has : update.changes).flatMap(({pages}) => pages);
  }
  // What readers have seen of a page is on record.
  return /^(static|blog)\//.test(path) && !isBeforeLaunch(toolkit) ? [FRONT_PAGE] : [];
}

/** The update that readers get: that something was removed, where and why, and never what; without a replacement, a whole page. */
export function redactionUpdate(
  {pages, editions}: AffectedPages,
  {slug, day, why, replacement}: {slug: string; day: string; why: string; replacement: string | undefined},
): Update {
  const names = [...editions.keys()].sort();
  const among =
    names.length === 0 ? '' : `, and from ${names.length === 1 ? 'edition' : 'editions'} ${names.join(', ')}`;
  const [where, count] =
    pages.length === 1
      ? ['this page and its earlier texts', 'one page']
      : ['these pages and their earlier texts', `${numberWord(pages.length)} pages`];
  const note =
    replacement === undefined
      ? `This page was removed from the toolkit, with all its earlier texts${among}.`
      : `Text was removed from ${where}${among}. It is replaced with ${replacement}.`;
  return {
    title: replacement === undefined ? 'A page removed' : `Text removed from ${count}`,
    slug,
    date: day,
    published: {earliest: day, latest: day},
    changes: [{kind: 'content-removed', significance: 'major', pages, note, why}],
  };
}
