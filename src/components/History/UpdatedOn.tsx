import {qualifiedId} from '../../content/page-id.ts';
import {checkInShort} from '../../content/review-words.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useIsRestated} from '../edition.ts';
import {useRecords} from '../use-site.ts';

/** Under the title: how new the words are and when somebody checked them, and the ways to both records. */
export function UpdatedOn({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const records = useRecords();
  const isRestated = useIsRestated(edition);
  const isToolkit = pageId === 'index' && !edition;
  const history = isToolkit ? records.toolkit : records.pages[qualifiedId(pageId, edition)]?.history;
  const {freshness} = records.pages[qualifiedId(pageId, edition)] ?? {};
  if (!history?.lastUpdated) return null;
  return (
    <p className="updated-on" data-pagefind-ignore>
      <span>
        {isRestated ? 'Original last updated' : 'Last updated'}: <PublishedDate published={history.lastUpdated} />.{' '}
        <a href="#page-updates">See all updates</a>
      </span>{' '}
      {!edition && (
        <span>
          {checkInShort(freshness)} <a href="#review">Who checks it</a>
        </span>
      )}
    </p>
  );
}
