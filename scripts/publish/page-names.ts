import {pageIdOf} from '../../src/content/page-id.ts';
import type {PageNames} from '../../src/content/publish/announce.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {isPage} from '../../src/content/toolkit.ts';

/** What pages are called today; one that is gone is called as it last was. */
export function pageNames({documents, published}: Toolkit): PageNames {
  const live = new Map(documents.filter(isPage).map(({document}) => [pageIdOf(document.path), document]));
  return {
    isLive: (id) => live.has(id),
    titleOf: (id) => {
      const title = (live.get(id) ?? published.texts.get(id)?.document())?.frontMatter?.title;
      return typeof title === 'string' ? title : id;
    },
  };
}
