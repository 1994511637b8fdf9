import {NAMED_SOURCE_RE} from '../prose/named-source.ts';
import {figureKey} from './figure-words.ts';
import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {linksInSentence} from './page-numbers.ts';
import type {LinkIn} from './prose-unit.ts';
import {sameFigures} from './same-figures.ts';

/** Where the source of a figure stands, as readers are told. */
type SourcePlace = 'row' | 'sentence' | 'item' | 'same number' | 'paragraph' | 'words';

/** The source of a figure: a link, or the words of its sentence, which name who says it. */
export interface FoundSource {
  from: SourcePlace;
  link?: LinkIn;
}

/** Finds the source of each claim of a page; `claims` are all of them, for one may rest on another. */
export function sourceFinder(claims: readonly PageNumber[]): (claim: PageNumber) => FoundSource | undefined {
  const inRows = sameFigures(claims.filter(isInRow), (claim) => claim.unit.row?.links[0], figureKey);
  const anywhere = sameFigures(claims, (claim) => (nearSource(claim) ?? aroundSource(claim))?.link, figureKey);
  const ownSource = (claim: PageNumber) =>
    nearSource(claim) ??
    found('same number', inRows(claim)) ??
    aroundSource(claim) ??
    found('same number', anywhere(claim));
  return (claim) =>
    ownSource(claim) ?? found('sentence', companionLink(claim, claims, ownSource)) ?? namedSource(claim);
}

/** What one figure of a sentence rests on, its other figures rest on too, where nothing else is said of them. */
function companionLink(
  {unit, sentence}: PageNumber,
  claims: readonly PageNumber[],
  sourceOf: (claim: PageNumber) => FoundSource | undefined,
): LinkIn | undefined {
  const companions = claims.filter((other) => other.unit === unit && other.sentence === sentence);
  return companions.flatMap((other) => sourceOf(other)?.link ?? [])[0];
}

function nearSource(claim: PageNumber): FoundSource | undefined {
  const {links, row, lead} = claim.unit;
  return (
    found('sentence', ownLink(claim)) ??
    found('row', row?.links[0]) ??
    found('item', lead && (links[0] ?? lead.links.at(-1)))
  );
}

function aroundSource(claim: PageNumber): FoundSource | undefined {
  return found('paragraph', nearestLink(claim.unit.links, claim) ?? claim.unit.around[0]);
}

function namedSource({unit, sentence}: PageNumber): FoundSource | undefined {
  const texts = [unit.text.slice(sentence.start, sentence.end), unit.text];
  return texts.some((text) => NAMED_SOURCE_RE.test(text)) ? {from: 'words'} : undefined;
}

function found(from: SourcePlace, link: LinkIn | undefined): FoundSource | undefined {
  return link && {from, link};
}

/** Rows and outcomes are the page's record of its figures. */
function isInRow({unit}: PageNumber): boolean {
  return unit.row !== undefined && unit.row.links.length > 0;
}

function ownLink(claim: PageNumber): LinkIn | undefined {
  const links = linksInSentence(claim);
  const elsewhere = links.filter(({url}) => /^https?:/.test(url));
  return nearestLink(elsewhere.length > 0 ? elsewhere : links, claim);
}

/** The link that the figure stands in, else the one before it, which the sentences after it go on from. */
function nearestLink(links: readonly LinkIn[], {start, end}: PageNumber): LinkIn | undefined {
  return nearestNamed(links, {start, end}, end);
}
