import {formatDay} from '../../content/format-date.ts';
import {qualifiedId} from '../../content/page-id.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useIsRestated} from '../edition.ts';
import {useRecords} from '../use-site.ts';

/** Under the title: how new the words are and when somebody checked them, and the ways to both records. */
export function UpdatedOn({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const records = useRecords();
  const isRestated = useIsRestated(edition);
  const isToolkit = pageId === 'index' && !edition;
  const history = isToolkit ? records.toolkit : records.pages[qualifiedId(pageId, edition)]?.history;
  const {review, lapses = []} = records.pages[qualifiedId(pageId, edition)]?.freshness ?? {};
  const ended = lapses.length > 0 ? '; that check no longer holds' : '';
  if (!history?.lastUpdated) return null;
  return (
    <p className="updated-on" data-pagefind-ignore>
      {isRestated ? 'Original last updated' : 'Last updated'}: <PublishedDate published={history.lastUpdated} />.{' '}
      <a href="#page-updates">See all updates</a>
      {!edition && (
        <>
          {' '}
          {review ? `Last checked: ${formatDay(review.on)}${ended}.` : 'Not checked since it was published.'}{' '}
          <a href="#review">Who checks it</a>
        </>
      )}
    </p>
  );
}
