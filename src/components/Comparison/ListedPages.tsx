import Link from '@docusaurus/Link';
import type {ListedPage} from '../../content/differences/comparison-summary.ts';

/** Pages that one state alone holds. */
export function ListedPages({title, pages}: {title: string; pages: readonly ListedPage[]}) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>
        {title} ({pages.length})
      </h2>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <Link to={page.address}>{page.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
