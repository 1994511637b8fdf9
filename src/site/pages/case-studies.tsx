import Link from '@docusaurus/Link';
import {withoutWithdrawn} from '../../model/pages/catalogue.ts';
import {facetsOf} from '../../model/pages/facets.ts';
import {API_CASE_STUDIES, API_CASE_STUDIES_CSV} from '../../model/routes/api-addresses.ts';
import {CASE_STUDIES_FEED} from '../../model/routes/feed-addresses.ts';
import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {FileLink} from '../components/Data/DataFiles.tsx';
import {FacetLinks} from '../components/Facets/FacetLinks.tsx';
import {FeedLink} from '../components/FeedLink/FeedLink.tsx';
import {RegionMap} from '../components/RegionMap/RegionMap.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {countOf, useCatalogue, useSiteFields} from '../components/use-site.ts';

/** The finder: every case study by title, with filters. */
export default function CaseStudies() {
  const {toolkit} = useSiteFields();
  const caseStudies = withoutWithdrawn(useCatalogue().caseStudies);
  const facets = facetsOf(toolkit, caseStudies);
  const count = countOf(caseStudies.length, 'case study', 'case studies');
  return (
    <SiteFrame title="Case studies" description={`${count} in ${toolkit.title}.`}>
      <FeedLink address={CASE_STUDIES_FEED} title="Updates: case studies" />
      <Breadcrumbs trail={[{label: 'Case studies'}]} />
      <header className="page-head">
        <h1>Case studies</h1>
      </header>
      <div className="finder">
        {facets.length > 0 && <FacetLinks facets={facets} refines />}
        <div className="list-page">
          <p
            className="found"
            role="status"
            data-filter-status="No case study has all of these. Take one filter away, or clear them."
          >
            {count}
          </p>
          <p className="facts-line">
            All of them as a file: <FileLink to={API_CASE_STUDIES_CSV}>CSV for spreadsheets</FileLink> or{' '}
            <FileLink to={API_CASE_STUDIES}>JSON for programs</FileLink>
          </p>
          <CaseStudyList caseStudies={caseStudies} heading="h2" refines />
          <p>
            <Link className="way-in" to={toolkit.contribute.to}>
              {toolkit.contribute.label}
            </Link>
          </p>
          <RegionMap caseStudies={caseStudies} />
        </div>
      </div>
    </SiteFrame>
  );
}
