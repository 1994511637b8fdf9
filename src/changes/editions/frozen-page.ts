import {addressOf, type PagesAt, qualifiedId} from '../../content/pages/page-id.ts';
import type {EditionSummary, Records} from '../updates/page-record.ts';

export interface FrozenPage {
  edition: EditionSummary;
  /** Without the site's base URL. */
  address: string;
  /** Whether its text is that of the live page. */
  isSame: boolean;
}

/** The live text of a page and its text in each edition, newest first. `ids` are its current id and its former ids, in this order. */
export function versionsOf(
  config: PagesAt,
  ids: readonly string[],
  {editions, pages}: Pick<Records, 'editions' | 'pages'>,
) {
  return [undefined, ...editions].flatMap((edition) => {
    const name = edition?.name;
    const id = ids.find((candidate) => pages[qualifiedId(candidate, name)]);
    if (id === undefined) return [];
    const {fingerprint = ''} = pages[qualifiedId(id, name)] ?? {};
    return [{edition, address: addressOf(config, id, name), fingerprint}];
  });
}

/** Finds a page in the newest edition of this publisher that has it; `ids` as in `versionsOf`. */
export function frozenPage(
  config: PagesAt,
  ids: readonly string[],
  records: Pick<Records, 'editions' | 'pages'>,
): FrozenPage | undefined {
  for (const {edition, address, fingerprint} of versionsOf(config, ids, records)) {
    if (!edition || edition.isRestated) continue;
    return {edition, address, isSame: fingerprint === records.pages[ids[0] ?? '']?.fingerprint};
  }
  return undefined;
}
