import {frontMatterTexts} from '../front-matter-texts.ts';
import {editionPageOf, pageIdOf} from '../page-id.ts';
import {compareText} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {isPage} from '../toolkit.ts';
import type {RedactedFile} from './find-words.ts';
import type {WordsMatcher} from './words-matcher.ts';

const FRONT_PAGE = 'index';

/** The pages on which readers could see what is taken out. */
export interface ToldPages {
  /** Their ids; none where no reader could see any of it. */
  pages: string[];
  /** The pages of each edition that change, by the edition's name. */
  editions: ReadonlyMap<string, readonly string[]>;
}

/** Finds the pages that a public note has to name. What waits to be published, and what only editors see, needs none. */
export function toldPages(
  redacted: readonly Pick<RedactedFile, 'path'>[],
  toolkit: Toolkit,
  matcher?: WordsMatcher,
): ToldPages {
  const editions = new Map<string, string[]>();
  const told = new Set<string>();
  for (const file of redacted) {
    const {edition, id} = editionOf(file.path);
    if (edition !== undefined) editions.set(edition, [...new Set([...(editions.get(edition) ?? []), id])]);
    for (const page of edition === undefined ? pagesBehind(file, toolkit, matcher) : [id]) told.add(page);
  }
  const known = knownIds(toolkit);
  const named = [...told].filter((id) => known.has(id)).sort(compareText);
  const isHidden = told.size === 0;
  return {pages: isHidden || named.length > 0 ? named : [...known].slice(0, 1), editions};
}

/** The edition that a file belongs to; one that is no page shows on its front page. */
function editionOf(path: string): {edition: string | undefined; id: string} {
  const page = editionPageOf(path);
  if (page.edition !== '') return page;
  const [, edition] =
    /^(?:versioned_docs\/version-([^/]+)\/|versioned_sidebars\/version-(.+)-sidebars\.json$|ledgers\/editions\/(.+)\.json$)/
      .exec(path)
      ?.filter(Boolean) ?? [];
  return {edition, id: FRONT_PAGE};
}

function pagesBehind(
  {path}: Pick<RedactedFile, 'path'>,
  toolkit: Toolkit,
  matcher: WordsMatcher | undefined,
): string[] {
  if (path.startsWith('blog/_pending/') || /^blog\/_published\/[^/]+\.json$/.test(path)) return [];
  const [, record] = /^blog\/_published\/[^/]+\/(.+)\.(?:md|removed)$/.exec(path) ?? [];
  if (record !== undefined) return [record];
  const update = toolkit.updates.find(({document}) => document.path === path);
  if (update) {
    const holding = update.data.changes.filter((change) =>
      frontMatterTexts(change).some(({text}) => matcher?.isIn(text)),
    );
    return (holding.length > 0 ? holding : update.data.changes).flatMap(({pages}) => pages);
  }
  // What readers have seen of a page is on record; before there is any record, all of it.
  if (/^(docs|handbook)\//.test(path) && toolkit.published.ids.size > 0) return [];
  if (/^(docs|handbook)\/.+\.md$/.test(path)) return [pageIdOf(path)];
  return /^(docs|handbook|static|blog)\//.test(path) ? [FRONT_PAGE] : [];
}

function knownIds({documents, published, editions}: Toolkit): Set<string> {
  return new Set([
    ...documents.filter(isPage).map(({document}) => pageIdOf(document.path)),
    ...published.ids,
    ...editions.flatMap(({pages}) => pages.map(({id}) => id)),
  ]);
}
