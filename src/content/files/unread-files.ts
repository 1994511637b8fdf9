import {storedLedger} from '../link-ledger/link-ledger.ts';
import type {Toolkit} from '../toolkit.ts';
import {type UnreadPage, unreadPages} from './unread-pages.ts';

/** Files that cannot be read or are invalid, so that no list includes them. */
export function unreadFiles(toolkit: Toolkit): string[] {
  const {invalid, documents, files} = toolkit;
  const paths = [
    ...invalid.map(({path}) => path),
    ...documents.filter(({broken}) => broken.length > 0).map(({document}) => document.path),
    ...storedLedger(files).broken,
    ...unreadPages(toolkit).map(({path}) => path),
  ];
  return [...new Set(paths)].sort();
}

/** The pages among them. */
export function brokenPages(toolkit: Toolkit): UnreadPage[] {
  const paths = new Set(unreadFiles(toolkit));
  return unreadPages(toolkit).filter(({path}) => paths.has(path));
}

/** Says to run the check first, because some files cannot be read. */
export function explainUnread(number: number): string {
  const [subject, they] =
    number === 1 ? ['1 file cannot be read', 'it says'] : [`${number} files cannot be read`, 'they say'];
  return `${subject}, and what ${they} is missing here: run \`npm run check\` first.`;
}

/** The same for a terminal, with each file on a separate line. */
export function listUnread(paths: readonly string[]): string {
  return [explainUnread(paths.length), ...paths.map((path) => `  ${path}`)].join('\n');
}
