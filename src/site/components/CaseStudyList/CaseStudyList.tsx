import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../model/pages/catalogue.ts';
import {factsLine} from '../../../model/pages/facets.ts';
import {WayIn} from '../Links/Links.tsx';
import {useSiteData, useText} from '../use-site.ts';

/** The case studies most related to a page, and a link to all on its subject. */
export function RelatedStudies({pageId}: {pageId: string}) {
  const {related: t} = useText();
  const {related: byPage, facets} = useSiteData();
  const {studies: related = [], elsewhere: others = 0} = byPage[pageId] ?? {};
  const filed = facets.flatMap(({terms}) => terms).find((term) => term.page === pageId);
  if (related.length === 0 && !filed && others === 0) return null;
  return (
    <section className="related" aria-labelledby="related-case-studies" data-pagefind-ignore="all">
      <h2 id="related-case-studies">{t.title}</h2>
      {related.length > 0 && <CaseStudyList caseStudies={related} heading="h3" />}
      {filed && <WayIn to={filed.address}>{t.filed(filed.count, filed.label)}</WayIn>}
      {others > 0 && <p>{filed ? t.alsoOthers(others) : t.others(others)}</p>}
    </section>
  );
}

interface Props {
  caseStudies: readonly CatalogueCaseStudy[];
  /** The level of the headings, one below the heading above the list. */
  heading: 'h2' | 'h3';
}

/** Case studies with the facts that readers filter by. */
export function CaseStudyList({caseStudies, heading: Heading}: Props) {
  const text = useText();
  return (
    <ul className="entry-list">
      {caseStudies.map((study) => (
        <li key={study.id}>
          <Heading>
            <Link to={study.address}>{study.title}</Link>
          </Heading>
          <p className="facts-line">{factsLine(study, text)}</p>
          <p>{study.description}</p>
        </li>
      ))}
    </ul>
  );
}
