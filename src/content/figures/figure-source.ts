import {NAMED_SOURCE_RE} from '../prose/named-source.ts';
import {figureKey} from './figure-words.ts';
import {nearestNamed} from './nearest-named.ts';
import type {PageNumber} from './page-numbers.ts';
import {linksInSentence} from './page-numbers.ts';
import type {LinkIn, ProseUnit} from './prose-unit.ts';
import {sameFigures} from './same-figures.ts';
import type {SentenceIn} from './sentence-of.ts';

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
  const bySentence = Map.groupBy(claims, ({sentence}) => sentence);
  const isUnitNamed = onceFor(({text}: ProseUnit) => NAMED_SOURCE_RE.test(text));
  const ofSentence = onceFor((sentence: SentenceIn): FoundSource | undefined => {
    const all = bySentence.get(sentence) ?? [];
    const link = all.reduce<LinkIn | undefined>((first, claim) => first ?? ownSource(claim)?.link, undefined);
    // What one figure of a sentence rests on, its other figures rest on too, where nothing else is said of them.
    return found('sentence', link) ?? (all.slice(0, 1).some(isNamed) ? {from: 'words'} : undefined);
  });

  function isNamed({unit, sentence}: PageNumber): boolean {
    return isUnitNamed(unit) || NAMED_SOURCE_RE.test(unit.text.slice(sentence.start, sentence.end));
  }

  return (claim) => ownSource(claim) ?? ofSentence(claim.sentence);
}

/** Works something out once for each thing asked about: a sentence may hold thousands of figures. */
function onceFor<Asked, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, {answer: Answer}>();
  return (asked) => {
    const kept = known.get(asked) ?? {answer: work(asked)};
    known.set(asked, kept);
    return kept.answer;
  };
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
