import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {termUpdates} from '../../../content/addresses/feed-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../../content/pages/catalogue.ts';
import {type FacetTerm, FINDER} from '../../../content/pages/facets.ts';
import {capitalise, lowercaseFirst} from '../../../format/text.ts';
import {CaseStudyList} from '../../components/CaseStudyList/CaseStudyList.tsx';
import {FacetLinks} from '../../components/Facets/FacetLinks.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useCatalogue, useRecords, useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  facetId: string;
  termId: string;
  /** What none of them is about: an answer too, and there are lists of it. */
  unused: readonly Pick<FacetTerm, 'label' | 'address'>[];
  list: ListPage<CatalogueCaseStudy>;
}

/** The case studies with one value, for links and for readers without scripts. */
export default function FacetPage({facetId, termId, unused, list}: Props) {
  const {toolkit} = useSiteFields();
  const {finder: t, counts, names} = useText();
  const {pages, caseStudies} = useCatalogue();
  const {facets} = useSiteData();
  const {updatedTerms} = useRecords();
  const facet = facets.find(({id}) => id === facetId);
  const term = facet?.terms.find(({id}) => id === termId);
  if (!facet || !term) throw new Error(`no case study has the ${facetId} ${termId}`);
  const count = counts.caseStudies({count: term.count});
  const by = lowercaseFirst(facet.label);
  const guidance = withoutWithdrawn(pages).find(({id}) => id === term.page);
  return (
    <Page
      title={t.by({facet: by, term: term.label})}
      description={t.countBy({found: count, title: toolkit.title, facet: by, term: term.label})}
      position={list}
      above={[{label: names.caseStudies, to: FINDER}]}
      crumb={term.label}
      heading={
        <>
          <span className="kind">{t.kind({facet: by})}</span> {term.label}
        </>
      }
      lead={term.meaning && `${capitalise(term.meaning)}.`}
      intro={
        guidance && (
          <>
            <p>{guidance.description}</p>
            <ul className="ways-on">
              <li>
                <Link to={guidance.address}>{t.guidance({title: guidance.title})}</Link>
              </li>
              {updatedTerms.includes(term.id) && (
                <li>
                  <Link to={termUpdates(term.id)}>{names.updatesOn({subject: term.label})}</Link>
                </li>
              )}
            </ul>
          </>
        )
      }
      column={null}
    >
      <div className="finder">
        <FacetLinks facets={facets} current={{facet, term, all: withoutWithdrawn(caseStudies).length}} />
        <div className="list-page">
          <p className="found">{count}</p>
          <CaseStudyList caseStudies={list.items} heading="h2" />
          <Pagination list={term.address} {...list} />
          {unused.length > 0 && (
            <p>
              {t.noneHere}{' '}
              {unused.map(({label, address}, index) => (
                <Fragment key={address}>
                  {index > 0 && ', '}
                  <Link to={address}>{label}</Link>
                </Fragment>
              ))}
              .
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}
