import Link from '@docusaurus/Link';
import type {CatalogueCaseStudy} from '../../content/catalogue.ts';
import {formatPeriod} from '../../content/format-date.ts';
import {EVIDENCE_WORDS} from '../wording.ts';

interface Props {
  caseStudies: readonly CatalogueCaseStudy[];
  /** The level of the headings, one below what stands above the list. */
  heading: 'h2' | 'h3';
}

/** Case studies with the facts a reader chooses by. */
export function CaseStudyList({caseStudies, heading: Heading}: Props) {
  return (
    <ul className="entry-list">
      {caseStudies.map(({id, address, title, description, place, period, evidence}) => (
        <li key={id}>
          <Heading>
            <Link to={address}>{title}</Link>
          </Heading>
          <p className="facts-line">
            {[place, period && formatPeriod(period), EVIDENCE_WORDS[evidence].toLowerCase()]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>{description}</p>
        </li>
      ))}
    </ul>
  );
}
