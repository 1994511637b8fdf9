import Link from '@docusaurus/Link';
import {listPageAddress, nearPages, type PagePosition} from '../../../content/lists/list-pages.ts';
import {Rich} from '../Rich/Rich.tsx';
import {useText} from '../use-site.ts';

interface Props extends PagePosition {
  /** The address of the list, without the site's base URL. */
  list: string;
}

/** Links to the other pages of a list; nothing if it has one page. */
export function Pagination({list, ...position}: Props) {
  const {page, pages} = position;
  const {lists: t, format} = useText();
  if (pages === 1) return null;
  const near = nearPages(position);
  return (
    <nav className="pagination" aria-label={t.pages} data-page={t.page({page, pages})}>
      {page > 1 && (
        <Link to={listPageAddress(list, page - 1)} rel="prev">
          <Rich text={t.previous} />
        </Link>
      )}
      <ol>
        {near.map((number, index) => (
          <li key={number} {...(number - (near[index - 1] ?? 0) > 1 && {className: 'after-gap'})}>
            <Link
              to={listPageAddress(list, number)}
              aria-label={t.page({page: number, pages})}
              {...(number === page && {'aria-current': 'page'})}
            >
              {format.number(number)}
            </Link>
          </li>
        ))}
      </ol>
      {page < pages && (
        <Link to={listPageAddress(list, page + 1)} rel="next">
          <Rich text={t.next} />
        </Link>
      )}
    </nav>
  );
}
