import {withoutWithdrawn} from '../../model/pages/catalogue.ts';
import {facetsOf} from '../../model/pages/facets.ts';
import {API_CASE_STUDIES, API_CASE_STUDIES_CSV} from '../../model/routes/api-addresses.ts';
import {CASE_STUDIES_FEED} from '../../model/routes/feed-addresses.ts';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {FacetLinks} from '../components/Facets/FacetLinks.tsx';
import {FeedLink} from '../components/FeedLink/FeedLink.tsx';
import {FileLink, WayIn} from '../components/Links/Links.tsx';
import {RegionMap} from '../components/RegionMap/RegionMap.tsx';
import {Page} from '../components/SiteFrame/Page.tsx';
import {countOf, useCatalogue, useSiteFields} from '../components/use-site.ts';

/** The finder: every case study by title, with filters. */
export default function CaseStudies() {
  const {toolkit} = useSiteFields();
  const caseStudies = withoutWithdrawn(useCatalogue().caseStudies);
  const facets = facetsOf(toolkit, caseStudies);
  const count = countOf(caseStudies.length, 'case study', 'case studies');
  return (
    <Page
      title="Case studies"
      description={`${count} in ${toolkit.title}.`}
      metadata={<FeedLink address={CASE_STUDIES_FEED} title="Updates: case studies" />}
      column={null}
    >
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
          <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
          <RegionMap caseStudies={caseStudies} />
        </div>
      </div>
    </Page>
  );
}
