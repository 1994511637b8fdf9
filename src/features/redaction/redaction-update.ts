import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {editionPageOf} from '../../content/pages/page-id.ts';
import type {Redaction} from '../../content/schemas/record-schemas.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {isBeforeLaunch} from '../../content/updates/launch.ts';
import type {TextMatcher} from './text-matcher.ts';

const FRONT_PAGE = 'index';

const EDITION_RE =
  /^(?:versioned_docs\/version-([^/]+)\/|versioned_sidebars\/version-(.+)-sidebars\.json$|ledgers\/editions\/(.+)\.json$)/;

/**
 * The pages on which readers could see what is removed, and those of each edition that change, by its name. What waits to
 * be published, and what only editors see, affects none.
 */
export function affectedPages(paths: readonly string[], toolkit: Toolkit, matcher?: TextMatcher) {
  const pages = new Set<string>();
  const editions = new Map<string, Set<string>>();
  for (const path of paths) {
    const edition = EDITION_RE.exec(path)?.slice(1).find(Boolean);
    // What is not a page of an edition appears on its front page.
    const ids = edition === undefined ? livePagesOf(path, toolkit, matcher) : [editionPageOf(path).id || FRONT_PAGE];
    for (const id of ids) pages.add(id);
    if (edition !== undefined) editions.set(edition, new Set([...(editions.get(edition) ?? []), ...ids]));
  }
  return {pages, editions};
}

function livePagesOf(path: string, toolkit: Toolkit, matcher: TextMatcher | undefined): string[] {
  if (path.startsWith('blog/_pending/') || /^blog\/_published\/[^/]+\.json$/.test(path)) return [];
  const recorded = /^blog\/_published\/[^/]+\/(.+)\.(?:md|removed)$/.exec(path)?.[1];
  if (recorded !== undefined) return [recorded];
  const changes = toolkit.updates.find(({document}) => document.path === path)?.data.changes;
  if (changes) {
    const has = changes.filter((change) => frontMatterTexts(change).some(({text}) => matcher?.isIn(text)));
    return (has.length > 0 ? has : changes).flatMap(({pages}) => pages);
  }
  // What readers have seen of a page is on record.
  return /^(static|blog)\//.test(path) && !isBeforeLaunch(toolkit) ? [FRONT_PAGE] : [];
}

/** The update for readers: that something was removed, where and why, and never what; without a replacement, a whole page. */
export function redactionUpdate(
  pages: string[],
  editions: readonly string[],
  {on, update: slug, why}: Redaction,
  replacement: string | undefined,
): Update {
  const name = editions.length === 1 ? 'edition' : 'editions';
  const among = editions.length === 0 ? '' : `, and from ${name} ${editions.toSorted().join(', ')}`;
  const where = pages.length === 1 ? 'this page and its earlier texts' : 'these pages and their earlier texts';
  const [title, note] =
    replacement === undefined
      ? ['A page removed', `This page was removed from the toolkit, with all its earlier texts${among}.`]
      : ['Text removed', `Text was removed from ${where}${among}. It is replaced with ${replacement}.`];
  const changes: Update['changes'] = [{kind: 'content-removed', significance: 'major', pages, note, why}];
  return {title, slug, date: on, published: {earliest: on, latest: on}, changes};
}
