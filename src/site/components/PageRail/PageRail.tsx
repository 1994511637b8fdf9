import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {DOCUMENT} from '../../../model/pages/document-parts.ts';
import {figuresOfPage} from '../../../model/pages/figure.ts';
import {qualifiedId} from '../../../model/pages/page-id.ts';
import {EditionMenu} from '../EditionBanner/EditionBanner.tsx';
import {useRecords, useSiteData, useText} from '../use-site.ts';

/** Fewer headings than this need no list. */
const FEWEST = 3;

interface Props {
  headings: readonly {value: string; id: string}[];
  pageId: string;
  edition: string | undefined;
}

/**
 * Next to the text: the sections of the page and what readers can do with it. The `<details>` contains only its summary,
 * as in the header: style sheets show the rest by its state, so that it is closed on a phone and open on a wide screen.
 */
export function PageRail({headings, pageId, edition}: Props) {
  const {page: t} = useText();
  const {pluginId} = useDocsVersion();
  return (
    <div className="page-rail" data-pagefind-ignore="all">
      <details className="rail-toggle">
        <summary>{headings.length < FEWEST ? t.thisPage : t.onThisPage}</summary>
      </details>
      {headings.length >= FEWEST && (
        <nav className="contents" aria-label={t.onThisPage}>
          <p className="rail-title" aria-hidden="true">
            {t.onThisPage}
          </p>
          <ul>
            {headings.map(({value, id}) => (
              <li key={id}>
                <a href={`#${id}`}>{value}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav className="page-tools" aria-label={t.thisPage}>
        <p className="rail-title" aria-hidden="true">
          {t.thisPage}
        </p>
        <Tools pageId={pageId} edition={edition} />
      </nav>
      {pluginId === 'default' && <EditionMenu />}
    </div>
  );
}

/** Links to what is further down the page, and to its figures. */
function Tools({pageId, edition}: Omit<Props, 'headings'>) {
  const {page: t, names, history, cite, related} = useText();
  const {figures, lists, related: byPage} = useSiteData();
  const record = useRecords().pages[qualifiedId(pageId, edition)];
  const isLive = edition === undefined;
  const count = isLive ? figures[pageId] : undefined;
  return (
    <ul>
      {count !== undefined && (
        <li className="figures-link">
          <Link to={figuresOfPage(pageId)}>{t.seeFigures(count)}</Link>
        </li>
      )}
      {isLive && (byPage[pageId]?.studies.length ?? 0) > 0 && (
        <li>
          <a href="#related-case-studies">{related.title}</a>
        </li>
      )}
      {record?.history.lastUpdated && (
        <li>
          <a href="#page-updates">{history.see}</a>
        </li>
      )}
      {record?.freshness && (
        <li>
          <a href="#review">{history.whoChecks}</a>
        </li>
      )}
      {record && (
        <li>
          <a href="#cite">{cite.title}</a>
        </li>
      )}
      {isLive && lists.updates && (
        <li>
          <a href="#follow">{names.follow}</a>
        </li>
      )}
      {record && (
        <li>
          <a href="#feedback-heading">{names.feedback}</a>
        </li>
      )}
      {pageId === 'index' && isLive && (
        <li>
          <Link to={DOCUMENT}>{t.readDocument}</Link>
        </li>
      )}
      <li data-needs-script hidden>
        <button type="button" data-print>
          {t.print}
        </button>
      </li>
    </ul>
  );
}
