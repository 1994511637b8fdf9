import Link from '@docusaurus/Link';
import {EVIDENCE_IDS} from '../../../content/schemas/case-study-schema.ts';
import {guidanceTerms} from '../../../content/schemas/vocabulary-schema.ts';
import type {Book} from '../../data/books.ts';
import {usePageNamed, useSiteData, useSiteFields, useText} from '../use-site.ts';

/** No book is narrower than a finger needs. */
const [WIDTH, HEIGHT] = [24, 132];
/** The height of a book without figures; each next figure adds less to it, up to the highest. */
const [LOWEST, HIGHEST] = [42, 128];
const MAX_FIGURES = 24;

/** Every page as a book on the shelf of its subject, as tall as it has figures, banded by its evidence. */
export function Shelf() {
  const {books} = useSiteData();
  const {toolkit} = useSiteFields();
  const {
    shelf: t,
    names,
    evidence: {labels},
  } = useText();
  const pageNamed = usePageNamed();
  if (books.length === 0) return null;
  const groups = [...Map.groupBy(books, ({term}) => term)].map(([id, group]) => {
    const guidance = guidanceTerms(toolkit).find((term) => term.id === id);
    return {id, group, page: pageNamed(guidance?.page ?? ''), label: guidance?.label ?? names.guidance};
  });
  return (
    <section className="shelf" aria-labelledby="shelf">
      <h2 id="shelf">{t.title}</h2>
      <ul className="shelves">
        {groups.map(({id, group, page, label}) => (
          <li key={id ?? ''} data-term={id}>
            <ul>
              {group.map((book) => {
                const {address = '', title} = pageNamed(book.id) ?? {};
                return (
                  <li key={book.id}>
                    {book.id === page?.id ? (
                      <Spine {...book} />
                    ) : (
                      <Link to={address}>
                        <Spine {...book} />
                        <span>{title}</span>
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
            {/* The name of a subject leads to its guidance, and so does the first book, which it covers. */}
            <p>{page ? <Link to={page.address}>{label}</Link> : label}</p>
          </li>
        ))}
      </ul>
      <p className="legend">
        {t.caption} {toolkit.case_studies && t.studies}
        {toolkit.case_studies &&
          [undefined, ...EVIDENCE_IDS]
            .map((id, evidence) => ({id, evidence: id && evidence}))
            .filter(({evidence}) => books.some((book) => book.evidence === evidence))
            .map(({id, evidence}) => (
              <span key={evidence ?? 0}>
                <Spine id="" figures={0} evidence={evidence} /> {id ? t.study({evidence: labels[id]}) : names.guidance}
              </span>
            ))}
      </p>
    </section>
  );
}

/** The back of a book: a label for guidance, and as many bands as the evidence of a case study has steps. */
function Spine({id, figures, evidence}: Pick<Book, 'id' | 'figures'> & {evidence?: number | undefined}) {
  const share = Math.sqrt(Math.min(figures, MAX_FIGURES) / MAX_FIGURES);
  // Real books of one length are not all as tall.
  const jitter = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5;
  const height = Math.round(LOWEST + share * (HIGHEST - LOWEST)) - jitter;
  const top = HEIGHT - height;
  const marks =
    evidence === undefined
      ? `M7 ${top + 9}h9v16h-9z`
      : Array.from({length: evidence}, (_, index) => `M0 ${top + 8 + 6 * index}h${WIDTH - 1}v3h-${WIDTH - 1}z`).join(
          '',
        );
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M0 ${top}h${WIDTH - 1}V${HEIGHT}h-${WIDTH - 1}z`} />
      <path className="bands" d={marks} />
    </svg>
  );
}
