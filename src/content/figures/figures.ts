import {documentParts} from '../document/document-parts.ts';
import {formatPeriod} from '../format-date.ts';
import {parsePage} from '../parsed-page.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {ALLOWED_NUMBERS} from './allowed-numbers.ts';
import {chartFigures} from './chart-figures.ts';
import type {DescribedClaim} from './describe-claims.ts';
import {describeClaims} from './describe-claims.ts';
import type {AllowedCount, PageFigures} from './figure.ts';
import {NOT_STATED} from './figure.ts';
import {areaFinder} from './figure-area.ts';
import {knownAreas} from './known-areas.ts';
import {linkedSources} from './linked-sources.ts';
import {pageNumbers} from './page-numbers.ts';
import {restOnSource} from './rest-on-source.ts';
import {sectionFinder} from './section-finder.ts';

/** Every number of a toolkit. */
export interface Figures {
  /** Pages that claim something in numbers, in the order of the whole toolkit as one document. */
  pages: PageFigures[];
  /** How many numbers of each class claim nothing; classes without any are left out. */
  allowed: AllowedCount[];
}

/** Every number in the live pages of a toolkit that hold: with its source where it claims something, counted by class where not. */
export function figuresOf(toolkit: Toolkit): Figures {
  const kinds = new Map(toolkit.documents.map(({document, kind}) => [document, kind]));
  const byId = new Map(allPages(toolkit).map((entry) => [entry.id, entry]));
  const entries = documentParts(toolkit)
    .flatMap(({label, sections}) => sections.map(({id}) => ({entry: byId.get(id), group: label})))
    .flatMap(({entry, group}) =>
      entry && !entry.data.withdrawn
        ? [{entry, group, page: parsePage(kinds.get(entry.document) ?? 'page', entry.document)}]
        : [],
    );
  const areas = knownAreas(
    toolkit,
    entries.map(({page}) => page),
  );
  const areasIn = areaFinder(areas);
  const titlesOn = linkedSources(entries.map(({entry}) => entry));
  const classes: string[] = [];

  const described = new Map<string, DescribedClaim[]>();
  for (const {entry, page} of entries) {
    const numbers = pageNumbers(page, toolkit.config.numbered_names);
    const claims = numbers.filter(({allowed}) => allowed === undefined);
    classes.push(...numbers.flatMap(({allowed}) => allowed ?? []));
    const place = 'place' in entry.data ? entry.data.place : undefined;
    const sectionOf = sectionFinder(entry.document.text);
    described.set(entry.id, describeClaims(claims, {areasIn, place, titleOf: titlesOn(entry), sectionOf}));
  }
  const pages = entries.map(({entry: {id, address, data, document}, group}): PageFigures => {
    const period = 'period' in data && data.period ? formatPeriod(data.period) : undefined;
    const figures = (described.get(id) ?? [])
      .map((one) => restOnSource(one, (other) => described.get(other)))
      .map((figure) => (figure.year === NOT_STATED && period ? {...figure, year: undatedIn(period)} : figure));
    const drawn = chartFigures(document, toolkit.charts);
    return {id, address, title: data.title, group, figures: [...figures, ...drawn]};
  });
  return {pages: pages.filter(({figures}) => figures.length > 0), allowed: countClasses(classes)};
}

/** The year of a figure that a case study does not date: when the work was, which is not to say when it was counted. */
function undatedIn(period: string): string {
  return `${NOT_STATED} (case study: ${period})`;
}

function countClasses(classes: readonly string[]): AllowedCount[] {
  return ALLOWED_NUMBERS.flatMap(({id, label, reason}) => {
    const count = classes.filter((one) => one === id).length;
    return count > 0 ? [{label, reason, count}] : [];
  });
}
