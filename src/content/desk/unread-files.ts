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
  return [...new Set(paths)].filter((path) => !waitsForConsent(toolkit, path)).sort();
}

/** The pages among them. */
export function brokenPages(toolkit: Toolkit): UnreadPage[] {
  const paths = new Set(unreadFiles(toolkit));
  return unreadPages(toolkit).filter(({path}) => paths.has(path));
}

/** Whether nothing but its consent keeps the page of a proposal from being read: the list of proposals tells of it. */
function waitsForConsent({invalid, documents, proposals}: Toolkit, path: string): boolean {
  const document = documents.find((entry) => entry.document.path === path)?.document;
  return (
    document?.frontMatter?.consent === undefined &&
    invalid.filter((finding) => finding.path === path).length === 1 &&
    proposals.some(({data}) => path === `docs/${data.case_study}.md`)
  );
}
