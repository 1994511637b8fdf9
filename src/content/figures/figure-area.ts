import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {sameFigures} from './same-figures.ts';

/** An area that figures may be about. */
export interface Area {
  label: string;
  /** Other words for it, such as `English` for `England`. */
  also: readonly string[];
  /** Names that hold its words and are not about it, such as those of national bodies. */
  not_in: readonly string[];
}

/** An area that a text names, where it stands. */
export interface NamedArea {
  start: number;
  end: number;
  label: string;
}

/** Finds the areas that a text names, the longest name first: `Greater Manchester` is not `Manchester`. */
export function areaFinder(areas: readonly Area[]): (text: string) => NamedArea[] {
  const labels = new Map(areas.flatMap(({label, also}) => [label, ...also].map((name) => [name, label] as const)));
  const names = [...labels.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return () => [];
  const others = areas.flatMap((area) => area.not_in).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}.-])(?:(?<other>${others.map(escapeName).join('|') || '(?!)'})|(?<area>${names.map(escapeName).join('|')}))(?![\\p{L}])`,
    'gu',
  );
  return (text) =>
    joinNeighbours(
      text,
      [...text.matchAll(pattern)].flatMap(({index, groups}) => {
        const name = groups?.area;
        return name ? [{start: index, end: index + name.length, label: labels.get(name) ?? name}] : [];
      }),
    );
}

/** What is named in one breath, such as `England, Wales and Ford`, is one area. */
function joinNeighbours(text: string, named: readonly NamedArea[]): NamedArea[] {
  const joined: NamedArea[] = [];
  for (const area of named) {
    const before = joined.at(-1);
    const gap = before && text.slice(before.end, area.start);
    if (before && gap && /^(?:, | and |, and )(?:the )?$/.test(gap)) {
      joined[joined.length - 1] = {...before, end: area.end, label: `${before.label}${gap}${area.label}`};
    } else {
      joined.push(area);
    }
  }
  return joined;
}

/** Finds the area of each claim of a page; `own` is the place of a case study. */
export function claimAreas(
  claims: readonly PageNumber[],
  areasIn: (text: string) => NamedArea[],
  own: string | undefined,
): (claim: PageNumber) => string | undefined {
  const sameFigure = sameFigures(claims, (claim) => rowArea(claim, areasIn));
  return (claim) => {
    const {unit, sentence} = claim;
    const named = areasIn(unit.text);
    const inSentence = named.filter(({start, end}) => start >= sentence.start && end <= sentence.end);
    const next = claims.find((other) => other.unit === unit && other.start >= claim.end);
    return (
      (unit.place === 'figure-cell' ? rowArea(claim, areasIn) : undefined) ??
      nearestNamed(inSentence, claim, next?.start)?.label ??
      rowArea(claim, areasIn) ??
      sameFigure(claim) ??
      (own && `${own} (place of the study)`) ??
      paragraphArea([...named.filter(({end}) => end < sentence.start), ...areasIn(unit.lead?.text ?? '')])
    );
  };
}

/** What the column says; of a column that holds more, the area it names. */
function rowArea({unit: {row}}: PageNumber, areasIn: (text: string) => NamedArea[]): string | undefined {
  if (!row) return undefined;
  if (row.area) return /^(?:area )?not stated\b/i.test(row.area) ? undefined : row.area;
  return row.what === row.words ? undefined : areasIn(row.words).at(-1)?.label;
}

/** Where the sentences before name one area alone, it is most likely that of the figure too; readers are told. */
function paragraphArea(named: readonly NamedArea[]): string | undefined {
  const labels = new Set(named.map(({label}) => label));
  return labels.size === 1 ? `${[...labels][0]} (same paragraph)` : undefined;
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
