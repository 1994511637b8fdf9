import type {CatalogueCaseStudy} from './catalogue.ts';

/** The parts of a page that related pages depend on. */
interface Related {
  id: string;
  priorities: readonly string[];
  approaches: readonly string[];
  /** The case studies that it links to already. */
  leadsTo: readonly string[];
}

const MOST = 4;

/** The priority or approach of which this is the guidance page. */
export function subjectOf<T extends {page?: string | undefined}>(
  pageId: string,
  {priorities, approaches}: {priorities: readonly T[]; approaches: readonly T[]},
): T | undefined {
  return [...priorities, ...approaches].find(({page}) => page === pageId);
}

/**
 * The case studies that share the most priorities and approaches with a page, at most four, without the page itself and
 * those it links to. The page about a priority or an approach, `subjectId`, shows only case studies with that term. Any
 * other page with priorities shows those that share a priority, because an approach says little about the purpose.
 */
export function relatedStudies<T extends CatalogueCaseStudy>(
  page: Related,
  studies: readonly T[],
  subjectId: string | undefined,
): T[] {
  return studies
    .filter((study) => study.id !== page.id && !page.leadsTo.includes(study.id) && isAbout(study, page, subjectId))
    .map((study) => ({study, shared: countShared(page, study)}))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({study}) => study);
}

/** The case studies that a page links to but that do not have its subject as a priority or approach. */
export function filedElsewhere<T extends CatalogueCaseStudy>(
  {leadsTo}: Pick<Related, 'leadsTo'>,
  subjectId: string,
  studies: readonly T[],
): T[] {
  return studies.filter((study) => leadsTo.includes(study.id) && !isFiledUnder(study, subjectId));
}

function isFiledUnder({priorities, approaches}: CatalogueCaseStudy, subjectId: string): boolean {
  return [...priorities, ...approaches].includes(subjectId);
}

function isAbout(study: CatalogueCaseStudy, page: Related, subjectId: string | undefined): boolean {
  if (subjectId !== undefined) return isFiledUnder(study, subjectId);
  const side = page.priorities.length > 0 ? 'priorities' : 'approaches';
  return shared(page[side], study[side]) > 0;
}

function countShared(a: Related, b: Related): number {
  return shared(a.priorities, b.priorities) + shared(a.approaches, b.approaches);
}

function shared(one: readonly string[], other: readonly string[]): number {
  return one.filter((id) => other.includes(id)).length;
}
