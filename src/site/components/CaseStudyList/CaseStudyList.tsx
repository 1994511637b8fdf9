import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../../content/pages/catalogue.ts';
import {COMPARE, cardOf, compareName, strengthOf} from '../../../content/pages/facets.ts';
import type {CaseStudy} from '../../../content/schemas/case-study-schema.ts';
import {WayIn} from '../Links/Links.tsx';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';

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

/**
 * Case studies with the facts that readers filter by; long lists also have an outcome and the cost of each. The script of
 * the search shows what it found in the same markup.
 */
export function CaseStudyList({caseStudies, heading: Heading, compares = false}: Props) {
  const text = useText();
  const {toolkit} = useSiteFields();
  const isLong = Heading === 'h2';
  return (
    <ul className="entry-list">
      {caseStudies.map((study) => {
        const [, facts, region, figure, what, cost] = cardOf(study, toolkit, text);
        return (
          <li key={study.id} className={isLong ? 'study' : undefined}>
            <Heading>
              <Link to={study.address}>{study.title}</Link>
            </Heading>
            <p className="facts-line">
              <Strength evidence={study.evidence} /> {facts} {region && <span className="tag">{region}</span>}
            </p>
            {isLong && figure && (
              <p className="study-figure">
                <strong>{figure}</strong> <span>{what}</span>
              </p>
            )}
            <p className="study-about">{study.description}</p>
            {isLong && cost && (
              <p className="study-cost">
                <strong>{text.facts.cost}</strong> {cost}
              </p>
            )}
            {compares && (
              <label className="check" data-needs-script>
                <input type="checkbox" name="compare" value={compareName(study)} />
                {text.finder.compareOne}
                <span className="visually-hidden">: {study.title}</span>
              </label>
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
