import {formatDay} from '../../format/format-date.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {CatalogueCaseStudy} from './catalogue.ts';

/** A side from which readers choose case studies; also a word of addresses and queries. */
export type FacetId = 'priority' | 'approach' | 'region' | 'evidence';

/** One value of a facet. */
export interface FacetTerm {
  id: string;
  label: string;
  /** Without the site's base URL; begins and ends with `/`. */
  address: string;
  count: number;
  /** The id of the guidance page about it. */
  page?: string | undefined;
  /** What the label means, where that cannot be told from it. */
  meaning?: string | undefined;
}

/** A facet with its values, in the order of the vocabulary. */
export interface Facet {
  id: FacetId;
  label: string;
  terms: FacetTerm[];
}

/** The addresses of case studies begin with it. */
export const FINDER = '/case-studies/';

/** Who measured, as readers see it. */
export const EVIDENCE_WORDS: Readonly<Record<CaseStudy['evidence'], string>> = {
  'self-reported': 'Self-reported',
  evaluated: 'Evaluated',
  independent: 'Independent',
};

const EVIDENCE_IDS = Object.keys(EVIDENCE_WORDS) as CaseStudy['evidence'][];

/** What each label of evidence means, to those who choose one and to those who read it. */
export const EVIDENCE_MEANINGS: Readonly<Record<CaseStudy['evidence'], string>> = {
  'self-reported': 'the service or its partners counted or described it themselves',
  evaluated: 'somebody was asked to assess it by a stated method, even if the service paid',
  independent: 'people with no stake in the result looked at it and published',
};

/** Who measured, and what that word means to whoever reads the result. */
export function evidenceWords(evidence: CaseStudy['evidence']): string {
  return `${EVIDENCE_WORDS[evidence]}: ${EVIDENCE_MEANINGS[evidence]}`;
}

const FACET_LABELS: Readonly<Record<FacetId, string>> = {
  priority: 'Priority',
  approach: 'Approach',
  region: 'Region',
  evidence: 'Evidence',
};

/** Every facet, in the order readers see them. */
export const FACET_IDS = Object.keys(FACET_LABELS) as readonly FacetId[];

/** The parts of a case study that facets look at. */
type Faceted = Pick<CatalogueCaseStudy, 'priorities' | 'approaches' | 'regions' | 'evidence'>;

/** The values of one facet that a case study has. */
export function valuesOf(study: Faceted, facet: FacetId): readonly string[] {
  const values: Readonly<Record<FacetId, readonly string[]>> = {
    priority: study.priorities,
    approach: study.approaches,
    region: study.regions,
    evidence: [study.evidence],
  };
  return values[facet];
}

/** Where the case studies of one value are listed. */
export function facetAddress(facet: FacetId, term: string): string {
  return `${FINDER}${facet}/${term}/`;
}

/** What a reader can choose by: facets and values that no case study has are left out. */
export function facetsOf(config: Vocabulary, caseStudies: readonly Faceted[]): Facet[] {
  return allFacets(config, caseStudies)
    .map(({terms, ...facet}) => ({...facet, terms: terms.filter(({count}) => count > 0)}))
    .filter(({terms}) => terms.length > 0);
}

/** The values that no case study has, or none has any more: their addresses list nothing. */
export function unusedTerms(config: Vocabulary, caseStudies: readonly Faceted[]): FacetTerm[] {
  return allFacets(config, caseStudies).flatMap(({terms}) => terms.filter(({count}) => count === 0));
}

type Vocabulary = Pick<ToolkitConfig, 'priorities' | 'approaches' | 'regions'>;

function allFacets(config: Vocabulary, caseStudies: readonly Faceted[]): Facet[] {
  const vocabularies: Readonly<Record<FacetId, readonly Omit<FacetTerm, 'address' | 'count'>[]>> = {
    priority: config.priorities,
    approach: config.approaches,
    region: config.regions,
    evidence: EVIDENCE_IDS.map((id) => ({id, label: EVIDENCE_WORDS[id], meaning: EVIDENCE_MEANINGS[id]})),
  };
  return FACET_IDS.map((id) => {
    const counts = new Map<string, number>();
    for (const value of caseStudies.flatMap((study) => valuesOf(study, id))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const terms = vocabularies[id].map((term) => {
      return {...term, address: facetAddress(id, term.id), count: counts.get(term.id) ?? 0};
    });
    return {id, label: FACET_LABELS[id], terms};
  });
}

/** Where the facts of a case study stand on its page: what its front matter says of outcomes and cost. */
export const FACTS_ANCHOR = 'at-a-glance';

/** On what ground a case study is published, in words. */
export function consentWords(consent: CaseStudy['consent']): string {
  return consent.basis === 'public-record'
    ? 'Restated from public sources. The service has not been asked.'
    : `Published with the agreement of the service, given by its ${consent.role} on ${formatDay(consent.on)}.`;
}

/** What readers of an old case study are warned of; `year` is when what it tells of ended. */
export function oldStudyWords(year: number): string {
  return `What this case study tells of ended in ${year}, more than five years ago. The service may work in another way today.`;
}
