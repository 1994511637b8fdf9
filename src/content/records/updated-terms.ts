import {oncePer} from '../memo.ts';
import {guidanceTerms, guidanceVocabularies, termIdsIn} from '../schemas/vocabulary-schema.ts';
import {allPages, type Toolkit} from '../toolkit.ts';

export interface TermPages {
  id: string;
  label: string;
  /** Their current and former ids, because updates use the ids of their time. */
  pageIds: string[];
}

/** Every term that guidance pages can be about, in the order of the configuration. */
export function termsOf(toolkit: Toolkit): TermPages[] {
  const vocabularies = guidanceVocabularies(toolkit.config);
  const terms = guidanceTerms(toolkit.config);
  const pageIds = new Map<string, string[]>(terms.map(({id}) => [id, []]));
  for (const {ids, data} of allPages(toolkit)) {
    for (const term of new Set(vocabularies.flatMap((vocabulary) => termIdsIn(data, vocabulary)))) {
      pageIds.get(term)?.push(...ids);
    }
  }
  return terms.map(({id, label}) => ({id, label, pageIds: pageIds.get(id) ?? []}));
}

/** The terms whose pages some update names. */
export const updatedTermsOf = oncePer((toolkit: Toolkit): TermPages[] => {
  const ids = new Set(toolkit.updates.flatMap(({data}) => data.changes.flatMap(({pages}) => pages)));
  return termsOf(toolkit).filter(({pageIds}) => pageIds.some((id) => ids.has(id)));
});
