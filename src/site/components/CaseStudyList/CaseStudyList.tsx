import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../content/pages/catalogue.ts';
import {cardOf, strengthOf} from '../../../content/pages/facets.ts';
import type {CaseStudy} from '../../../content/schemas/case-study-schema.ts';
import {WayIn} from '../Links/Links.tsx';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';

const RELATED_ANCHOR = 'related-case-studies';

/** The heading of the case studies related to a page that it does not name itself, and they; undefined without any. */
export function useRelated(pageId: string) {
  const {related: t} = useText();
  const studies = useSiteData().related[pageId] ?? [];
  const isStudy = pageId.startsWith('case-studies/');
  return studies.length > 0 ? {value: isStudy ? t.title : t.more, id: RELATED_ANCHOR, studies} : undefined;
}

/** After the text, in a short list: an editor's own list has sentences, and this one has what was added since. */
export function RelatedStudies({pageId}: {pageId: string}) {
  const text = useText();
  const {toolkit} = useSiteFields();
  const filed = useSiteData()
    .facets.flatMap(({terms}) => terms)
    .find((term) => term.page === pageId);
  const related = useRelated(pageId);
  if (!related) return null;
  const {value, id, studies} = related;
  return (
    <section className="related" aria-labelledby={id}>
      <h2 id={id}>{value}</h2>
      <ul>
        {studies.map((study) => (
          <li key={study.id}>
            <Link to={study.address}>{study.title}</Link> <small>{cardOf(study, toolkit, text)[1]}</small>
          </li>
        ))}
      </ul>
      {filed && <WayIn to={filed.address}>{text.related.filed({count: filed.count, subject: filed.label})}</WayIn>}
    </section>
  );
}

interface Props {
  caseStudies: readonly CatalogueCaseStudy[];
  /** The level of the headings, one below the heading above the list. */
  heading: 'h2' | 'h3';
}

/**
 * Case studies with the facts that readers filter by; long lists also have an outcome and the cost of each. The script of
 * the search shows what it found in the same markup.
 */
export function CaseStudyList({caseStudies, heading: Heading}: Props) {
  const text = useText();
  const {toolkit} = useSiteFields();
  const isLong = Heading === 'h2';
  return (
    <ul className="entry-list">
      {caseStudies.map((study) => {
        const [, facts, figure, what, cost] = cardOf(study, toolkit, text);
        return (
          <li key={study.id} className={isLong ? 'study' : undefined}>
            <Heading>
              <Link to={study.address}>{study.title}</Link>
            </Heading>
            <p className="facts-line">
              <Strength evidence={study.evidence} /> {facts}
            </p>
            {isLong && figure && (
              <p className="study-figure">
                <strong>{figure}</strong> <span>{what}</span>
              </p>
            )}
            <p>{study.description}</p>
            {isLong && cost && (
              <p className="study-cost">
                <strong>{text.facts.cost}</strong> {cost}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The kind of evidence, with a dot filled for each step of its strength. */
export function Strength({evidence}: Pick<CaseStudy, 'evidence'>) {
  const {labels} = useText().evidence;
  return (
    <span className="strength" data-strength={strengthOf({evidence})}>
      {labels[evidence]}
    </span>
  );
}
