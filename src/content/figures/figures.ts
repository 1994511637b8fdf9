import {parsePage} from '../parsed-page.ts';
import {compareText} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {ALLOWED_NUMBERS} from './allowed-numbers.ts';
import {describeClaims} from './describe-claims.ts';
import type {AllowedCount, PageFigures} from './figure.ts';
import {areaFinder} from './figure-area.ts';
import {knownAreas} from './known-areas.ts';
import {linkedSources} from './linked-sources.ts';
import {pageNumbers} from './page-numbers.ts';

/** Every number of a toolkit. */
export interface Figures {
  /** Pages that claim something in numbers, sorted by id. */
  pages: PageFigures[];
  /** How many numbers of each class claim nothing; classes without any are left out. */
  allowed: AllowedCount[];
}

/** Every number in the live pages of a toolkit that hold: with its source where it claims something, counted by class where not. */
export function figuresOf(toolkit: Toolkit): Figures {
  const kinds = new Map(toolkit.documents.map(({document, kind}) => [document, kind]));
  const entries = allPages(toolkit)
    .filter(({document, data}) => document.path.startsWith('docs/') && !data.withdrawn)
    .sort((a, b) => compareText(a.id, b.id))
    .map((entry) => ({entry, page: parsePage(kinds.get(entry.document) ?? 'page', entry.document)}));
  const areas = knownAreas(
    toolkit,
    entries.map(({page}) => page),
  );
  const areasIn = areaFinder(areas);
  const titlesOn = linkedSources(entries.map(({entry}) => entry));
  const classes: string[] = [];

  const pages = entries.map(({entry, page}): PageFigures => {
    const numbers = pageNumbers(page, toolkit.config.numbered_names);
    const claims = numbers.filter(({allowed}) => allowed === undefined);
    classes.push(...numbers.flatMap(({allowed}) => allowed ?? []));
    const place = 'place' in entry.data ? entry.data.place : undefined;
    const figures = describeClaims(claims, {areasIn, place, titleOf: titlesOn(entry)});
    return {id: entry.id, address: entry.address, title: entry.data.title, figures};
  });
  return {pages: pages.filter(({figures}) => figures.length > 0), allowed: countClasses(classes)};
}

function countClasses(classes: readonly string[]): AllowedCount[] {
  return ALLOWED_NUMBERS.flatMap(({id, label, reason}) => {
    const count = classes.filter((one) => one === id).length;
    return count > 0 ? [{label, reason, count}] : [];
  });
}
