import {oncePer} from '../memo.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {guidanceTerms, guidanceVocabularies, type Term} from '../schemas/vocabulary-schema.ts';
import type {CatalogueCaseStudy, CataloguePage} from './catalogue.ts';

type Vocabularies = Pick<ToolkitConfig, 'vocabularies'>;

const MAX = 4;

function subjectOf(pageId: string, config: Vocabularies): Term | undefined {
  return guidanceTerms(config).find(({page}) => page === pageId);
}

/**
 * At most four case studies that share the most terms of guidance with a page, without itself and those it links to.
 * The page about a term shows only case studies with that term. Any other page shows those that share a term of its
 * first vocabulary, because vocabularies are ordered by how much they say about the purpose.
 */
export function relatedStudies<T extends CatalogueCaseStudy>(
  page: Pick<CataloguePage, 'id' | 'terms' | 'leadsTo'>,
  studies: readonly T[],
  config: Vocabularies,
): T[] {
  const keys = guidanceVocabularies(config).map(({key}) => key);
  const subject = subjectOf(page.id, config);
  const filedAs = JSON.stringify([subject?.id, keys.map((key) => page.terms[key] ?? [])]);
  const cached = rankings(studies);
  const ranked = cached.get(filedAs) ?? rank(page, studies, keys, subject);
  cached.set(filedAs, ranked);
  const related: T[] = [];
  for (const study of ranked as readonly T[]) {
    if (related.length === MAX) break;
    if (study.id !== page.id && !page.leadsTo.includes(study.id)) related.push(study);
  }
  return related;
}

/** The order of case studies by how a page is filed: thousands of pages share a few. */
const rankings = oncePer((_: readonly CatalogueCaseStudy[]) => new Map<string, readonly CatalogueCaseStudy[]>());

function rank<T extends CatalogueCaseStudy>(
  page: Filed,
  studies: readonly T[],
  keys: readonly string[],
  subject: Term | undefined,
): T[] {
  const first = keys.filter((key) => (page.terms[key] ?? []).length > 0).slice(0, 1);
  const isAbout = (study: T) => (subject ? isFiledUnder(study, subject.id, keys) : countShared(page, study, first) > 0);
  return studies
    .filter(isAbout)
    .map((study) => ({study, shared: countShared(page, study, keys)}))
    .sort((a, b) => b.shared - a.shared)
    .map(({study}) => study);
}

export function relatedByPage(
  pages: readonly CataloguePage[],
  studies: readonly CatalogueCaseStudy[],
  config: Vocabularies,
): Record<string, CatalogueCaseStudy[]> {
  return Object.fromEntries([...pages, ...studies].map((page) => [page.id, relatedStudies(page, studies, config)]));
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
