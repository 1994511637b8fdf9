import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {PublishedUpdate} from '../../model/page-record.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../model/pages/catalogue.ts';
import {type FacetId, FINDER, facetsOf} from '../../model/pages/facets.ts';
import {FOLLOW} from '../../model/routes/feed-addresses.ts';
import {readersFirst} from '../../model/updates/change-labels.ts';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {UpdateList} from '../components/Changes/Changes.tsx';
import {ToolkitFeedLinks} from '../components/FeedLink/FeedLink.tsx';
import {LinkList, WayIn} from '../components/Links/Links.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {countOf, useCatalogue, useRecords, useSiteFields} from '../components/use-site.ts';

const SHOWN = 4;

const UPDATES_SHOWN = 2;

/** The home page, generated from the configuration and the catalogue. */
export default function Home() {
  const {toolkit} = useSiteFields();
  const catalogue = useCatalogue();
  const {updates} = useRecords();
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const contribution = catalogue.pages.find(({address}) => address === toolkit.contribute.to);
  return (
    <SiteFrame description={toolkit.description}>
      <ToolkitFeedLinks />
      <div className="home">
        <header className="hero">
          <h1>{toolkit.title}</h1>
          <p className="lead">{toolkit.description}</p>
          <p className="audience">
            For {toolkit.audience}.{' '}
            <Link className="way-in" to="/toolkit/">
              Read the guidance
            </Link>
          </p>
          {toolkit.ways_in && <LinkList className="ways-in" links={toolkit.ways_in} />}
        </header>
        <div className="term-groups">
          <TermLinkList title="Priorities" facet="priority" />
          <TermLinkList title="Approaches" facet="approach" />
        </div>
        {updates.length > 0 && (
          <HomeSection title="What is new">
            <UpdateList updates={readersFirst(updates, majorPages).slice(0, UPDATES_SHOWN)} heading="h3" brief />
            <WayIn to="/updates/">See all updates</WayIn>
            <WayIn className="follow" to={FOLLOW}>
              Get updates
            </WayIn>
          </HomeSection>
        )}
        {caseStudies.length > 0 && (
          <HomeSection title="Case studies">
            <CaseStudyList caseStudies={latest(caseStudies)} heading="h3" />
            <WayIn to={FINDER}>
              See {caseStudies.length > SHOWN && 'all '}
              {countOf(caseStudies.length, 'case study', 'case studies')}
            </WayIn>
          </HomeSection>
        )}
        <HomeSection title="Contribute">
          {contribution && <p>{contribution.description}</p>}
          <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
        </HomeSection>
        <HomeSection title="Publisher">
          <p className="publisher">{toolkit.publisher}</p>
        </HomeSection>
      </div>
    </SiteFrame>
  );
}

function HomeSection({title, children}: {title: string; children: ReactNode}) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

/** The most recent case studies; those without dates come last. */
function latest(caseStudies: readonly CatalogueCaseStudy[]): CatalogueCaseStudy[] {
  return caseStudies.toSorted((a, b) => (b.period?.from.year ?? 0) - (a.period?.from.year ?? 0)).slice(0, SHOWN);
}

/** Puts updates that concern only the handbook last. */
function majorPages({changes}: PublishedUpdate): string[] {
  return changes.flatMap(({significance, pages}) => (significance === 'major' ? pages : []));
}

/** A vocabulary as links: each term links to its page or to its case studies; other terms are listed as planned. */
function TermLinkList({title, facet}: {title: string; facet: Extract<FacetId, 'priority' | 'approach'>}) {
  const {toolkit} = useSiteFields();
  const {pages, caseStudies} = useCatalogue();
  const terms = facet === 'priority' ? toolkit.priorities : toolkit.approaches;
  const withStudies = facetsOf(toolkit, withoutWithdrawn(caseStudies)).find(({id}) => id === facet)?.terms ?? [];
  const entries = terms.map((term) => ({
    ...term,
    guidance: withoutWithdrawn(pages).find(({id}) => id === term.page)?.address,
    studies: withStudies.find(({id}) => id === term.id),
  }));
  const toCome = entries.filter(({guidance, studies}) => !guidance && !studies).map(({label}) => label);
  if (toCome.length === entries.length) return null;
  return (
    <section className="terms-grid">
      <h2>{title}</h2>
      <ul>
        {entries.map(({id, label, guidance, studies}) => {
          const to = guidance ?? studies?.address;
          const behind = [guidance && 'guidance', studies && countOf(studies.count, 'case study', 'case studies')];
          return (
            to && (
              <li key={id}>
                <Link to={to}>{label}</Link> <span>{behind.filter(Boolean).join(', ')}</span>
              </li>
            )
          );
        })}
      </ul>
      {toCome.length > 0 && <p className="to-come">Still to come: {toCome.join(', ')}.</p>}
    </section>
  );
}
