import {oncePer} from '../memo.ts';
import {idsOf} from '../pages/page-id.ts';
import {allPages, type Toolkit} from '../toolkit.ts';

/** A priority or an approach, with the pages about it. */
export interface TermPages {
  id: string;
  label: string;
  /** Their current and former ids, because updates use the ids of their time. */
  pageIds: string[];
}

/** Every priority and then every approach, in the order of the configuration. */
export function termsOf(toolkit: Toolkit): TermPages[] {
  const {priorities, approaches} = toolkit.config;
  const pageIds = new Map<string, string[]>([...priorities, ...approaches].map(({id}) => [id, []]));
  for (const {id, data} of allPages(toolkit)) {
    for (const term of new Set([...(data.priorities ?? []), ...(data.approaches ?? [])])) {
      pageIds.get(term)?.push(...idsOf(id, data.redirect_from));
    }
  }
  return [...priorities, ...approaches].map(({id, label}) => ({id, label, pageIds: pageIds.get(id) ?? []}));
}

/** The terms whose pages some update names. */
export const updatedTermsOf = oncePer((toolkit: Toolkit): TermPages[] => {
  const named = new Set(toolkit.updates.flatMap(({data}) => data.changes.flatMap(({pages}) => pages)));
  return termsOf(toolkit).filter(({pageIds}) => pageIds.some((id) => named.has(id)));
});
