import {oncePer} from '../memo.ts';
import {documentKind, pageIdOf} from '../pages/page-id.ts';
import {titleOf} from '../source-document.ts';
import {allPages, type Toolkit} from '../toolkit.ts';

/** A live page whose file exists but is invalid. */
export interface UnreadPage {
  id: string;
  path: string;
  /** The title from its file, or its published title, or its id. */
  title: string;
}

/** Pages that are missing from lists because their front matter or file is invalid. */
export const unreadPages = oncePer<UnreadPage[], Toolkit>((toolkit) => {
  const {files, unread, documents, published} = toolkit;
  const read = new Set(allPages(toolkit).map(({document}) => document.path));
  const there = [...files, ...unread.filter(({reason}) => reason !== 'gone')].map(({path}) => path);
  return there.filter(isPageFile).flatMap((path): UnreadPage[] => {
    if (read.has(path)) return [];
    const id = pageIdOf(path);
    const broken = documents.find(({document}) => document.path === path)?.document;
    const known = broken && titleOf(broken, '') !== '' ? broken : published.texts.get(id)?.document();
    return [{id, path, title: known ? titleOf(known, id) : id}];
  });
});

function isPageFile(path: string): boolean {
  const kind = documentKind(path);
  return kind === 'page' || kind === 'case-study';
}
