import Link from '@docusaurus/Link';
import {listPageAddress, nearPages, type PagePosition} from '../../../model/lists/list-pages.ts';

interface Props extends PagePosition {
  /** The address of the list, without the site's base URL. */
  list: string;
}

/** Links to the other pages of a list; nothing if it has one page. */
export function Pagination({list, ...position}: Props) {
  const {page, pages} = position;
  if (pages === 1) return null;
  const near = nearPages(position);
  return (
    <nav className="pagination" aria-label="Pages of this list">
      {page > 1 && (
        <Link to={listPageAddress(list, page - 1)} rel="prev">
          Previous<span className="visually-hidden"> page</span>
        </Link>
      )}
      <ol>
        {near.map((number, index) => (
          <li key={number} {...(number - (near[index - 1] ?? 0) > 1 && {className: 'after-gap'})}>
            <Link
              to={listPageAddress(list, number)}
              aria-label={`Page ${number} of ${pages}`}
              {...(number === page && {'aria-current': 'page'})}
            >
              {number}
            </Link>
          </li>
        ))}
      </ol>
      {page < pages && (
        <Link to={listPageAddress(list, page + 1)} rel="next">
          Next<span className="visually-hidden"> page</span>
        </Link>
      )}
    </nav>
  );
}
