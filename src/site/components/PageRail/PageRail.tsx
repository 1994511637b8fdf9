import {EditionMenu} from '../EditionBanner/EditionBanner.tsx';
import {useText} from '../use-site.ts';

/** Fewer headings than this need no list. */
const MIN = 3;

interface Props {
  headings: readonly {value: string; id: string}[];
  pageId: string;
  edition: string | undefined;
}

/**
 * Next to the text: the sections of the page and its other versions. The `<details>` contains only its summary, as in the
 * header: style sheets show the rest by its state, so that it is closed on a phone and open on a wide screen.
 */
export function PageRail({headings, pageId, edition}: Props) {
  const {page: t} = useText();
  return (
    <div className="page-rail">
      {headings.length >= MIN && (
        <>
          <details className="rail-toggle">
            <summary>{t.onThisPage}</summary>
          </details>
          <nav className="contents" aria-label={t.onThisPage}>
            <p className="rail-title" aria-hidden="true">
              {t.onThisPage}
            </p>
            <ul>
              {headings.map(({value, id}) => (
                <li key={id}>
                  <a href={`#${id}`}>{value}</a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
      <EditionMenu pageId={pageId} edition={edition} />
    </div>
  );
}
