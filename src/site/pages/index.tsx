import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {isAboutWebsite} from '../../changes/updates/change-labels.ts';
import {LIVE, sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {FINDER} from '../../content/pages/facets.ts';
import {FIGURES_ADDRESS, type Figure} from '../../content/pages/figure.ts';
import {EVIDENCE_IDS} from '../../content/schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {capitalise} from '../../format/text.ts';
import {StructuredData} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {LinkedPages, PublishedDate} from '../components/Changes/PageLinks.tsx';
import {ChartFigure} from '../components/Chart/Chart.tsx';
import {YearAndArea} from '../components/InShort/InShort.tsx';
import {LinkList, WayIn} from '../components/Links/Links.tsx';
import {Rich} from '../components/Rich/Rich.tsx';
import {Shelf} from '../components/Shelf/Shelf.tsx';
import {PrintedAs, SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {Slot} from '../components/Slot/Slot.tsx';
import {publishedBy, type StructuredDatum} from '../components/structured-data.ts';
import {useCatalogue, useRecords, useSiteData, useSiteFields, useText} from '../components/use-site.ts';

/** How many case studies are shown. */
const SHOWN = 3;

/** The newest change names its pages if they are few. */
const MAX_NAMED = 3;

/** The home page, generated from the configuration and the catalogue: who it is for, what they ask, what there is. */
export default function Home() {
  const {toolkit} = useSiteFields();
  const {home: t} = useText();
  const {home} = toolkit;
  const {answer} = useSiteData().home;
  const unanswered = home.questions.filter(({to}) => to !== answer?.to);
  return (
    <SiteFrame description={toolkit.description}>
      <Slot name="head" at="updates" />
      <StructuredData data={siteData(toolkit)} />
      <div className="home">
        <header className="hero">
          <h1>{home.headline ?? toolkit.title}</h1>
          <div>
            <PrintedAs />
            {toolkit.description && <p className="lead">{toolkit.description}</p>}
            <Slot name="home" at="lead" />
          </div>
          <Answer />
        </header>
        {unanswered.length > 0 && (
          <HomeSection title={t.questions}>
            <LinkList className="questions" links={unanswered} />
          </HomeSection>
        )}
        <Shelf />
        <Readers />
        <Evidence />
        <CaseStudies />
        <News />
      </div>
    </SiteFrame>
  );
}

/** A question that readers ask: one figure of its page, with its source, and how the page is rated. */
function Answer() {
  const {answer} = useSiteData().home;
  const {facts: t} = useText();
  if (!answer) return null;
  const {question, to, figure, what, year, area, sources, ratings} = answer;
  return (
    <section className="answer">
      <h2>
        <Link to={to}>{question}</Link>
      </h2>
      <p>
        <strong>{capitalise(figure)}</strong> {capitalise(what)}.
      </p>
      <p>
        <small>
          <YearAndArea year={year} area={area} />
          {sources.slice(0, 1).map((source) => (
            <Rich
              key={source.title}
              text={t.source}
              with={{a: () => (source.url ? <a href={source.url}>{source.title}</a> : source.title)}}
            />
          ))}
        </small>
      </p>
      <FigureTools title={question} to={to} figure={answer} />
      <Slot name="home" at="answer" ratings={ratings} />
    </section>
  );
}

/** Who it is for, and the ways in for readers in a hurry. */
function Readers() {
  const {audience, ways_in, pages_at} = useSiteFields().toolkit;
  const {home: t} = useText();
  return (
    <section className="readers" aria-label={t.start}>
      <p className="audience">
        {audience && t.audience({audience})}{' '}
        <Link className="way-in" to={pages_at}>
          {t.read}
        </Link>
      </p>
      {ways_in && <LinkList links={ways_in} />}
    </section>
  );
}

/** The strongest case studies, of these the newest. */
function CaseStudies() {
  const {home: t, names} = useText();
  const caseStudies = withoutWithdrawn(useCatalogue().caseStudies);
  if (caseStudies.length === 0) return null;
  const rankOf = ({evidence}: CatalogueCaseStudy) => EVIDENCE_IDS.indexOf(evidence);
  const shown = caseStudies
    .toSorted((a, b) => rankOf(b) - rankOf(a) || (b.period?.from.year ?? 0) - (a.period?.from.year ?? 0))
    .slice(0, SHOWN);
  return (
    <HomeSection title={names.caseStudies}>
      <CaseStudyList caseStudies={shown} heading="h3" />
      <WayIn to={FINDER}>
        {caseStudies.length > SHOWN ? t.seeAll({count: caseStudies.length}) : t.see({count: caseStudies.length})}
      </WayIn>
    </HomeSection>
  );
}

/** The newest change to the content that readers must know of. */
function News() {
  const {home: t, history, changes, editions, format} = useText();
  const {updates, editions: all} = useRecords();
  const edition = all.find(({isRestated}) => !isRestated);
  const notes = updates.flatMap((update) => update.changes.map((change) => ({update, change})));
  const {update: newest, change} = notes.find(
    ({change: note}) => note.significance === 'major' && !isAboutWebsite(note),
  ) ?? {update: updates[0]};
  if (!newest) return null;
  return (
    <HomeSection title={t.news}>
      <p data-new={changes.sinceVisit} data-published={newest.published.latest}>
        <PublishedDate published={newest.published} />:{' '}
        {change && change.pages.length <= MAX_NAMED && (
          <>
            <LinkedPages ids={change.pages} />.{' '}
          </>
        )}
        {change?.note} <Link to={`/updates/${newest.slug}/`}>{history.whole}</Link>
      </p>
      <WayIn to="/updates/">{t.allUpdates}</WayIn>
      {edition && <WayIn to={sinceAddress(edition.name)}>{editions.after({edition: format.inWords(edition)})}</WayIn>}
      <Slot name="home" at="news" />
    </HomeSection>
  );
}

/** The site as an https://schema.org/WebSite. */
function siteData(toolkit: ToolkitConfig): StructuredDatum {
  const {title, description, language, url, baseUrl} = toolkit;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: title,
    ...(description && {description}),
    url: url + baseUrl,
    inLanguage: language,
    ...publishedBy(toolkit),
  };
}

/** What readers can do with a figure without leaving the page: copy it with its source, or say that it is wrong. */
function FigureTools({title, to, figure}: {title: string; to: string; figure: Pick<Figure, 'figure' | 'what'>}) {
  const address = useBaseUrl(to, {absolute: true});
  const {figures: t, charts} = useText();
  return (
    <p className="figure-tools">
      <button type="button" hidden data-copied={charts.copied}>
        {t.copy}
      </button>{' '}
      <Slot name="title" at="figure" page={{title, address, edition: LIVE, figure}} />
    </p>
  );
}

/** The chart and the figures that the toolkit chose, each with a link to its place, where its source and its tools are. */
function Evidence() {
  const {home, charts} = useSiteData();
  const {chart: id} = useSiteFields().toolkit.home;
  const {charts: t, figures} = useText();
  const chart = id === undefined ? undefined : charts[id];
  if (!chart && home.figures.length === 0) return null;
  return (
    <div className="home-evidence">
      {id !== undefined && chart && home.chartAt !== undefined && (
        <ChartFigure id={id} chart={chart}>
          <WayIn to={home.chartAt}>{t.table}</WayIn>
        </ChartFigure>
      )}
      <ul className="key-figures">
        {home.figures.map(({figure, what, year, area, page, to}) => (
          <li key={to}>
            <strong>
              <Link className="figure-link" to={to}>
                {figure}
              </Link>
            </strong>{' '}
            {what}.{' '}
            <small>
              <YearAndArea year={year} area={area} />
              {page}
            </small>
          </li>
        ))}
        <li>
          <WayIn to={FIGURES_ADDRESS}>{figures.all}</WayIn>
        </li>
      </ul>
    </div>
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
