import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {isAboutWebsite, readersFirst} from '../../changes/updates/change-labels.ts';
import type {PublishedUpdate} from '../../changes/updates/page-record.ts';
import {sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {ALL_PAGES} from '../../content/addresses/generated-routes.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {COMPARE, FINDER, facetsOf} from '../../content/pages/facets.ts';
import {FIGURES_ADDRESS, FIGURES_FILE} from '../../content/pages/figure.ts';
import {collectionOf} from '../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {guidanceTerms, guidanceVocabularies, type Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import {StructuredData} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {MarkNew} from '../components/Changes/MarkNew.tsx';
import {LinkedPages, PublishedDate} from '../components/Changes/PageLinks.tsx';
import {ChartFigure} from '../components/Chart/Chart.tsx';
import {YearAndArea} from '../components/InShort/InShort.tsx';
import {LinkList, WayIn} from '../components/Links/Links.tsx';
import {RegionMap} from '../components/RegionMap/RegionMap.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {Slot, useSlot} from '../components/Slot/Slot.tsx';
import {publishedBy, type StructuredDatum} from '../components/structured-data.ts';
import {useCatalogue, useHasPage, useRecords, useSiteData, useSiteFields, useText} from '../components/use-site.ts';

const SHOWN = 4;

/** The newest change names its pages if they are few. */
const MOST_NAMED = 3;

/** The home page, generated from the configuration and the catalogue. */
export default function Home() {
  const {toolkit} = useSiteFields();
  const {home: t, names, history, changes, editions, format} = useText();
  const catalogue = useCatalogue();
  const {updates, editions: all} = useRecords();
  const edition = all.find(({isRestated}) => !isRestated);
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const {home} = toolkit;
  const chosen = caseStudies.find(({id}) => id === home.case_study);
  const [newest] = readersFirst(updates, majorPages);
  const major = newest?.changes.filter(({significance}) => significance === 'major') ?? [];
  const change = readersFirst(major, ({pages}) => pages)[0];
  const contribution = catalogue.pages.find(({address}) => address === toolkit.contribute?.to);
  return (
    <SiteFrame description={toolkit.description}>
      <Slot name="head" at="updates" />
      <StructuredData data={siteData(toolkit)} />
      <div className="home">
        <header className="hero">
          <h1>{toolkit.title}</h1>
          <p className="lead">{toolkit.description}</p>
          <p className="audience">
            {t.audience({audience: toolkit.audience})}{' '}
            <Link className="way-in" to="/toolkit/">
              {t.read}
            </Link>
          </p>
          <Slot name="home" at="lead" />
          {toolkit.ways_in && <LinkList className="ways-in" links={toolkit.ways_in} />}
        </header>
        <HomeFigures />
        <div className="term-groups">
          {guidanceVocabularies(toolkit).map((vocabulary) => (
            <TermLinkList key={vocabulary.key} vocabulary={vocabulary} />
          ))}
          <OtherPages />
        </div>
        <div className="home-sections">
          {caseStudies.length > 0 && (
            <HomeSection title={names.caseStudies}>
              <Slot name="home" at="case-studies" />
              <CaseStudyList caseStudies={chosen ? [chosen] : latest(caseStudies)} heading="h3" />
              <WayIn to={FINDER}>
                {caseStudies.length > SHOWN
                  ? t.seeAll({count: caseStudies.length})
                  : t.see({count: caseStudies.length})}
              </WayIn>
            </HomeSection>
          )}
          <TakeAway />
          {newest && (
            <HomeSection title={t.news}>
              <p data-new={changes.sinceVisit} data-published={newest.published.latest}>
                <PublishedDate published={newest.published} />:{' '}
                {change && change.pages.length <= MOST_NAMED && (
                  <>
                    <LinkedPages ids={change.pages} />.{' '}
                  </>
                )}
                {change?.note} <Link to={`/updates/${newest.slug}/`}>{history.whole}</Link>
              </p>
              <MarkNew />
              <WayIn to="/updates/">{t.allUpdates}</WayIn>
              {edition && (
                <WayIn to={sinceAddress(edition.name)}>{editions.after({edition: format.inWords(edition)})}</WayIn>
              )}
              <Slot name="home" at="news" />
            </HomeSection>
          )}
          {home.questions.length > 0 && (
            <HomeSection title={t.questions}>
              <LinkList className="questions" links={home.questions} />
            </HomeSection>
          )}
          <HomeChart />
          {toolkit.vocabularies
            .filter(({terms}) => terms.some(({tile}) => tile))
            .map((vocabulary) => (
              <RegionMap key={vocabulary.key} vocabulary={vocabulary} caseStudies={caseStudies} />
            ))}
          {toolkit.contribute && (
            <HomeSection title={t.contribute}>
              {contribution && <p>{contribution.description}</p>}
              <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
            </HomeSection>
          )}
        </div>
      </div>
    </SiteFrame>
  );
}

/** The site as an https://schema.org/WebSite. */
function siteData(toolkit: ToolkitConfig): StructuredDatum {
  const {title, description, language, url, baseUrl} = toolkit;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: title,
    description,
    url: url + baseUrl,
    inLanguage: language,
    ...publishedBy(toolkit),
  };
}

/** The figures that the toolkit chose, each with a link to its place, where its source is. */
function HomeFigures() {
  const {figures} = useSiteData().home;
  if (figures.length === 0) return null;
  return (
    <ul className="key-figures">
      {figures.map(({figure, what, year, area, page, to}) => (
        <li key={to}>
          <strong>{figure}</strong> {what}.{' '}
          <small>
            <YearAndArea year={year} area={area} />
            <Link to={to}>{page}</Link>
          </small>
        </li>
      ))}
    </ul>
  );
}

/** The chart that the toolkit chose, with a link to its figures and sources. */
function HomeChart() {
  const {home, charts} = useSiteData();
  const {chart: id} = useSiteFields().toolkit.home;
  const {charts: t} = useText();
  const chart = id === undefined ? undefined : charts[id];
  if (id === undefined || !chart || home.chartAt === undefined) return null;
  return (
    <ChartFigure id={id} chart={chart}>
      <WayIn to={home.chartAt}>{t.table}</WayIn>
    </ChartFigure>
  );
}

/** What readers can print, download and compare. */
function TakeAway() {
  const {lists} = useSiteData();
  const {home: t, finder} = useText();
  const figuresFile = useBaseUrl(FIGURES_FILE);
  const first = useSlot('home', {at: 'take-away'});
  if (first.length === 0 && !lists.figures && !lists.caseStudies && !lists.editions) return null;
  return (
    <HomeSection title={t.take}>
      <ul className="questions">
        {first}
        {lists.figures && (
          <>
            <li>
              <Link to={FIGURES_ADDRESS}>{t.figures}</Link>
            </li>
            <li>
              <a href={figuresFile}>{t.figuresFile}</a>
            </li>
          </>
        )}
        {lists.caseStudies && (
          <>
            <Slot name="home" at="files" />
            <li>
              <Link to={COMPARE}>{finder.compare}</Link>
            </li>
          </>
        )}
        {lists.editions && (
          <li>
            <Link to="/editions/">{t.cite}</Link>
          </li>
        )}
      </ul>
    </HomeSection>
  );
}

function HomeSection({title, children}: {title: string; children: ReactNode}) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The most recent case studies; those without dates come last. */
function latest(caseStudies: readonly CatalogueCaseStudy[]): CatalogueCaseStudy[] {
  return caseStudies.toSorted((a, b) => (b.period?.from.year ?? 0) - (a.period?.from.year ?? 0)).slice(0, SHOWN);
}

/** Puts updates that concern only the website last. */
function majorPages({changes}: PublishedUpdate): string[] {
  return changes.flatMap((change) => (change.significance === 'major' && !isAboutWebsite(change) ? change.pages : []));
}

/** The guidance pages that are about no term, in their groups. */
function OtherPages() {
  const {toolkit} = useSiteFields();
  const {contents} = useSiteData();
  const hasPage = useHasPage();
  const {names} = useText();
  const termPages = guidanceTerms(toolkit).map(({page}) => page);
  return contents
    .map(({label, sections, others}) => ({label, others, pages: sections.filter(({withdrawn}) => !withdrawn)}))
    .filter(({pages}) => pages.length > 1 && pages.every(({id}) => !termPages.includes(id) && !isInCollection(id)))
    .map(({label, pages, others}) => (
      <section className="terms-grid" key={label}>
        <h2>{label}</h2>
        <ul>
          {pages.map(({id, title, address}) => (
            <li key={id}>
              <Link to={address}>{title}</Link>
            </li>
          ))}
        </ul>
        {others > 0 && hasPage(ALL_PAGES) && <WayIn to={ALL_PAGES}>{names.allPages}</WayIn>}
      </section>
    ));

  function isInCollection(id: string): boolean {
    return id.startsWith('case-studies/') || collectionOf(id, toolkit.collections) !== undefined;
  }
}

/** A vocabulary as links: each term links to its page or to its case studies; other terms are listed as planned. */
function TermLinkList({vocabulary: {label: title, address, terms}}: {vocabulary: Vocabulary}) {
  const {toolkit} = useSiteFields();
  const {home: t} = useText();
  const {pages, caseStudies} = useCatalogue();
  const withStudies = facetsOf(toolkit, withoutWithdrawn(caseStudies)).find(({id}) => id === address)?.terms ?? [];
  const entries = terms.map(({id, label, page}) => {
    const guidance = withoutWithdrawn(pages).find((entry) => entry.id === page);
    return {id, label, to: (guidance ?? withStudies.find((term) => term.id === id))?.address};
  });
  const toCome = entries.filter(({to}) => !to).map(({label}) => label);
  if (toCome.length === entries.length) return null;
  return (
    <section className="terms-grid">
      <h2>{title}</h2>
      <ul>
        {entries.map(
          ({id, label, to}) =>
            to && (
              <li key={id}>
                <Link to={to}>{label}</Link>
              </li>
            ),
        )}
      </ul>
      {toCome.length > 0 && <p className="to-come">{t.toCome({subjects: toCome.join(', ')})}</p>}
    </section>
  );
}
