import {type CatalogueCaseStudy, type CataloguePage, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {EVIDENCE_IDS} from '../../content/schemas/case-study-schema.ts';
import {guidanceTerms, guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {figuresOf} from '../figures/figures.ts';

/** A page as a book on the shelf of the home page. */
export interface Book {
  id: string;
  term?: string | undefined;
  figures: number;
  /** How strong the evidence of a case study is, from 1. */
  evidence?: number;
}

interface Catalogue {
  pages: readonly CataloguePage[];
  caseStudies: readonly CatalogueCaseStudy[];
}

/**
 * The term that colours a page, by page id: the one that it is the guidance for, or of a case study's the one that fewest
 * others have, which says most about it.
 */
export function subjectsOf({config}: Toolkit, {pages, caseStudies}: Catalogue): Readonly<Record<string, string>> {
  const ofGuidance = new Map(guidanceTerms(config).map(({id, page}) => [page, id]));
  const termsOf = ({terms}: CataloguePage) => guidanceVocabularies(config).flatMap(({key}) => terms[key] ?? []);
  const studiesOf = Map.groupBy(caseStudies.flatMap(termsOf), (term) => term);
  const countOf = (term: string) => studiesOf.get(term)?.length ?? 0;
  const rarestOf = (study: CataloguePage) => termsOf(study).sort((a, b) => countOf(a) - countOf(b))[0];
  return Object.fromEntries(
    [...pages, ...caseStudies].flatMap((page) => {
      const term = ofGuidance.get(page.id) ?? ('evidence' in page ? rarestOf(page) : undefined);
      return term === undefined ? [] : [[page.id, term]];
    }),
  );
}

/** Every page in the order of the terms, each term with its guidance first, then its case studies, the strongest first. */
export function booksOf(toolkit: Toolkit, catalogue: Catalogue, subjects: Readonly<Record<string, string>>): Book[] {
  const figures = new Map(figuresOf(toolkit).map((page) => [page.id, page.figures.length]));
  const toBook = ({id}: CataloguePage) => ({id, term: subjects[id], figures: figures.get(id) ?? 0});
  const books: Book[] = [
    ...withoutWithdrawn(catalogue.pages)
      .filter(({id}) => !id.startsWith('handbook/'))
      .map(toBook),
    ...withoutWithdrawn(catalogue.caseStudies)
      .map((study) => ({...toBook(study), evidence: EVIDENCE_IDS.indexOf(study.evidence) + 1}))
      .sort((a, b) => b.evidence - a.evidence),
  ];
  const order = guidanceTerms(toolkit.config).map(({id}) => id);
  const placeOf = ({term}: Book) => (term === undefined ? order.length : order.indexOf(term));
  return books.sort((a, b) => placeOf(a) - placeOf(b));
}
