import {pageIdOf} from '../../content/pages/page-id.ts';
import {isPage, type Toolkit} from '../../content/toolkit.ts';
import type {PageNames} from './announce.ts';

/** The current titles of pages. A removed page has its last title. */
export function pageTitles({documents, published}: Toolkit): PageNames {
  const live = new Map(documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document]));
  return {
    isLive: (id) => live.has(id),
    titleOf: (id) => {
      const title = (live.get(id) ?? published.texts.get(id)?.document())?.frontMatter?.title;
      return typeof title === 'string' && title.trim() !== '' ? title : id;
    },
  };
}
