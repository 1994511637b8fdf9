import {capitalise} from '../../format/text.ts';
import {type Text, textOf} from '../../language/text.ts';
import {type CaseStudy, EVIDENCE_IDS} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {CatalogueCaseStudy} from './catalogue.ts';

export interface FacetTerm {
  id: string;
  label: string;
  /** Without the site's base URL; begins and ends with `/`. */
  address: string;
  count: number;
  page?: string | undefined;
  /** The meaning of the label, if it is not obvious. */
  meaning?: string | undefined;
  /** Other words by which readers look for it. */
  also?: readonly string[] | undefined;
}

/** A facet by which readers filter case studies, with its values in the order of the vocabulary. */
export interface Facet {
  /** Its word in addresses and queries. */
  id: string;
  /** The key of its values in front matter. */
  key: string;
  label: string;
  terms: FacetTerm[];
}

/** The address of the case study finder; the addresses of all case studies begin with it. */
export const FINDER = '/case-studies/';

/** Where an earlier engine showed case studies side by side. */
export const FORMER_COMPARISON = `${FINDER}compare/`;

export function evidenceText(evidence: CaseStudy['evidence'], {evidence: t}: Text): string {
  return `${t.labels[evidence]}: ${t.meanings[evidence]}`;
}

/** The one facet that every toolkit has. */
export const EVIDENCE = 'evidence';

export type Faceted = Pick<CatalogueCaseStudy, 'terms' | 'evidence'>;

export function valuesOf({terms, evidence}: Faceted, {key}: Pick<Facet, 'key'>): readonly string[] {
  return key === EVIDENCE ? [evidence] : (terms[key] ?? []);
}

/**
 * What a list shows of a case study besides its title and description; texts are empty where it has none. It has no keys,
 * because the search finds every word of it.
 */
export type StudyCard = [strength: number, facts: string, figure: string, what: string, cost: string];

/** The facts are `Norfolk · 2017 to 2019 · East of England`: the last are the terms that guidance pages do not have. */
export function cardOf(study: CatalogueCaseStudy, {vocabularies}: FacetConfig, {format}: Text): StudyCard {
  const {place, period, outcome = {figure: '', what: ''}, cost = ''} = study;
  const regions = vocabularies
    .filter(({guidance}) => !guidance)
    .flatMap(({key, terms}) => terms.filter(({id, label}) => label !== place && study.terms[key]?.includes(id)));
  const facts = [place, period && format.period(period), regions.map(({label}) => label).join(', ')];
  return [strengthOf(study), facts.filter(Boolean).join(' · '), capitalise(outcome.figure), outcome.what, cost];
}

export function strengthOf({evidence}: Pick<CaseStudy, 'evidence'>): number {
  return EVIDENCE_IDS.indexOf(evidence) + 1;
}

/** The last year that a case study describes, as far as it says. */
export function yearOfStudy({period}: Pick<CatalogueCaseStudy, 'period'>): number {
  return (period?.to ?? period?.from)?.year ?? 0;
}

/** By strength of evidence, then the most recent; the others stay in their order. */
export function strongestFirst(studies: readonly CatalogueCaseStudy[]): CatalogueCaseStudy[] {
  return studies.toSorted((a, b) => strengthOf(b) - strengthOf(a) || yearOfStudy(b) - yearOfStudy(a));
}

function facetAddress(facet: string, term: string): string {
  return `${FINDER}${facet}/${term}/`;
}

/**
 * The facets and values that readers can choose: not those without case studies, nor evidence that is the same for all.
 * Otherwise every kind of evidence can be chosen, because readers ask for the best.
 */
export function facetsOf(config: FacetConfig, caseStudies: readonly Faceted[]): Facet[] {
  return allFacets(config, caseStudies).flatMap((facet) => {
    const used = facet.terms.filter(({count}) => count > 0);
    if (facet.key === EVIDENCE) return used.length > 1 ? facet : [];
    return used.length > 0 ? {...facet, terms: used} : [];
  });
}

export function unlistedTerms(config: FacetConfig, caseStudies: readonly Faceted[]): FacetTerm[] {
  const listed = new Set(facetsOf(config, caseStudies).flatMap(({terms}) => terms.map(({address}) => address)));
  return allFacets(config).flatMap(({terms}) => terms.filter(({address}) => !listed.has(address)));
}

type FacetConfig = Pick<ToolkitConfig, 'language' | 'vocabularies'>;

/** Every facet with all its values: the vocabularies in their order, then evidence. */
export function allFacets(config: FacetConfig, caseStudies: readonly Faceted[] = []): Facet[] {
  const {title, labels, meanings} = textOf(config).evidence;
  const evidence = EVIDENCE_IDS.map((id) => ({id, label: labels[id], meaning: meanings[id]}));
  const facets = [
    ...config.vocabularies.map(({key, address, singular, terms}) => ({id: address, key, label: singular, terms})),
    {id: EVIDENCE, key: EVIDENCE, label: title, terms: evidence},
  ];
  return facets.map(({terms, ...facet}) => {
    const counts = new Map<string, number>();
    for (const value of caseStudies.flatMap((study) => valuesOf(study, facet))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const counted = terms.map((term): FacetTerm => {
      return {...term, address: facetAddress(facet.id, term.id), count: counts.get(term.id) ?? 0};
    });
    return {...facet, terms: counted};
  });
}

export const KEY_FIGURES_ANCHOR = 'key-figures';

/** The anchor of the facts on the page of a case study, such as its place and cost. */
export const FACTS_ANCHOR = 'at-a-glance';

export function consentText(consent: CaseStudy['consent'], {facts, format}: Text): string {
  return consent.basis === 'public-record'
    ? facts.publicRecord
    : facts.agreed({role: consent.role, day: format.day(consent.on)});
}
