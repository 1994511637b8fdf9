import {oncePer} from '../memo.ts';
import {documentKind, idsOf, pageIdOf} from '../pages/page-id.ts';
import {titleOf} from '../source-document.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';

/** A live page that is there, and whose file cannot be read as it should. */
export interface UnreadPage {
  id: string;
  /** The ids that it has or had, as far as its file tells. */
  ids: string[];
  path: string;
  /** As its file says, else as it was published, else its id. */
  title: string;
}

/** Pages that no list of pages holds though nobody took them away: their front matter or their file is broken. */
export const unreadPages = oncePer<UnreadPage[], Toolkit>((toolkit) => {
  const {files, unread, documents, published} = toolkit;
  const read = new Set(allPages(toolkit).map(({document}) => document.path));
  const there = [...files, ...unread.filter(({reason}) => reason !== 'gone')].map(({path}) => path);
  return there.filter(isPageFile).flatMap((path): UnreadPage[] => {
    if (read.has(path)) return [];
    const id = pageIdOf(path);
    const broken = documents.find(({document}) => document.path === path)?.document;
    const known = broken && titleOf(broken, '') !== '' ? broken : published.texts.get(id)?.document();
    const from = broken?.frontMatter?.redirect_from;
    const redirects = Array.isArray(from) ? from.filter((address) => typeof address === 'string') : [];
    return [{id, ids: idsOf(id, redirects), path, title: known ? titleOf(known, id) : id}];
  });
});

function isPageFile(path: string): boolean {
  const kind = documentKind(path);
  return kind === 'page' || kind === 'case-study';
}
