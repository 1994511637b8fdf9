import {oncePer} from '../memo.ts';
import {isPagePath, pageIdOf} from '../pages/page-id.ts';
import {titleOf} from '../source-document.ts';
import {allPages, type Toolkit} from '../toolkit.ts';

interface UnreadPage {
  id: string;
  path: string;
  /** The title from its file, or its published title, or its id. */
  title: string;
}

/** Pages that are missing from lists because their front matter or file is invalid. */
const unreadPages = oncePer<UnreadPage[], Toolkit>((toolkit) => {
  const {files, unread, documents, published} = toolkit;
  const read = new Set(allPages(toolkit).map(({document}) => document.path));
  const there = [...files, ...unread.filter(({reason}) => reason !== 'gone')].map(({path}) => path);
  return there.filter(isPagePath).flatMap((path): UnreadPage[] => {
    if (read.has(path)) return [];
    const id = pageIdOf(path);
    const broken = documents.find(({document}) => document.path === path)?.document;
    const readable = broken && titleOf(broken, '') !== '' ? broken : published.texts.get(id)?.document();
    return [{id, path, title: readable ? titleOf(readable, id) : id}];
  });
});

/** Files that cannot be read or are invalid, so that no list includes them. */
export function unreadFiles(toolkit: Toolkit): string[] {
  const {invalid, documents} = toolkit;
  const paths = [
    ...invalid.map(({document}) => document.path),
    ...documents.filter(({broken}) => broken.length > 0).map(({document}) => document.path),
    ...unreadPages(toolkit).map(({path}) => path),
  ];
  return [...new Set(paths)].sort();
}

export function brokenPages(toolkit: Toolkit): UnreadPage[] {
  const paths = new Set(unreadFiles(toolkit));
  return unreadPages(toolkit).filter(({path}) => paths.has(path));
}

export function explainUnread(number: number): string {
  const [subject, they] =
    number === 1 ? ['1 file cannot be read', 'it says'] : [`${number} files cannot be read`, 'they say'];
  return `${subject}, and what ${they} is missing here: run \`npm run check\` first.`;
}

/** The same for a terminal, with each file on a separate line. */
export function listUnread(paths: readonly string[]): string {
  return [explainUnread(paths.length), ...paths.map((path) => `  ${path}`)].join('\n');
}
