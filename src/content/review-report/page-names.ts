import {pageIdOf} from '../page-id.ts';
import type {Toolkit} from '../toolkit.ts';
import {isPage} from '../toolkit.ts';
import type {NamedPage} from './review-report.ts';

/** Names pages by their titles, even those whose front matter is wrong elsewhere; a page that is gone by its last one. */
export function pageNames({documents, published}: Toolkit): (id: string) => NamedPage {
  const titles = new Map<string, unknown>(
    documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document.frontMatter?.title]),
  );
  return (id) => {
    const title = titles.has(id) ? titles.get(id) : published.texts.get(id)?.document().frontMatter?.title;
    return {id, title: typeof title === 'string' && title.trim() !== '' ? title : id};
  };
}
