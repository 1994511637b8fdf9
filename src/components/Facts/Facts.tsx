import {capitalise} from '../../content/capitalise.ts';
import {withoutWithdrawn} from '../../content/catalogue.ts';
import type {FacetId} from '../../content/facets.ts';
import {evidenceWords, FACTS_ANCHOR, facetsOf} from '../../content/facets.ts';
import {formatPeriod} from '../../content/format-date.ts';
import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import {useCatalogue, useSiteFields} from '../use-site.ts';
import {Consent} from './Consent.tsx';
import {Fact} from './Fact.tsx';
import {Outcomes} from './Outcomes.tsx';
import {TermLinks} from './TermLinks.tsx';

/** What a case study says of itself in its front matter, before the story begins. */
export function Facts({study}: {study: CaseStudy}) {
  const {toolkit} = useSiteFields();
  const {outcomes = [], partners = [], priorities = [], approaches = [], period, cost} = study;
  const facets = facetsOf(toolkit, withoutWithdrawn(useCatalogue().caseStudies));
  const facetOf = (name: FacetId) => facets.find(({id}) => id === name);
  const regions = study.regions.map((id) => toolkit.regions.find((region) => region.id === id)?.label ?? id);
  return (
    <section className="facts" aria-labelledby={FACTS_ANCHOR}>
      <h2 id={FACTS_ANCHOR}>At a glance</h2>
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} sources={study.sources} />}
      <dl data-pagefind-ignore>
        <Fact term="Service">{study.service}</Fact>
        <Fact term="Place">{study.place}</Fact>
        <Fact term={regions.length > 1 ? 'Regions' : 'Region'}>{regions.join(', ')}</Fact>
        {period && <Fact term="When">{capitalise(formatPeriod(period))}</Fact>}
        <Fact term="Evidence">{evidenceWords(study.evidence)}</Fact>
        {cost && <Fact term="Cost">{cost}</Fact>}
        {partners.length > 0 && (
          <Fact term="Partners">
            <ul>
              {partners.map((partner) => (
                <li key={partner}>{partner}</li>
              ))}
            </ul>
          </Fact>
        )}
        {priorities.length > 0 && (
          <Fact term="Priorities">
            <TermLinks ids={priorities} vocabulary={toolkit.priorities} facet={facetOf('priority')} />
          </Fact>
        )}
        {approaches.length > 0 && (
          <Fact term="Approaches">
            <TermLinks ids={approaches} vocabulary={toolkit.approaches} facet={facetOf('approach')} />
          </Fact>
        )}
      </dl>
      <Consent consent={study.consent} />
    </section>
  );
}
