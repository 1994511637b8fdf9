import {pageIdOf} from './page-id.ts';
import {compareText} from './problem.ts';
import type {CaseStudy} from './schemas/case-study-schema.ts';
import type {Page} from './schemas/page-schema.ts';
import type {SourceDocument} from './source-document.ts';
import type {PageEntry, Toolkit} from './toolkit.ts';

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
  withdrawn?: true;
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
export function catalogueOf(toolkit: Toolkit): {pages: CataloguePage[]; caseStudies: CatalogueCaseStudy[]} {
  return {
    pages: toolkit.pages.map(toPage).sort(byTitle),
    caseStudies: toolkit.caseStudies
      .map((entry) => {
        const {service, place, regions, evidence, period} = entry.data;
        return {...toPage(entry), service, place, regions, evidence, period};
      })
      .sort(byTitle),
  };
}

/** What lists offer: everything that still holds. */
export function withoutWithdrawn<Entry extends CataloguePage>(entries: readonly Entry[]): Entry[] {
  return entries.filter(({withdrawn}) => !withdrawn);
}

function toPage({id, address, data, document}: PageEntry<Page>): CataloguePage {
  const {title, description, priorities = [], approaches = [], withdrawn} = data;
  const leadsTo = studiesIn(document);
  return {id, address, title, description, priorities, approaches, leadsTo, ...(withdrawn && {withdrawn: true})};
}

/** Links between pages are written as paths of their files. */
function studiesIn({path, body}: SourceDocument): string[] {
  const ids = [...body.matchAll(/\]\(([^)\s#]+\.md)/g)].map(([, target = '']) => {
    const {pathname} = new URL(target, `file:///${path}`);
    return pageIdOf(pathname.slice(1));
  });
  return [...new Set(ids)].filter((id) => id.startsWith('case-studies/'));
}

function byTitle(a: CataloguePage, b: CataloguePage): number {
  return compareText(a.title.toLowerCase(), b.title.toLowerCase());
}
