import type {Figure} from './figure.ts';
import {NOT_STATED} from './figure.ts';
import type {NamedArea} from './figure-area.ts';
import {claimAreas} from './figure-area.ts';
import {sourceFinder} from './figure-source.ts';
import {timeFinder} from './figure-time.ts';
import {claimWords, figureWords} from './figure-words.ts';
import type {PageNumber} from './page-numbers.ts';
import type {LinkIn} from './prose-unit.ts';

/** What is known beside the page itself. */
export interface Surroundings {
  areasIn: (text: string) => NamedArea[];
  /** The place of a case study. */
  place: string | undefined;
  /** The publication or page to which a link leads. */
  titleOf: (link: LinkIn) => {title: string; url?: string; year?: number | undefined};
}

/** The row of each claim of a page; `claims` are all of them, in order. */
export function describeClaims(claims: readonly PageNumber[], {areasIn, place, titleOf}: Surroundings): Figure[] {
  const [sourceOf, timeOf, areaOf] = [sourceFinder(claims), timeFinder(claims), claimAreas(claims, areasIn, place)];
  return claims.map((claim) => {
    const found = sourceOf(claim);
    const {year, ...source} = found?.link ? titleOf(found.link) : {title: 'named in the sentence'};
    return {
      figure: figureWords(claim),
      what: claimWords(claim),
      year: timeOf(claim) ?? (year ? `published ${year}` : NOT_STATED),
      area: areaOf(claim) ?? NOT_STATED,
      source: found && source,
    };
  });
}
