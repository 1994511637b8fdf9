import {oncePer} from '../memo.ts';
import {compareText} from '../problem.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {Page} from '../schemas/page-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {idAt, pageIdOf} from './page-id.ts';

/** A page as lists show it. */
export interface CataloguePage {
  id: string;
  address: string;
  title: string;
  description: string;
  priorities: string[];
  approaches: string[];
  /** The ids of the case studies that its words lead to. */
  leadsTo: string[];
  /** It stays at its address, and lists that offer pages leave it out. */
  withdrawn?: NonNullable<Page['withdrawn']>;
  /** The ids that it had before it moved; left out where there are none. */
  formerIds?: string[];
}

/** A case study as lists show it. */
export interface CatalogueCaseStudy extends CataloguePage {
  service: string;
  place: string;
  regions: string[];
  evidence: CaseStudy['evidence'];
  period?: CaseStudy['period'];
}

/** Every page and case study, sorted by title. */
export const catalogueOf = oncePer((toolkit: Toolkit): {pages: CataloguePage[]; caseStudies: CatalogueCaseStudy[]} => {
  return {
    pages: toolkit.pages.map(toPage).sort(byTitle),
    caseStudies: toolkit.caseStudies
      .map((entry) => {
        const {service, place, regions, evidence, period} = entry.data;
        return {...toPage(entry), service, place, regions, evidence, period};
      })
      .sort(byTitle),
  };
});

/** What lists offer: everything that still holds. */
export function withoutWithdrawn<Entry extends CataloguePage>(entries: readonly Entry[]): Entry[] {
  return entries.filter(({withdrawn}) => !withdrawn);
}

/** The page that an id names, or named before the page moved. */
export function pageNamed<Entry extends CataloguePage>(entries: readonly Entry[], id: string): Entry | undefined {
  return entries.find((entry) => entry.id === id) ?? entries.find(({formerIds}) => formerIds?.includes(id));
}

/** The page to read instead of a withdrawn one: the first that holds, where one leads to the next. */
export function readInstead<Entry extends CataloguePage>(
  entries: readonly Entry[],
  {replaced_by: id}: NonNullable<Page['withdrawn']>,
  asked: readonly string[] = [],
): Entry | undefined {
  const page = id === undefined || asked.includes(id) ? undefined : pageNamed(entries, id);
  return page?.withdrawn ? readInstead(entries, page.withdrawn, [...asked, id ?? '']) : page;
}

function toPage({id, address, data, document}: PageEntry<Page>): CataloguePage {
  const {title, description, priorities = [], approaches = [], withdrawn, redirect_from: former = []} = data;
  const leadsTo = studiesIn(document);
  const formerIds = former.map(idAt);
  return {
    ...{id, address, title, description, priorities, approaches, leadsTo},
    ...(withdrawn && {withdrawn}),
    ...(formerIds.length > 0 && {formerIds}),
  };
}

/** The case studies that the words of a page lead to, by id: links between pages are written as paths of their files. */
export function studiesIn({path, body}: SourceDocument): string[] {
  const ids = [...body.matchAll(/\]\(([^)\s#]+\.md)/g)].map(([, target = '']) => {
    const {pathname} = new URL(target, `file:///${path}`);
    return pageIdOf(pathname.slice(1));
  });
  return [...new Set(ids)].filter((id) => id.startsWith('case-studies/'));
}

function byTitle(a: CataloguePage, b: CataloguePage): number {
  return compareText(a.title.toLowerCase(), b.title.toLowerCase());
}
