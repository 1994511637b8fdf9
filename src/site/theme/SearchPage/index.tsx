import Link from '@docusaurus/Link';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {ALL_PAGES, anchorOfLetter, type IndexEntry, letterOf} from '../../../content/lists/page-index.ts';
import {LinkList} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Results} from '../../components/Results/Results.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {PageSearch} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  list: ListPage<IndexEntry>;
  /** Where each letter begins. */
  letters: readonly {label: string; to: string}[];
}

/** Search; without scripts, a list of every page in parts. */
export default function SearchPage({list, letters}: Props) {
  const {toolkit} = useSiteFields();
  const {search: t, names} = useText();
  const hasEditions = useRecords().editions.length > 0;
  const isFirst = list.page === 1;
  return (
    <Page
      title={isFirst ? names.search : names.allPages}
      description={t.about({title: toolkit.title})}
      position={list}
      noindex
    >
      <PageSearch kind={isFirst ? 'all' : 'elsewhere'} />
      {isFirst && (
        <>
          <noscript>
            <p>{t.noScript}</p>
          </noscript>
          <p className="found" role="status" data-search-status />
        </>
      )}
      <Results>
        <section>
          <h2>{names.allPages}</h2>
          {list.pages > 1 && <LinkList className="letters" links={letters} />}
          <PageIndex entries={list.items} />
          <Pagination list={ALL_PAGES} {...list} />
        </section>
      </Results>
      {isFirst && hasEditions && (
        <p>
          <button type="button" data-search-editions hidden>
            {t.older}
          </button>
        </p>
      )}
    </Page>
  );
}

/** Pages by first letter. */
function PageIndex({entries}: {entries: readonly IndexEntry[]}) {
  const text = useText();
  return (
    <div className="a-to-z">
      {[...Map.groupBy(entries, (entry) => letterOf(entry, text))].map(([letter, same]) => (
        <section key={letter}>
          <h3 id={anchorOfLetter(letter)}>{letter}</h3>
          <ul>
            {same.map(({address, title, withdrawn}) => (
              <li key={address}>
                <Link to={address}>{title}</Link>
                {withdrawn && ` ${text.frame.withdrawn}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
