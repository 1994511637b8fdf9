/** A heading of the page. */
export interface ContentsItem {
  /** May contain inline markup and entities. */
  value: string;
  id: string;
}

/** Fewer headings than this need no list. */
const FEWEST = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/**
 * The sections of the page. The `<details>` contains only its summary, as in the header: style sheets show the list by
 * its state, so that it is closed on a phone and open on a wide screen.
 */
export function Contents({items}: {items: readonly ContentsItem[]}) {
  if (items.length < FEWEST) return null;
  return (
    <nav className="contents" aria-label="On this page" data-pagefind-ignore="all">
      <details className="contents-toggle">
        <summary>On this page</summary>
      </details>
      <p className="contents-title" aria-hidden="true">
        On this page
      </p>
      <ul>
        {items.map(({value, id}) => (
          <li key={id}>
            <a href={`#${id}`}>{plainText(value)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Only the text: the list is generated before the sanitiser runs, so its markup must never reach the page. */
function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
