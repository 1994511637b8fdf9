import type {Text} from '../../../language/text.ts';
import type {CatalogueCaseStudy} from '../../../model/pages/catalogue.ts';
import {facetsOf} from '../../../model/pages/facets.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';

type Counted = Pick<CatalogueCaseStudy, 'priorities' | 'approaches' | 'regions' | 'evidence'>;

/** A region on the map of case studies. */
export interface RegionTile {
  id: string;
  label: string;
  /** From the left and from the top, from 1. */
  tile: {column: number; row: number};
  count: number;
  /** The page that lists its case studies; none where it has none. */
  address: string | undefined;
  /** How many of them help with each priority, most first. */
  priorities: {id: string; label: string; count: number}[];
}

/** The regions that have a place on the map, with their case studies, in the order of the vocabulary. */
export function regionTilesOf(config: ToolkitConfig, caseStudies: readonly Counted[]): RegionTile[] {
  const facet = facetsOf(config, caseStudies).find(({id}) => id === 'region');
  return config.regions.flatMap(({id, label, tile}) => {
    if (!tile) return [];
    const studies = caseStudies.filter(({regions}) => regions.includes(id));
    const address = facet?.terms.find((term) => term.id === id)?.address;
    return [{id, label, tile, count: studies.length, address, priorities: prioritiesOf(config, studies)}];
  });
}

function prioritiesOf({priorities}: ToolkitConfig, studies: readonly Counted[]): RegionTile['priorities'] {
  return priorities
    .map(({id, label}) => ({id, label, count: studies.filter((study) => study.priorities.includes(id)).length}))
    .filter(({count}) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** What the map shows, in a sentence: where most case studies are from, and where none is. */
export function describeTiles(tiles: readonly RegionTile[], {finder: t, format}: Text): string {
  const most = Math.max(...tiles.map(({count}) => count));
  const [first, ...others] = tiles.filter(({count}) => count === most);
  const empty = tiles.filter(({count}) => count === 0).map(({label}) => label);
  const lead = first && others.length === 0 ? t.mostIn(first.label, most) : t.mostAnywhere(most);
  return empty.length === 0 ? lead : `${lead} ${t.noneIn(format.either(empty))}`;
}
