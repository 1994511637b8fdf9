import {goesOn, leadIn} from './carried.ts';
import {uniqueKey} from './figure-words.ts';
import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {isPlacedBy} from './said-of.ts';
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
  const sameFigure = sameFigures(claims, (claim) => rowArea(claim, areasIn), uniqueKey);
  return (claim) => {
    const {unit} = claim;
    const named = areasIn(unit.text).filter((area) => !isExample(unit.text, area));
    const next = claims.find((other) => other.unit === unit && other.start >= claim.end)?.start;
    const isMember = isOneOf(claim);
    const said = named.filter((area) => isPlacedBy(claim, area, next) && !(isMember && area.end <= claim.start));
    const carried = () => paragraphArea(claim, named);
    return (
      (unit.place === 'figure-cell' ? rowArea(claim, areasIn) : undefined) ??
      nearestNamed(said, claim, next)?.label ??
      rowArea(claim, areasIn) ??
      sameFigure(claim) ??
      (named.length === 0 ? onlyArea(areasIn(leadIn(claim))) : undefined) ??
      (isMember || isWider(claim) ? undefined : own === undefined ? carried() : placeOfStudy(own, carried))
    );
  };
}

/** What the column says; of a column that holds more, the area it names. */
function rowArea({unit: {row}}: PageNumber, areasIn: (text: string) => NamedArea[]): string | undefined {
  if (!row) return undefined;
  if (row.area) return /^(?:area )?not stated\b/i.test(row.area) ? undefined : row.area;
  return row.what === row.words ? undefined : areasIn(row.words).at(-1)?.label;
}

/** A study of several places is about all of them, unless the paragraph speaks of one. */
function placeOfStudy(own: string, carried: () => string | undefined): string {
  const isSeveral = / and \p{Lu}/u.test(own);
  return (isSeveral ? carried() : undefined) ?? `${own} (place of the study)`;
}

/** Where the sentences before name one area alone, it is most likely that of the figure too; readers are told. */
function paragraphArea(claim: PageNumber, named: readonly NamedArea[]): string | undefined {
  if (!goesOn(claim)) return undefined;
  const area = onlyArea(named.filter(({end}) => end <= claim.sentence.start));
  return area && `${area} (same paragraph)`;
}

function onlyArea(named: readonly NamedArea[]): string | undefined {
  const labels = new Set(named.map(({label}) => label));
  return labels.size === 1 ? [...labels][0] : undefined;
}

const EXAMPLE_BEFORE_RE = /\b(?:among them|such as|including)\b[^.;:()\d]*$|\b(?:beyond|outside) $/;
const EXAMPLE_AFTER_RE = /^,? (?:among them|joined)\b/;

/** `the cheapest 10% of Kent's parishes`: among whom something was ranked, and not where it is. */
const RANKED_RE =
  /\b(?:best|busiest|cheapest|dearest|highest|largest|lowest|poorest|richest|smallest|worst|top|bottom)\b[^.;:,]* (?:of|among|in) (?:the |all )*$/;

/** `22 members, among them Ford`: what is named as an example, or for comparison, is not what was counted. */
function isExample(text: string, {start, end}: NamedArea): boolean {
  const before = text.slice(0, start);
  return EXAMPLE_BEFORE_RE.test(before) || RANKED_RE.test(before) || EXAMPLE_AFTER_RE.test(text.slice(end));
}

const ONE_OF_RE = /\bone of (?:[\p{L}-]+ ){0,3}$|\bone of (?:the )?(?:\d+|\p{Ll}+) [^,.;:]*$/u;

/** `Ford was one of 16 villages`: the 16 are not in Ford. */
function isOneOf({unit: {text}, sentence, start}: PageNumber): boolean {
  return ONE_OF_RE.test(text.slice(sentence.start, start));
}

const WIDER_RE = /\b(?:[Aa]cross the country|national(?:ly)?|Nationally|nationwide|whole network|elsewhere)\b/;

/** A figure that is said to be of the whole country is not of the place of a study. */
function isWider({unit: {text}, sentence, start, end}: PageNumber): boolean {
  const [opening = ''] = text.slice(sentence.start, sentence.end).split(/[,;:]\s/, 1);
  const [before = ''] = text
    .slice(sentence.start, start)
    .split(/[,;:]\s/)
    .slice(-1);
  const [after = ''] = text.slice(end, sentence.end).split(/[,;:]\s/, 1);
  return WIDER_RE.test(`${before}${after}`) || WIDER_RE.test(opening.split(' ').slice(0, 4).join(' '));
}

function escapeName(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
