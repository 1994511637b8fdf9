import {addressOf, editionAddress, idsOf} from '../../content/pages/page-id.ts';
import {titleOf} from '../../content/source-document.ts';
import {allPages, type Edition, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';

/** A page that does not read as in an edition; of a removed one, its page in the edition. */
export interface PageSince {
  kind: 'changed' | 'added' | 'removed';
  id: string;
  title: string;
  /** Without the site's base URL. */
  address: string;
}

const KINDS: readonly PageSince['kind'][] = ['changed', 'added', 'removed'];

/**
 * The pages whose fingerprint is not that in an edition, or that were withdrawn since, sorted by kind and title. Handbook
 * pages are left out, because editions do not contain them.
 */
export function pagesSince(toolkit: Toolkit, edition: Edition): PageSince[] {
  const {compare} = textOf(toolkit.config).format;
  const frozen = new Map(edition.pages.map((page) => [page.id, page]));
  const continued = new Set<string>();
  const live = allPages(toolkit)
    .filter(({document}) => document.path.startsWith('docs/'))
    .flatMap(({id, data, fingerprint}): PageSince | [] => {
      const former = idsOf(id, data.redirect_from).find((candidate) => frozen.has(candidate));
      if (former !== undefined) continued.add(former);
      const before = frozen.get(former ?? '');
      const isNowWithdrawn = data.withdrawn !== undefined && before?.document.frontMatter?.withdrawn === undefined;
      if (before?.fingerprint() === fingerprint() && !isNowWithdrawn) return [];
      return {kind: before ? 'changed' : 'added', id, title: data.title, address: addressOf(id)};
    });
  const removed = edition.pages
    .filter(({id}) => !continued.has(id))
    .map(({id, document}): PageSince => {
      return {kind: 'removed', id, title: titleOf(document, id), address: editionAddress(edition.name, id)};
    });
  return [...live, ...removed].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
  );
}
