/** A heading of the page. */
export interface ContentsItem {
  /** May hold inline markup and entities. */
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

/** The sections of the page. */
export function Contents({items}: {items: readonly ContentsItem[]}) {
  if (items.length < FEWEST) return null;
  return (
    <nav className="contents" aria-labelledby="contents-title" data-pagefind-ignore="all">
      <p id="contents-title">On this page</p>
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

/** The words alone: the list is made before the sanitiser runs, so its markup must never reach the page. */
function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
