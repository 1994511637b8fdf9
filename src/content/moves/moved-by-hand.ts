import type {PageEntry, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/** The id that a page seems to have now which was published and is gone: that of a new page with the same words or title. */
export function movedByHand(toolkit: Toolkit, id: string): string | undefined {
  const recorded = toolkit.published.texts.get(id)?.document();
  const fresh = allPages(toolkit).filter((page) => !toolkit.published.texts.has(page.id));
  if (!recorded) return undefined;
  const isSame = ({document}: PageEntry) => document.body.trim() === recorded.body.trim();
  return (fresh.find(isSame) ?? fresh.find(({data}) => data.title === recorded.frontMatter?.title))?.id;
}
