import type {Figure} from './figure.ts';
import {NAMED_IN_TEXT, NOT_STATED} from './figure.ts';
import type {NamedArea} from './figure-area.ts';
import {claimAreas} from './figure-area.ts';
import {sourceFinder} from './figure-source.ts';
import {timeFinder} from './figure-time.ts';
import {claimWords, figureWords} from './figure-words.ts';
import type {LinkedSource} from './linked-sources.ts';
import type {PageNumber} from './page-numbers.ts';
import type {LinkIn, ProseUnit} from './prose-unit.ts';
import {wordsAround} from './words-around.ts';

/** What is known beside the page itself. */
export interface Surroundings {
  areasIn: (text: string) => NamedArea[];
  /** The place of a case study. */
  place: string | undefined;
  /** The publication or page to which a link leads. */
  titleOf: (link: LinkIn) => LinkedSource;
  /** The anchor under which a text stands. */
  sectionOf: (unit: ProseUnit) => string | undefined;
}

/** A claim with its row. */
export interface DescribedClaim {
  claim: PageNumber;
  figure: Figure;
  /** The id of the page of this toolkit from which it is taken. */
  page: string | undefined;
}

/** The row of each claim of a page; `claims` are all of them, in order. */
export function describeClaims(
  claims: readonly PageNumber[],
  {areasIn, place, titleOf, sectionOf}: Surroundings,
): DescribedClaim[] {
  const [sourceOf, timeOf, areaOf] = [sourceFinder(claims), timeFinder(claims), claimAreas(claims, areasIn, place)];
  return claims.map((claim) => {
    const found = sourceOf(claim);
    const {year, page, ...source}: LinkedSource = found?.link ? titleOf(found.link) : {title: NAMED_IN_TEXT};
    const figure = {
      figure: figureWords(claim),
      what: claimWords(claim),
      words: wordsAround(claim),
      anchor: sectionOf(claim.unit),
      year: timeOf(claim) ?? (year ? `published ${year}` : NOT_STATED),
      area: areaOf(claim) ?? NOT_STATED,
      source: found && source,
    };
    return {claim, figure, page};
  });
}
