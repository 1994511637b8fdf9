import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../content/pages/catalogue.ts';
import {COMPARE, cardLines, compareName, factsLine} from '../../../content/pages/facets.ts';
import {WayIn} from '../Links/Links.tsx';
import {useSiteData, useText} from '../use-site.ts';

/** The anchor of the case studies related to a page. */
export const RELATED_ANCHOR = 'related-case-studies';

/** The case studies most related to a page, and a link to all on its subject. */
export function RelatedStudies({pageId}: {pageId: string}) {
  const {related: t} = useText();
  const {related: byPage, facets} = useSiteData();
  const {studies: related = [], elsewhere: others = 0} = byPage[pageId] ?? {};
  const filed = facets.flatMap(({terms}) => terms).find((term) => term.page === pageId);
  if (related.length === 0 && !filed && others === 0) return null;
  return (
    <section className="related" aria-labelledby={RELATED_ANCHOR}>
      <h2 id={RELATED_ANCHOR}>{t.title}</h2>
      {related.length > 0 && <CaseStudyList caseStudies={related} heading="h3" />}
      {related.length > 0 && pageId.startsWith('case-studies/') && (
        <WayIn to={`${COMPARE}?${[{id: pageId}, ...related].slice(0, 3).map(compareName).join('&')}`}>
          {t.compare}
        </WayIn>
      )}
      {filed && <WayIn to={filed.address}>{t.filed({count: filed.count, subject: filed.label})}</WayIn>}
      {others > 0 && <p>{filed ? t.alsoOthers({count: others}) : t.others({count: others})}</p>}
    </section>
  );
}

interface Props {
  caseStudies: readonly CatalogueCaseStudy[];
  /** The level of the headings, one below the heading above the list. */
  heading: 'h2' | 'h3';
  /** Whether readers can choose case studies to compare, where the script runs. */
  compares?: boolean;
}

/** Case studies with the facts that readers filter by; long lists also have an outcome and the cost of each. */
export function CaseStudyList({caseStudies, heading: Heading, compares = false}: Props) {
  const text = useText();
  const {subjects} = useSiteData();
  return (
    <ul className="entry-list">
      {caseStudies.map((study) => (
        <li key={study.id} data-term={subjects[study.id]}>
          <Heading>
            <Link to={study.address}>{study.title}</Link>
          </Heading>
          <p className="facts-line">{factsLine(study, text)}</p>
          <p>{study.description}</p>
          {Heading === 'h2' &&
            cardLines(study, text).map(([start, rest]) => (
              <p key={start} className="card-line">
                <strong>{start}</strong> {rest}
              </p>
            ))}
          {compares && (
            <label className="check" data-needs-script hidden>
              <input type="checkbox" name="compare" value={compareName(study)} />
              {text.finder.compareOne}
              <span className="visually-hidden">: {study.title}</span>
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}
