import type {ListPage} from '../../../content/lists/list-pages.ts';
import {type CatalogueCaseStudy, withoutWithdrawn} from '../../../content/pages/catalogue.ts';
import {FINDER} from '../../../content/pages/facets.ts';
import {CaseStudyList} from '../../components/CaseStudyList/CaseStudyList.tsx';
import {FacetLinks} from '../../components/Facets/FacetLinks.tsx';
import {WayIn} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {Slot} from '../../components/Slot/Slot.tsx';
import {template} from '../../components/template.ts';
import {useCatalogue, useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

/** A page of the finder: the strongest evidence first. On the first the script searches and filters all of them. */
export default function FinderPage({list}: {list: ListPage<CatalogueCaseStudy>}) {
  const {toolkit} = useSiteFields();
  const caseStudies = withoutWithdrawn(useCatalogue().caseStudies);
  const {finder: t, names, counts} = useText();
  const {facets} = useSiteData();
  const count = counts.caseStudies({count: caseStudies.length});
  const isFirst = list.page === 1;
  const contribute = toolkit.contribute && <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>;
  if (caseStudies.length === 0) {
    return (
      <Page
        title={names.caseStudies}
        description={t.about({found: names.caseStudies, title: toolkit.title})}
        lead={t.empty}
      >
        {contribute}
      </Page>
    );
  }
  return (
    <Page
      title={names.caseStudies}
      description={t.about({found: count, title: toolkit.title})}
      position={list}
      metadata={<Slot name="head" at="list" list={FINDER} title={t.feed} />}
      column={null}
    >
      <div className="finder">
        {isFirst && <Slot name="title" at="case-studies" />}
        {facets.length > 0 && <FacetLinks facets={facets} refines={isFirst} />}
        <div className="list-page">
          <p className="found" role="status" tabIndex={-1} data-filter-status={t.none} data-never={template(t.never)}>
            {count}
          </p>
          <Slot name="aside" at="count" />
          <Slot name="aside" at="results" />
          <div data-fallback>
            <CaseStudyList caseStudies={list.items} heading="h2" />
            <Pagination list={FINDER} {...list} />
          </div>
          {contribute}
        </div>
      </div>
    </Page>
  );
}
