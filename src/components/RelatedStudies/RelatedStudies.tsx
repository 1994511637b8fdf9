import Link from '@docusaurus/Link';
import {withoutWithdrawn} from '../../content/catalogue.ts';
import {facetsOf} from '../../content/facets.ts';
import {relatedStudies} from '../../content/related.ts';
import {CaseStudyList} from '../CaseStudyList/CaseStudyList.tsx';
import {useCatalogue, useSiteFields} from '../use-site.ts';
import {countOf} from '../wording.ts';

/** Case studies that share most with a page, made from the model, and the way to all of the page's subject. */
export function RelatedStudies({pageId}: {pageId: string}) {
  const {toolkit} = useSiteFields();
  const {pages, ...catalogue} = useCatalogue();
  const caseStudies = withoutWithdrawn(catalogue.caseStudies);
  const page = [...pages, ...caseStudies].find(({id}) => id === pageId);
  const related = page ? relatedStudies(page, caseStudies) : [];
  const subject = facetsOf(toolkit, caseStudies)
    .flatMap(({terms}) => terms)
    .find((term) => term.page === pageId);
  if (related.length === 0 && !subject) return null;
  return (
    <section className="related" aria-labelledby="related-case-studies" data-pagefind-ignore="all">
      <h2 id="related-case-studies">Related case studies</h2>
      {related.length > 0 && <CaseStudyList caseStudies={related} heading="h3" />}
      {subject && (
        <p>
          <Link className="way-in" to={subject.address}>
            {countOf(subject.count, 'case study', 'case studies')} filed under {subject.label}
          </Link>
        </p>
      )}
    </section>
  );
}
