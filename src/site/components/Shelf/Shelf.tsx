import Link from '@docusaurus/Link';
import {guidanceTerms} from '../../../content/schemas/vocabulary-schema.ts';
import type {Book} from '../../data/books.ts';
import {usePageNamed, useSiteData, useSiteFields, useText} from '../use-site.ts';

const HEIGHT = 132;
/** The height of a book without figures; each next figure adds less to it, up to the highest. */
const [LOWEST, HIGHEST] = [42, 128];
const MAX_FIGURES = 24;
/** In a row of more books than this, the last one leans. */
const LEANING = 3;

/**
 * A picture of the toolkit: a book for each page, by subject, as tall as it has figures, banded by its evidence. The books
 * of a subject lead to its page by pointer; the tiles of the front page have the same links for everybody.
 */
export function Shelf() {
  const {books} = useSiteData();
  const {toolkit} = useSiteFields();
  const {shelf: t} = useText();
  const pageNamed = usePageNamed();
  if (books.length === 0) return null;
  const groups = [...Map.groupBy(books, ({term}) => term)].map(([id, group]) => {
    const guidance = guidanceTerms(toolkit).find((term) => term.id === id);
    return {id, to: pageNamed(guidance?.page ?? '')?.address, label: guidance?.label, spines: spinesOf(group)};
  });
  return (
    <figure className="shelf">
      <div className="books" aria-hidden="true">
        {groups.map(({id, to, label, spines}) => {
          const drawing = (
            <svg key={id ?? ''} data-term={id} aria-hidden="true" viewBox={`0 0 ${widthOf(spines)} ${HEIGHT}`}>
              <path d={spines.map(outlineOf).join('')} />
              <path className="bands" d={spines.flatMap(bandsOf).join('')} />
            </svg>
          );
          return to === undefined ? (
            drawing
          ) : (
            <Link key={id} to={to} title={label} tabIndex={-1}>
              {drawing}
            </Link>
          );
        })}
      </div>
      <figcaption>
        <span className="visually-hidden">{t.label({pages: books.length})}</span> {t.caption}
        {toolkit.scales.length > 0 && ` ${t.bands}`}
      </figcaption>
    </figure>
  );
}

interface Spine {
  x: number;
  width: number;
  height: number;
  evidence: number | undefined;
}

/** The books of a term side by side. */
function spinesOf(books: readonly Book[]): Spine[] {
  const spines: Spine[] = [];
  for (const {id, figures, evidence} of books) {
    const share = Math.sqrt(Math.min(figures, MAX_FIGURES) / MAX_FIGURES);
    // Real books are not all as thick, and those of one length not all as tall.
    const jitter = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5;
    const width = evidence === undefined ? 17 : 9 + jitter;
    const height = Math.round(LOWEST + share * (HIGHEST - LOWEST)) - jitter;
    spines.push({x: widthOf(spines), width, height, evidence});
  }
  return spines;
}

function widthOf(spines: readonly Spine[]): number {
  const last = spines.at(-1);
  return last ? last.x + last.width + 1 : 0;
}

/** The last of several case studies leans on the one before it. */
function outlineOf({x, width, height}: Spine, index: number, {length}: readonly Spine[]): string {
  const lean = length > LEANING && index === length - 1 ? Math.round(height / 7) : 0;
  return `M${x + lean} ${HEIGHT}l-${lean}-${height}h${width}l${lean} ${height}z`;
}

/** A label for guidance, and as many bands as the evidence of a case study has steps. */
function bandsOf({x, width, height, evidence}: Spine): string[] {
  const top = HEIGHT - height;
  if (evidence === undefined) return [`M${x + 4} ${top + 9}h${width - 8}v16h-${width - 8}z`];
  return Array.from({length: evidence}, (_, index) => `M${x} ${top + 8 + 5 * index}h${width}v2h-${width}z`);
}
