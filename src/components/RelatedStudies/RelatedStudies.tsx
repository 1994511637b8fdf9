import {relatedStudies} from '../../content/related.ts';
import {CaseStudyList} from '../CaseStudyList/CaseStudyList.tsx';
import {useCatalogue} from '../use-site.ts';

interface Props {
  /** The id of the page they are related to. */
  pageId: string;
  priorities: readonly string[];
  approaches: readonly string[];
}

/** Case studies that share most with a page, made from the model. */
export function RelatedStudies({pageId, priorities, approaches}: Props) {
  const {caseStudies} = useCatalogue();
  const related = relatedStudies({id: pageId, priorities, approaches}, caseStudies);
  if (related.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related-case-studies" data-pagefind-ignore="all">
      <h2 id="related-case-studies">Related case studies</h2>
      <CaseStudyList caseStudies={related} heading="h3" />
    </section>
  );
}
