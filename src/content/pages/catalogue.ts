import {textOf} from '../../language/text.ts';
import {oncePer} from '../memo.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {Page} from '../schemas/page-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {termsIn} from '../schemas/vocabulary-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {pageIdOf} from './page-id.ts';

export interface CataloguePage {
  id: string;
  address: string;
  title: string;
  description: string;
  /** The ids of its terms, by the key of their vocabulary. */
  terms: Readonly<Record<string, readonly string[]>>;
  /** The ids of the case studies that it links to. */
  leadsTo: string[];
  /** Set for a withdrawn page, which stays at its address but is left out of lists. */
  withdrawn?: NonNullable<Page['withdrawn']>;
  /** Its ids before it moved; left out if there are none. */
  formerIds?: string[];
}

export interface CatalogueCaseStudy extends CataloguePage {
  service: string;
  place: string;
  evidence: CaseStudy['evidence'];
  period?: CaseStudy['period'];
  cost?: CaseStudy['cost'];
  outcome?: {figure: string; what: string};
}

/** Every page and case study, sorted by title. */
export const catalogueOf = oncePer((toolkit: Toolkit): {pages: CataloguePage[]; caseStudies: CatalogueCaseStudy[]} => {
  const {compare} = textOf(toolkit.config).format;
  const byTitle = (a: CataloguePage, b: CataloguePage) => compare(a.title, b.title);
  return {
    pages: toolkit.pages.map((entry) => toPage(entry, toolkit.config)).sort(byTitle),
    caseStudies: toolkit.caseStudies
      .map((entry) => {
        const {service, place, evidence, period, cost, outcomes: [outcome] = []} = entry.data;
        return {
          ...toPage(entry, toolkit.config),
          ...{service, place, evidence, period, cost},
          ...(outcome && {outcome: {figure: outcome.figure, what: outcome.what}}),
        };
      })
      .sort(byTitle),
  };
});

export function withoutWithdrawn<Entry extends {withdrawn?: unknown}>(entries: readonly Entry[]): Entry[] {
  return entries.filter(({withdrawn}) => !withdrawn);
}

export function pageNamed<Entry extends CataloguePage>(entries: readonly Entry[], id: string): Entry | undefined {
  return byName(entries).get(id) as Entry | undefined;
}

/** Pages by their current ids, and by former ids that no page has now. */
const byName = oncePer((entries: readonly CataloguePage[]): ReadonlyMap<string, CataloguePage> => {
  const former = entries.flatMap((entry) => (entry.formerIds ?? []).map((id) => [id, entry] as const));
  return new Map([...former.reverse(), ...entries.map((entry) => [entry.id, entry] as const)]);
});

/** The page that replaces a withdrawn one, following further replacements to the first current page. */
export function readInstead<Entry extends CataloguePage>(
  entries: readonly Entry[],
  {replaced_by: id}: NonNullable<Page['withdrawn']>,
  visited: readonly string[] = [],
): Entry | undefined {
  const page = id === undefined || visited.includes(id) ? undefined : pageNamed(entries, id);
  return page?.withdrawn ? readInstead(entries, page.withdrawn, [...visited, id ?? '']) : page;
}

function toPage(
  {id, ids: [, ...formerIds], address, data, document}: PageEntry<Page>,
  {vocabularies}: ToolkitConfig,
): CataloguePage {
  const {title, description, withdrawn} = data;
  const terms = termsIn(data, vocabularies);
  const leadsTo = studiesIn(document);
  return {
    ...{id, address, title, description, terms, leadsTo},
    ...(withdrawn && {withdrawn}),
    ...(formerIds.length > 0 && {formerIds}),
  };
}

/** The ids of the case studies that a page links to. Links between pages are paths of files. */
function studiesIn({path, body}: SourceDocument): string[] {
  const ids = [...body.matchAll(/\]\(([^)\s#]+\.md)/g)].map(([, target = '']) => {
    const {pathname} = new URL(target, `file:///${path}`);
    return pageIdOf(pathname.slice(1));
  });
  return [...new Set(ids)].filter((id) => id.startsWith('case-studies/'));
}
