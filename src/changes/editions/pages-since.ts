import {addressOf} from '../../content/pages/page-id.ts';
import {titleOf} from '../../content/source-document.ts';
import {allPages, type Edition, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {historyOf, type PageHistory, updatesIn} from '../updates/history.ts';

/** A page that does not read as in an edition; of a removed one, its page in the edition. */
export interface PageSince {
  /** Of changed pages, those that said something wrong are `corrected`, and those with minor changes only `minor`. */
  kind: 'corrected' | 'added' | 'changed' | 'minor' | 'removed';
  id: string;
  title: string;
  /** Without the site's base URL. */
  address: string;
  /** What updates after the edition say about it. */
  history: PageHistory;
}

const KINDS: readonly PageSince['kind'][] = ['corrected', 'added', 'changed', 'minor', 'removed'];

/**
 * The pages whose fingerprint is not that in an edition, or that were withdrawn since, by kind and title. Handbook pages
 * are left out, because editions do not contain them.
 */
export function pagesSince(toolkit: Toolkit, edition: Edition): PageSince[] {
  const {compare} = textOf(toolkit.config).format;
  const frozen = new Map(edition.pages.map((page) => [page.id, page]));
  const continued = new Set<string>();
  const updates = toolkit.updates.map(({data}) => data);
  const included = new Set(updatesIn(updates, edition));
  const later = updates.filter((update) => !included.has(update));
  const live = allPages(toolkit)
    .filter(({document}) => document.path.startsWith('docs/'))
    .flatMap(({id, ids: pageIds, address, data, fingerprint}): PageSince | [] => {
      const former = pageIds.find((candidate) => frozen.has(candidate));
      if (former !== undefined) continued.add(former);
      const before = frozen.get(former ?? '');
      const isNowWithdrawn = data.withdrawn !== undefined && before?.document.frontMatter?.withdrawn === undefined;
      if (before?.fingerprint() === fingerprint() && !isNowWithdrawn) return [];
      const history = historyOf(later, {pageIds});
      return {kind: before ? kindOf(history) : 'added', id, title: data.title, address, history};
    });
  const removed = edition.pages
    .filter(({id}) => !continued.has(id))
    .map(({id, document}): PageSince => {
      const address = addressOf(toolkit.config, id, edition.name);
      return {kind: 'removed', id, title: titleOf(document, id), address, history: historyOf(later, {pageIds: [id]})};
    });
  return [...live, ...removed].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
  );
}

function kindOf({major, minor}: PageHistory): PageSince['kind'] {
  if (major.some(({kind}) => kind === 'correction')) return 'corrected';
  return major.length === 0 && minor.length > 0 ? 'minor' : 'changed';
}
