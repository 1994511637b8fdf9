import Link from '@docusaurus/Link';
import {withoutWithdrawn} from '../../content/catalogue.ts';
import type {FacetId} from '../../content/facets.ts';
import {facetsOf} from '../../content/facets.ts';
import {useCatalogue, useSiteFields} from '../use-site.ts';
import {countOf} from '../wording.ts';

interface Props {
  title: string;
  facet: Extract<FacetId, 'priority' | 'approach'>;
}

/** A vocabulary as ways in: terms lead to their page, else to their case studies, else are named as still to come. */
export function TermDoors({title, facet}: Props) {
  const {toolkit} = useSiteFields();
  const {pages, caseStudies} = useCatalogue();
  const terms = facet === 'priority' ? toolkit.priorities : toolkit.approaches;
  const withStudies = facetsOf(toolkit, withoutWithdrawn(caseStudies)).find(({id}) => id === facet)?.terms ?? [];
  const doors = terms.map((term) => ({
    ...term,
    guidance: withoutWithdrawn(pages).find(({id}) => id === term.page)?.address,
    studies: withStudies.find(({id}) => id === term.id),
  }));
  const toCome = doors.filter(({guidance, studies}) => !guidance && !studies).map(({label}) => label);
  return (
    <section className="doors">
      <h2>{title}</h2>
      <ul>
        {doors.map(({id, label, guidance, studies}) => {
          const to = guidance ?? studies?.address;
          const behind = [guidance && 'guidance', studies && countOf(studies.count, 'case study', 'case studies')];
          return (
            to && (
              <li key={id}>
                <Link to={to}>{label}</Link> <span>{behind.filter(Boolean).join(', ')}</span>
              </li>
            )
          );
        })}
      </ul>
      {toCome.length > 0 && <p className="to-come">Still to come: {toCome.join(', ')}.</p>}
    </section>
  );
}
