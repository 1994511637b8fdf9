import Link from '@docusaurus/Link';
import {capitalise} from '../../../format/text.ts';
import {withoutWithdrawn} from '../../../model/pages/catalogue.ts';
import type {FacetId} from '../../../model/pages/facets.ts';
import {FINDER, facetsOf, valuesOf} from '../../../model/pages/facets.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {CaseStudyList} from '../../components/CaseStudyList/CaseStudyList.tsx';
import {FacetLinks} from '../../components/Facets/FacetLinks.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf, useCatalogue, useSiteFields} from '../../components/use-site.ts';

/** The data of each page: one value of one facet. */
interface Props {
  facetId: FacetId;
  termId: string;
}

/** The case studies with one value, for links and for readers without scripts. */
export default function FacetPage({facetId, termId}: Props) {
  const {toolkit} = useSiteFields();
  const {pages, ...catalogue} = useCatalogue();
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const facets = facetsOf(toolkit, caseStudies);
  const facet = facets.find(({id}) => id === facetId);
  const term = facet?.terms.find(({id}) => id === termId);
  if (!facet || !term) throw new Error(`no case study has the ${facetId} ${termId}`);
  const count = countOf(term.count, 'case study', 'case studies');
  const by = facet.label.toLowerCase();
  const guidance = withoutWithdrawn(pages).find(({id}) => id === term.page);
  return (
    <SiteFrame
      title={`Case studies by ${by}: ${term.label}`}
      description={`${count} of ${toolkit.title} by ${by}: ${term.label}.`}
    >
      <Breadcrumbs trail={[{label: 'Case studies', to: FINDER}, {label: term.label}]} />
      <header className="page-head">
        <h1>
          <span className="kind">Case studies by {by}</span> {term.label}
        </h1>
        {term.meaning && <p className="lead">{capitalise(term.meaning)}.</p>}
        {guidance && (
          <p>
            <Link className="way-in" to={guidance.address}>
              Read the guidance: {guidance.title}
            </Link>
          </p>
        )}
      </header>
      <div className="finder">
        <FacetLinks facets={facets} current={term} />
        <div className="list-page">
          <p className="found">{count}</p>
          <CaseStudyList
            caseStudies={caseStudies.filter((study) => valuesOf(study, facetId).includes(termId))}
            heading="h2"
          />
          <p>
            <Link className="way-in" to={FINDER}>
              See all {countOf(caseStudies.length, 'case study', 'case studies')}
            </Link>
          </p>
          {/* Shown by the script: without it, filters cannot be combined. */}
          <p data-needs-script hidden>
            <Link className="way-in" to={`${FINDER}?${facetId}=${termId}`}>
              Combine with other filters
            </Link>
          </p>
        </div>
      </div>
    </SiteFrame>
  );
}
