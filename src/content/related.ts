import type {CatalogueCaseStudy} from './catalogue.ts';

/** A page, as far as relations go: what it is about. */
interface Related {
  id: string;
  priorities: readonly string[];
  approaches: readonly string[];
  /** The case studies that its words lead to already. */
  leadsTo: readonly string[];
}

const MOST = 4;

/** The case studies that share most priorities and approaches with a page, itself and those it leads to left out; at most four. */
export function relatedStudies<T extends CatalogueCaseStudy>(page: Related, studies: readonly T[]): T[] {
  return studies
    .filter(({id}) => id !== page.id && !page.leadsTo.includes(id))
    .map((study) => ({study, shared: countShared(page, study)}))
    .filter(({shared}) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({study}) => study);
}

/** The case studies that a page leads to and that are filed under other priorities and approaches than its own subject. */
export function filedElsewhere<T extends CatalogueCaseStudy>(
  {leadsTo}: Pick<Related, 'leadsTo'>,
  subjectId: string,
  studies: readonly T[],
): T[] {
  return studies.filter(
    ({id, priorities, approaches}) => leadsTo.includes(id) && ![...priorities, ...approaches].includes(subjectId),
  );
}

function countShared(a: Related, b: Related): number {
  const shared = (one: readonly string[], other: readonly string[]) => one.filter((id) => other.includes(id)).length;
  return shared(a.priorities, b.priorities) + shared(a.approaches, b.approaches);
}
