import {capitalise} from '../../../format/text.ts';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../../model/pages/catalogue.ts';
import {type FacetId, FINDER} from '../../../model/pages/facets.ts';
import {CaseStudyList} from '../../components/CaseStudyList/CaseStudyList.tsx';
import {FacetLinks} from '../../components/Facets/FacetLinks.tsx';
import {WayIn} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf, useCatalogue, useSiteData, useSiteFields} from '../../components/use-site.ts';

interface Props {
  facetId: FacetId;
  termId: string;
  list: ListPage<CatalogueCaseStudy>;
}

/** The case studies with one value, for links and for readers without scripts. */
export default function FacetPage({facetId, termId, list}: Props) {
  const {toolkit} = useSiteFields();
  const {pages, caseStudies} = useCatalogue();
  const {facets} = useSiteData();
  const facet = facets.find(({id}) => id === facetId);
  const term = facet?.terms.find(({id}) => id === termId);
  if (!facet || !term) throw new Error(`no case study has the ${facetId} ${termId}`);
  const count = countOf(term.count, 'case study', 'case studies');
  const by = facet.label.toLowerCase();
  const guidance = withoutWithdrawn(pages).find(({id}) => id === term.page);
  return (
    <Page
      title={`Case studies by ${by}: ${term.label}`}
      description={`${count} of ${toolkit.title} by ${by}: ${term.label}.`}
      position={list}
      above={[{label: 'Case studies', to: FINDER}]}
      crumb={term.label}
      heading={
        <>
          <span className="kind">Case studies by {by}</span> {term.label}
        </>
      }
      lead={term.meaning && `${capitalise(term.meaning)}.`}
      intro={guidance && <WayIn to={guidance.address}>Read the guidance: {guidance.title}</WayIn>}
      column={null}
    >
      <div className="finder">
        <FacetLinks facets={facets} current={term} />
        <div className="list-page">
          <p className="found">{count}</p>
          <CaseStudyList caseStudies={list.items} heading="h2" />
          <Pagination list={term.address} {...list} />
          <WayIn to={FINDER}>
            See all {countOf(withoutWithdrawn(caseStudies).length, 'case study', 'case studies')}
          </WayIn>
          {/* Shown by the script: without it, filters cannot be combined. */}
          <WayIn to={`${FINDER}?${facetId}=${termId}`} data-needs-script hidden>
            Combine with other filters
          </WayIn>
        </div>
      </div>
    </Page>
  );
}
