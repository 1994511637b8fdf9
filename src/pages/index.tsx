import Link from '@docusaurus/Link';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {TermDoors} from '../components/TermDoors/TermDoors.tsx';
import {useCatalogue, useSiteFields} from '../components/use-site.ts';
import {countOf} from '../components/wording.ts';
import type {CatalogueCaseStudy} from '../content/catalogue.ts';

const SHOWN = 4;

/** The front of the site: made from the configuration and the catalogue, with no words of its own. */
export default function Home() {
  const {toolkit} = useSiteFields();
  const {pages, caseStudies} = useCatalogue();
  const contribution = pages.find(({address}) => address === toolkit.contribute.to);
  return (
    <SiteFrame description={toolkit.description}>
      <div className="home">
        <header className="hero">
          <h1>{toolkit.title}</h1>
          <p className="lead">{toolkit.description}</p>
          <p className="audience">For {toolkit.audience}.</p>
          <p>
            <Link className="way-in" to="/toolkit/">
              Read the guidance
            </Link>
          </p>
        </header>
        <TermDoors title="Priorities" terms={toolkit.priorities} />
        <TermDoors title="Approaches" terms={toolkit.approaches} />
        {caseStudies.length > 0 && (
          <section>
            <h2>Case studies</h2>
            <div>
              <CaseStudyList caseStudies={latest(caseStudies)} heading="h3" />
              <p>
                <Link className="way-in" to="/case-studies/">
                  See {caseStudies.length > SHOWN && 'all '}
                  {countOf(caseStudies.length, 'case study', 'case studies')}
                </Link>
              </p>
            </div>
          </section>
        )}
        <section>
          <h2>Contribute</h2>
          <div>
            {contribution && <p>{contribution.description}</p>}
            <p>
              <Link className="way-in" to={toolkit.contribute.to}>
                {toolkit.contribute.label}
              </Link>
            </p>
          </div>
        </section>
      </div>
    </SiteFrame>
  );
}

/** Those that began last; those of unknown time come at the end. */
function latest(caseStudies: readonly CatalogueCaseStudy[]): CatalogueCaseStudy[] {
  return caseStudies.toSorted((a, b) => (b.period?.from.year ?? 0) - (a.period?.from.year ?? 0)).slice(0, SHOWN);
}
