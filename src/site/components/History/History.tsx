import Link from '@docusaurus/Link';
import {reviewSummary} from '../../../changes/freshness/review-labels.ts';
import type {HistoryEntry, PageHistory} from '../../../changes/updates/history.ts';
import {UPDATES} from '../../../content/addresses/feed-addresses.ts';
import {qualifiedId} from '../../../content/pages/page-id.ts';
import {AfterFeedback, DifferenceLink, PublishedDate} from '../Changes/PageLinks.tsx';
import {useFrontMatter} from '../front-matter.ts';
import {Rich} from '../Rich/Rich.tsx';
import {useEditionNamed, useRecords, useSiteData, useSiteFields, useText} from '../use-site.ts';

interface Props {
  history: PageHistory;
  of: 'page' | 'toolkit';
  /** The current and former ids of the page. */
  ids: readonly string[];
  /** Whether it is the history of another publisher's text, which the page restates. */
  isOfOriginal?: boolean;
}

/** How many changes of each kind are shown: the history of the whole toolkit grows with every update. */
const MAX_SHOWN = 30;

/** When a page was first published and last updated, and the newest updates of it; complete without a script. */
export function History({history, of, ids, isOfOriginal = false}: Props) {
  const {firstPublished, lastUpdated, major, minor, older} = history;
  const {predecessor} = useSiteFields().toolkit;
  const total = major.length + minor.length + older.length;
  const isWhole = [major, minor, older].every(({length}) => length <= MAX_SHOWN);
  const {history: t, counts} = useText();
  const isPage = of === 'page';
  if (total === 0) return null;
  return (
    <section className="history" aria-labelledby="page-updates">
      <h2 id="page-updates">
        {isOfOriginal ? (isPage ? t.ofOriginalPage : t.ofOriginalToolkit) : isPage ? t.ofPage : t.ofToolkit}
      </h2>
      <p>
        {firstPublished && (
          <>
            <Rich
              text={isOfOriginal ? t.originalFirst : t.first}
              with={{date: () => <PublishedDate published={firstPublished} />}}
            />{' '}
          </>
        )}
        {lastUpdated && (
          <Rich
            text={isOfOriginal ? t.originalLast : t.last}
            with={{date: () => <PublishedDate published={lastUpdated} />}}
          />
        )}
      </p>
      <details open>
        <summary>{isWhole ? t.all({count: total}) : t.newest({count: total})}</summary>
        <HistoryList entries={major} ids={ids} />
        {minor.length > 0 && (
          <details>
            <summary>{counts.smallCorrections({count: minor.length})}</summary>
            <HistoryList entries={minor} ids={ids} />
          </details>
        )}
        {older.length > 0 && (
          <>
            <h3>
              {t.before}
              {predecessor && ` (${predecessor.name})`}
            </h3>
            <HistoryList entries={older} ids={ids} />
            <p>
              <Rich text={t.noText} with={{a: (words) => <Link to="/editions/">{words}</Link>}} />
            </p>
          </>
        )}
      </details>
    </section>
  );
}

/** Changes, newest first: date, kind, note and update. A list about one page names the other pages of a note. */
export function HistoryList({
  entries,
  ids,
  max = MAX_SHOWN,
  all = UPDATES,
}: {
  entries: readonly HistoryEntry[];
  ids?: readonly string[];
  max?: number;
  /** The address of those that are not shown. */
  all?: string | undefined;
}) {
  const updates = useSiteData().differences;
  const linksOf = ({update, pages}: HistoryEntry) =>
    pages.filter((id) => !ids || ids.includes(id)).flatMap((id) => updates[update]?.[id] ?? []);
  const {history: t, changes, counts} = useText();
  if (entries.length === 0) return null;
  const shown = entries.slice(0, max);
  // Several notes of an update may lead to one difference.
  const last = new Map(shown.flatMap((entry, index) => linksOf(entry).map(({address}) => [address, index] as const)));
  return (
    <ol className="history-list">
      {shown.map((entry, index) => {
        const {update, nth, published, kind, note, others, answers} = entry;
        return (
          <li key={`${update}#${nth}`}>
            <p className="facts-line">
              <PublishedDate published={published} /> · {changes.kinds[kind]}
              {others > 0 && `, ${counts.withOthers({count: others})}`}
            </p>
            <p>
              {note} <Link to={`/updates/${update}/`}>{t.whole}</Link>
            </p>
            {answers && (
              <p>
                <AfterFeedback answers={answers} />
              </p>
            )}
            {linksOf(entry)
              .filter(({address}) => last.get(address) === index)
              .map((link) => (
                <p key={link.address}>
                  <DifferenceLink {...link} />
                </p>
              ))}
          </li>
        );
      })}
      {entries.length > max && (
        <li>
          <p>
            <Rich text={t.older({count: entries.length - max})} with={{a: (words) => <Link to={all}>{words}</Link>}} />
          </p>
        </li>
      )}
    </ol>
  );
}

/** When the page was last updated, how new its sources are, and its reviews; nothing before it was published. */
export function UpdatedOn({pageId, edition}: {pageId: string; edition: string | undefined}) {
  const text = useText();
  const t = text.history;
  const records = useRecords();
  const isRestated = useEditionNamed()(edition)?.isRestated;
  const isToolkit = pageId === 'index' && !edition;
  const history = isToolkit ? records.toolkit : records.pages[qualifiedId(pageId, edition)]?.history;
  const {freshness} = records.pages[qualifiedId(pageId, edition)] ?? {};
  const {sources = []} = useFrontMatter();
  const newest = sources
    .flatMap(({year}) => year ?? [])
    .sort()
    .at(-1);
  const {lastUpdated} = history ?? {};
  if (!lastUpdated) return null;
  return (
    <>
      <span className="updated-on">
        <Rich
          text={isRestated ? t.originalLast : t.last}
          with={{
            date: () => (
              <Link to="#page-updates">
                <PublishedDate published={lastUpdated} />
              </Link>
            ),
          }}
        />
      </span>{' '}
      {newest && <span>{text.review.newestSource({year: String(newest)})}</span>}{' '}
      {!edition && freshness && (
        <Link to="#review">
          {[
            reviewSummary(freshness, text),
            freshness.due && !freshness.overdue && text.review.nextBy({day: text.format.day(freshness.due)}),
          ]
            .filter(Boolean)
            .join(' ')}
        </Link>
      )}
    </>
  );
}
