import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {DOCUMENT} from '../../../model/pages/document-parts.ts';
import {qualifiedId} from '../../../model/pages/page-id.ts';
import {SAVED} from '../../../model/routes/generated-routes.ts';
import {EditionMenu} from '../EditionBanner/EditionBanner.tsx';
import {useRecords, useSiteData, useSiteFields, useText} from '../use-site.ts';

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
      <TakeAway hasBriefing={useHasBriefing(headings)} />
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
      {pluginId === 'default' && <EditionMenu pageId={pageId} edition={edition} />}
    </div>
  );
}

/** The anchor at which a page shows only its briefing. */
const BRIEFING = 'briefing';

/** Whether a page has a section that briefings keep; case studies fit on two sides as they are. */
function useHasBriefing(headings: Props['headings']): boolean {
  const {sections} = useSiteFields().toolkit;
  return headings.some(({value}) => sections.briefing.includes(value));
}

/** In place of the rest of the page, once somebody asks for its briefing: what it is, and how to print it. */
export function BriefingBar({headings}: Pick<Props, 'headings'>) {
  const {page: t} = useText();
  if (!useHasBriefing(headings)) return null;
  return (
    <div className="briefing-bar" id={BRIEFING} data-pagefind-ignore="all">
      <p>
        {t.aboutBriefing} <a href="#main">{t.wholePage}</a>
      </p>
      <p data-needs-script hidden>
        <button type="button" data-print>
          {t.print}
        </button>
      </p>
    </div>
  );
}

/** To print the page or its briefing and to save it, in sight below the title on a phone. */
function TakeAway({hasBriefing}: {hasBriefing: boolean}) {
  const {page: t, saved} = useText();
  return (
    <ul className="take-away">
      {hasBriefing && (
        <li>
          <a href={`#${BRIEFING}`}>{t.makeBriefing}</a>
        </li>
      )}
      <li data-needs-script hidden>
        <button type="button" data-print>
          {t.print}
        </button>
      </li>
      <li data-needs-script hidden>
        <button type="button" data-save={saved.add} data-remove={saved.remove} data-list={saved.count}>
          {saved.add}
        </button>{' '}
        <Link to={SAVED} hidden>
          {saved.title}
        </Link>
      </li>
    </ul>
  );
}

/** Links to what is further down the page. */
function Tools({pageId, edition}: Omit<Props, 'headings'>) {
  const {page: t, names, history, cite} = useText();
  const {lists} = useSiteData();
  const record = useRecords().pages[qualifiedId(pageId, edition)];
  const isLive = edition === undefined;
  return (
    <ul>
      {record?.history.lastUpdated && (
        <li>
          <a href="#page-updates">{history.see}</a>
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
    </ul>
  );
}
