import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {guidanceTerms, guidanceVocabularies, type Term} from '../schemas/vocabulary-schema.ts';
import type {CatalogueCaseStudy, CataloguePage} from './catalogue.ts';

type Vocabularies = Pick<ToolkitConfig, 'vocabularies'>;

const MOST = 4;

/** The term of which this is the guidance page. */
export function subjectOf(pageId: string, config: Vocabularies): Term | undefined {
  return guidanceTerms(config).find(({page}) => page === pageId);
}

/**
 * The case studies that share the most terms of guidance with a page, at most four, without the page itself and those it
 * links to. The page about a term shows only case studies with that term. Any other page shows those that share a term
 * of the first vocabulary it uses: the vocabularies are in the order of how much they say about the purpose.
 */
export function relatedStudies<T extends CatalogueCaseStudy>(
  page: Pick<CataloguePage, 'id' | 'terms' | 'leadsTo'>,
  studies: readonly T[],
  config: Vocabularies,
): T[] {
  const keys = guidanceVocabularies(config).map(({key}) => key);
  const first = keys.filter((key) => (page.terms[key] ?? []).length > 0).slice(0, 1);
  const subject = subjectOf(page.id, config);
  const isAbout = (study: T) => (subject ? isFiledUnder(study, subject.id, keys) : countShared(page, study, first) > 0);
  return studies
    .filter((study) => study.id !== page.id && !page.leadsTo.includes(study.id) && isAbout(study))
    .map((study) => ({study, shared: countShared(page, study, keys)}))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({study}) => study);
}

/** The case studies that a page links to but that are not filed under its subject. */
export function filedElsewhere<T extends CatalogueCaseStudy>(
  {leadsTo}: Pick<CataloguePage, 'leadsTo'>,
  subjectId: string,
  studies: readonly T[],
  config: Vocabularies,
): T[] {
  const keys = guidanceVocabularies(config).map(({key}) => key);
  return studies.filter((study) => leadsTo.includes(study.id) && !isFiledUnder(study, subjectId, keys));
}

type Filed = Pick<CataloguePage, 'terms'>;

function isFiledUnder({terms}: Filed, subjectId: string, keys: readonly string[]): boolean {
  return keys.some((key) => terms[key]?.includes(subjectId));
}

function countShared(a: Filed, b: Filed, keys: readonly string[]): number {
  // Loops, because every page is compared with every case study.
  let shared = 0;
  for (const key of keys) for (const id of a.terms[key] ?? []) if (b.terms[key]?.includes(id)) shared += 1;
  return shared;
}
