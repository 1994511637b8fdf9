import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {PublishedUpdate} from '../../model/page-record.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../model/pages/catalogue.ts';
import {FINDER, facetsOf} from '../../model/pages/facets.ts';
import {FOLLOW} from '../../model/routes/feed-addresses.ts';
import {guidanceVocabularies, type Vocabulary} from '../../model/schemas/vocabulary-schema.ts';
import {readersFirst} from '../../model/updates/change-labels.ts';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {UpdateList} from '../components/Changes/Changes.tsx';
import {ToolkitFeedLinks} from '../components/FeedLink/FeedLink.tsx';
import {LinkList, WayIn} from '../components/Links/Links.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useCatalogue, useRecords, useSiteFields, useText} from '../components/use-site.ts';

const SHOWN = 4;

const UPDATES_SHOWN = 2;

/** The home page, generated from the configuration and the catalogue. */
export default function Home() {
  const {toolkit} = useSiteFields();
  const {home: t, names} = useText();
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
            {t.audience(toolkit.audience)}{' '}
            <Link className="way-in" to="/toolkit/">
              {t.read}
            </Link>
          </p>
          {toolkit.ways_in && <LinkList className="ways-in" links={toolkit.ways_in} />}
        </header>
        <div className="term-groups">
          {guidanceVocabularies(toolkit).map((vocabulary) => (
            <TermLinkList key={vocabulary.key} vocabulary={vocabulary} />
          ))}
        </div>
        {updates.length > 0 && (
          <HomeSection title={t.news}>
            <UpdateList updates={readersFirst(updates, majorPages).slice(0, UPDATES_SHOWN)} heading="h3" brief />
            <WayIn to="/updates/">{t.allUpdates}</WayIn>
            <WayIn className="follow" to={FOLLOW}>
              {names.follow}
            </WayIn>
          </HomeSection>
        )}
        {caseStudies.length > 0 && (
          <HomeSection title={names.caseStudies}>
            <CaseStudyList caseStudies={latest(caseStudies)} heading="h3" />
            <WayIn to={FINDER}>
              {caseStudies.length > SHOWN ? t.seeAll(caseStudies.length) : t.see(caseStudies.length)}
            </WayIn>
          </HomeSection>
        )}
        <HomeSection title={t.contribute}>
          {contribution && <p>{contribution.description}</p>}
          <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
        </HomeSection>
        <HomeSection title={t.publisher}>
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
function TermLinkList({vocabulary: {label: title, address, terms}}: {vocabulary: Vocabulary}) {
  const {toolkit} = useSiteFields();
  const {home: t, counts} = useText();
  const {pages, caseStudies} = useCatalogue();
  const withStudies = facetsOf(toolkit, withoutWithdrawn(caseStudies)).find(({id}) => id === address)?.terms ?? [];
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
          const behind = [guidance && t.someGuidance, studies && counts.caseStudies(studies.count)];
          return (
            to && (
              <li key={id}>
                <Link to={to}>{label}</Link> <span>{behind.filter(Boolean).join(', ')}</span>
              </li>
            )
          );
        })}
      </ul>
      {toCome.length > 0 && <p className="to-come">{t.toCome(toCome.join(', '))}</p>}
    </section>
  );
}
