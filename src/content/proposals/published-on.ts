import {idsOf} from '../page-id.ts';
import type {Toolkit} from '../toolkit.ts';

/** The day of the first update that names a page, under an id that it had before it moved too; `undefined` where none does yet. */
export function publishedOn(
  {updates, caseStudies}: Pick<Toolkit, 'updates' | 'caseStudies'>,
  id: string,
): string | undefined {
  const ids = idsOf(id, caseStudies.find((page) => page.id === id)?.data.redirect_from);
  return updates
    .filter(({data}) => data.changes.some(({pages}) => pages.some((page) => ids.includes(page))))
    .map(({data}) => data.published.latest)
    .sort()[0];
}
