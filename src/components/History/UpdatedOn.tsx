import {qualifiedId} from '../../content/page-id.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useRecords} from '../use-site.ts';

/** Under the title: how new the words are, and the way to what changed. */
export function UpdatedOn({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const records = useRecords();
  const isToolkit = pageId === 'index' && !edition;
  const history = isToolkit ? records.toolkit : records.pages[qualifiedId(pageId, edition)]?.history;
  if (!history?.lastUpdated) return null;
  return (
    <p className="updated-on" data-pagefind-ignore>
      Last updated: <PublishedDate published={history.lastUpdated} />. <a href="#page-updates">See all updates</a>
    </p>
  );
}
