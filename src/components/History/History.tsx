import Link from '@docusaurus/Link';
import type {PageHistory} from '../../content/history.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {FollowFeed} from '../FeedLink/FollowFeed.tsx';
import {useSiteFields} from '../use-site.ts';
import {countOf} from '../wording.ts';
import {HistoryList} from './HistoryList.tsx';

interface Props {
  history: PageHistory;
  /** `page` or `toolkit`: what the history is of. */
  of: 'page' | 'toolkit';
  /** The ids that the page has and had. */
  ids?: readonly string[];
  /** The address of its feed, without the base URL; none for a page of an edition, which never changes. */
  feed?: string | undefined;
  /** Whether it is of what another publisher wrote, which the page restates. */
  isOfOriginal?: boolean;
}

/** When a page was first published and last updated, and every update of it; complete without a script. */
export function History({history, of, ids, feed, isOfOriginal = false}: Props) {
  const {firstPublished, lastUpdated, major, minor, older} = history;
  const {predecessor} = useSiteFields().toolkit;
  const total = major.length + minor.length + older.length;
  const name = (words: string) => (isOfOriginal ? `Original ${words.toLowerCase()}` : words);
  const list = {of: ids, isOfPage: of === 'page'};
  const follow = feed && <FollowFeed address={feed} of={`this ${of}`} />;
  if (total === 0) return follow;
  return (
    <section className="history" aria-labelledby="page-updates" data-pagefind-ignore="all">
      <h2 id="page-updates">
        Updates to {isOfOriginal ? 'the original' : 'this'} {of}
      </h2>
      <p>
        {firstPublished && (
          <>
            {name('First published')}: <PublishedDate published={firstPublished} />.{' '}
          </>
        )}
        {lastUpdated && (
          <>
            {name('Last updated')}: <PublishedDate published={lastUpdated} />.
          </>
        )}
      </p>
      <details>
        <summary>Show all changes ({total})</summary>
        <HistoryList entries={major} {...list} />
        {minor.length > 0 && (
          <details>
            <summary>{countOf(minor.length, 'small correction', 'small corrections')}</summary>
            <HistoryList entries={minor} {...list} />
          </details>
        )}
        {older.length > 0 && (
          <>
            <h3>Before this restatement{predecessor && ` (${predecessor.name})`}</h3>
            <HistoryList entries={older} {...list} />
            <p>
              The text of that time is not on record here. <Link to="/editions/">Editions</Link> say what is known of
              it.
            </p>
          </>
        )}
      </details>
      {follow}
    </section>
  );
}
