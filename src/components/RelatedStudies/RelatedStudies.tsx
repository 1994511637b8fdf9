import Link from '@docusaurus/Link';
import {withoutWithdrawn} from '../../content/catalogue.ts';
import {facetsOf} from '../../content/facets.ts';
import {filedElsewhere, relatedStudies, subjectOf} from '../../content/related.ts';
import {CaseStudyList} from '../CaseStudyList/CaseStudyList.tsx';
import {countOf, useCatalogue, useSiteFields} from '../use-site.ts';

/** Case studies that share most with a page, made from the model, and the way to all of the page's subject. */
export function RelatedStudies({pageId}: {pageId: string}) {
  const {toolkit} = useSiteFields();
  const {pages, ...catalogue} = useCatalogue();
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const page = [...pages, ...caseStudies].find(({id}) => id === pageId);
  const subject = subjectOf(pageId, toolkit);
  const related = page ? relatedStudies(page, caseStudies, subject?.id) : [];
  const filed = facetsOf(toolkit, caseStudies)
    .flatMap(({terms}) => terms)
    .find((term) => term.page === pageId);
  const others = page && subject ? filedElsewhere(page, subject.id, caseStudies).length : 0;
  if (related.length === 0 && !filed && others === 0) return null;
  return (
    <section className="related" aria-labelledby="related-case-studies" data-pagefind-ignore="all">
      <h2 id="related-case-studies">Related case studies</h2>
      {related.length > 0 && <CaseStudyList caseStudies={related} heading="h3" />}
      {filed && (
        <p>
          <Link className="way-in" to={filed.address}>
            {countOf(filed.count, 'case study', 'case studies')} filed under {filed.label}
          </Link>
        </p>
      )}
      {others > 0 && (
        <p>
          {filed ? 'This page also names' : 'This page names'} {countOf(others, 'case study', 'case studies')} filed
          under other subjects.
        </p>
      )}
    </section>
  );
}
