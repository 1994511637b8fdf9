import type {Records} from '../page-record.ts';
import {editionAddress, qualifiedId} from './page-id.ts';

/** A live page as an edition holds it. */
export interface FrozenPage {
  edition: string;
  /** Without the site's base URL. */
  address: string;
  /** Whether its words are those of the live page. */
  isSame: boolean;
}

/** The page in the newest edition that has it, from the ids that it has and had; the first is that of the live page. */
export function frozenPage(
  ids: readonly string[],
  {editions, pages}: Pick<Records, 'editions' | 'pages'>,
): FrozenPage | undefined {
  for (const {name} of editions) {
    const id = ids.find((held) => pages[qualifiedId(held, name)]);
    if (id === undefined) continue;
    const isSame = pages[qualifiedId(id, name)]?.fingerprint === pages[ids[0] ?? '']?.fingerprint;
    return {edition: name, address: editionAddress(name, id), isSame};
  }
  return undefined;
}
