import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../content/catalogue.ts';
import {EVIDENCE_WORDS, FACET_IDS, valuesOf} from '../../content/facets.ts';
import {formatPeriod} from '../../content/format-date.ts';

interface Props {
  caseStudies: readonly CatalogueCaseStudy[];
  /** The level of the headings, one below what stands above the list. */
  heading: 'h2' | 'h3';
  /** Whether the script may hide what does not match the filters. */
  refines?: boolean;
}

/** Case studies with the facts a reader chooses by. */
export function CaseStudyList({caseStudies, heading: Heading, refines = false}: Props) {
  return (
    <ul className="entry-list" {...(refines && {'data-filtered': true})}>
      {caseStudies.map((study) => (
        <li key={study.id} {...(refines && facetData(study))}>
          <Heading>
            <Link to={study.address}>{study.title}</Link>
          </Heading>
          <p className="facts-line">{factsOf(study).filter(Boolean).join(' · ')}</p>
          <p>{study.description}</p>
        </li>
      ))}
    </ul>
  );
}

function factsOf({place, period, evidence}: CatalogueCaseStudy) {
  return [place, period && formatPeriod(period), EVIDENCE_WORDS[evidence].toLowerCase()];
}

/** The values of each facet, as the script reads them: `data-priority="homes roads-and-paths"`. */
function facetData(study: CatalogueCaseStudy): Record<string, string> {
  return Object.fromEntries(FACET_IDS.map((id) => [`data-${id}`, valuesOf(study, id).join(' ')]));
}
