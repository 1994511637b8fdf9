import {editionAddress, qualifiedId} from '../../content/pages/page-id.ts';
import type {EditionSummary, Records} from './page-record.ts';

/** The copy of a live page in an edition. */
export interface FrozenPage {
  edition: EditionSummary;
  /** Without the site's base URL. */
  address: string;
  /** Whether its text is that of the live page. */
  isSame: boolean;
}

/** Finds a page in the newest edition of this publisher that has it. `ids` are its current id and its former ids, in this order. */
export function frozenPage(
  ids: readonly string[],
  {editions, pages}: Pick<Records, 'editions' | 'pages'>,
): FrozenPage | undefined {
  for (const edition of editions.filter(({isRestated}) => !isRestated)) {
    const {name} = edition;
    const id = ids.find((held) => pages[qualifiedId(held, name)]);
    if (id === undefined) continue;
    const isSame = pages[qualifiedId(id, name)]?.fingerprint === pages[ids[0] ?? '']?.fingerprint;
    return {edition, address: editionAddress(name, id), isSame};
  }
  return undefined;
}
