import {storedLedger} from '../link-ledger/stored-ledger.ts';
import type {Toolkit} from '../toolkit.ts';
import type {UnreadPage} from '../unread-pages.ts';
import {unreadPages} from '../unread-pages.ts';

/** Files that cannot be read or break their schema: what they say stands in no list. */
export function unreadFiles(toolkit: Toolkit): string[] {
  const {invalid, documents, files} = toolkit;
  const paths = [
    ...invalid.map(({path}) => path),
    ...documents.filter(({broken}) => broken.length > 0).map(({document}) => document.path),
    ...storedLedger(files).broken.map(({path}) => path),
    ...unreadPages(toolkit).map(({path}) => path),
  ];
  return [...new Set(paths)].sort();
}

/** The pages among them. */
export function brokenPages(toolkit: Toolkit): UnreadPage[] {
  const paths = new Set(unreadFiles(toolkit));
  return unreadPages(toolkit).filter(({path}) => paths.has(path));
}
