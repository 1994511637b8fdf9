import {diffPages} from './diff/diff-pages.ts';
import type {PageDiff} from './diff/edit.ts';
import {isGeneratedPage} from './generated-pages.ts';
import {addressOf, pageIdOf} from './page-id.ts';
import type {PageEntry, Toolkit} from './toolkit.ts';
import {allPages} from './toolkit.ts';

/** A page whose meaning differs from its live text. */
export interface ChangedPage {
  page: PageEntry;
  /** `added` where no text of it was ever put live. */
  diff: PageDiff;
}

const kept = new WeakMap<Toolkit, ReadonlyMap<string, ChangedPage>>();

/**
 * The pages that say something else than their text on record, by id. Where nothing is on record yet, nothing has
 * been published, and no page can have changed since. Generated pages follow from code and configuration.
 */
export function changedPages(toolkit: Toolkit): ReadonlyMap<string, ChangedPage> {
  const known = kept.get(toolkit);
  if (known) return known;
  const changed = new Map(
    toolkit.published.texts.size === 0 ? [] : allPages(toolkit).flatMap((page) => toChanged(page, toolkit)),
  );
  kept.set(toolkit, changed);
  return changed;
}

function toChanged(page: PageEntry, {published}: Toolkit): [string, ChangedPage][] {
  const before = published.texts.get(page.id);
  if (isGeneratedPage(page.id) || before?.text === page.document.text) return [];
  const diff = diffPages(before?.document(), page.document);
  return diff.kind === 'same' ? [] : [[page.id, {page, diff}]];
}

/** The ids of pages whose text is on record and that are gone: neither removed by an update, nor at an address that leads on. */
export function gonePages(toolkit: Toolkit): string[] {
  const pages = allPages(toolkit);
  const moved = new Set(pages.flatMap(({data}) => data.redirect_from ?? []));
  return [...toolkit.published.texts.keys()].filter(
    (id) => !toolkit.documents.some(({document}) => pageIdOf(document.path) === id) && !moved.has(addressOf(id)),
  );
}
