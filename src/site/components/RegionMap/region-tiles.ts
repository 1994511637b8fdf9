import type {CatalogueCaseStudy} from '../../../content/pages/catalogue.ts';
import {type Faceted, facetsOf, valuesOf} from '../../../content/pages/facets.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {Vocabulary} from '../../../content/schemas/vocabulary-schema.ts';
import {lowercaseFirst} from '../../../format/text.ts';
import type {Text} from '../../../language/text.ts';

/** A term on the map of case studies, usually a region. */
export interface RegionTile {
  id: string;
  label: string;
  /** From the left and from the top, from 1. */
  tile: {column: number; row: number};
  count: number;
  /** The page that lists its case studies; none where it has none. */
  address: string | undefined;
  /** How many of them have each term of the vocabulary that the map is compared with, most first. */
  subjects: {id: string; label: string; count: number}[];
  /** How many of them began in each decade that any case study on the map began in, oldest first. */
  decades: {decade: number; count: number}[];
}

type MappedStudy = Faceted & Pick<CatalogueCaseStudy, 'period'>;

/** The decade in which a case study began, `2010`. */
function decadeOf({period}: MappedStudy): number | undefined {
  return period && period.from.year - (period.from.year % 10);
}

/**
 * The terms of a vocabulary that have a place on the map, with their case studies, in the order of the vocabulary.
 * `subjects` is the vocabulary that the table lists for each.
 */
export function regionTilesOf(
  config: ToolkitConfig,
  {key, address, terms}: Vocabulary,
  subjects: Vocabulary | undefined,
  caseStudies: readonly MappedStudy[],
): RegionTile[] {
  const decades = [...new Set(caseStudies.flatMap((study) => decadeOf(study) ?? []))].sort((a, b) => a - b);
  const facet = facetsOf(config, caseStudies).find(({id}) => id === address);
  return terms.flatMap(({id, label, tile}) => {
    if (!tile) return [];
    const studies = caseStudies.filter((study) => valuesOf(study, {key}).includes(id));
    const listed = facet?.terms.find((term) => term.id === id)?.address;
    return [
      {
        ...{id, label, tile, count: studies.length, address: listed},
        subjects: countSubjects(subjects, studies),
        decades: decades.map((decade) => ({
          decade,
          count: studies.filter((study) => decadeOf(study) === decade).length,
        })),
      },
    ];
  });
}

function countSubjects(subjects: Vocabulary | undefined, studies: readonly Faceted[]): RegionTile['subjects'] {
  if (!subjects) return [];
  return subjects.terms
    .map(({id, label}) => ({
      id,
      label,
      count: studies.filter((study) => valuesOf(study, subjects).includes(id)).length,
    }))
    .filter(({count}) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** What the map shows, in a sentence: where most case studies are from, and where none is. */
export function describeTiles(
  tiles: readonly RegionTile[],
  {singular}: Pick<Vocabulary, 'singular'>,
  {finder: t, format}: Text,
): string {
  const most = Math.max(...tiles.map(({count}) => count));
  const [first, ...others] = tiles.filter(({count}) => count === most);
  const empty = tiles.filter(({count}) => count === 0).map(({label}) => label);
  const lead =
    first && others.length === 0
      ? t.mostIn({place: first.label, most})
      : t.mostAnywhere({place: lowercaseFirst(singular), most});
  return empty.length === 0 ? lead : `${lead} ${t.noneIn({places: format.either(empty)})}`;
}
