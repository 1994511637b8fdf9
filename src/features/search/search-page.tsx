import Link from '@docusaurus/Link';
import {ALL_PAGES} from '../../content/addresses/generated-routes.ts';
import type {ListPage} from '../../content/lists/list-pages.ts';
import {LinkList} from '../../site/components/Links/Links.tsx';
import {Pagination} from '../../site/components/Pagination/Pagination.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {useRecords, useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import type {Kind} from './client/find-pages.ts';
import {anchorOfLetter, type IndexEntry, type letterLinks, letterOf} from './page-index.ts';
import {PageSearch, Results} from './page-search.tsx';

/** Search; without scripts, a list of every page in parts, and where each letter begins. */
export function SearchPage({list, letters}: {list: ListPage<IndexEntry>; letters: ReturnType<typeof letterLinks>}) {
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
      column="list-page with-aside"
    >
      <PageSearch kind={isFirst ? 'all' : 'elsewhere'} />
      {isFirst && (
        <>
          <noscript>
            <p>{t.noScript}</p>
          </noscript>
          <Kinds />
        </>
      )}
      <div>
        {isFirst && <p className="found" role="status" data-search-status />}
        <Results />
        {isFirst && hasEditions && (
          <p>
            <button type="button" data-search-editions hidden>
              {t.older}
            </button>
          </p>
        )}
      </div>
      <div data-fallback>
        <section>
          <h2>{names.allPages}</h2>
          {list.pages > 1 && <LinkList className="letters" links={letters} />}
          <PageIndex entries={list.items} />
          <Pagination list={ALL_PAGES} {...list} />
        </section>
      </div>
    </Page>
  );
}

/** Narrows what was found to one kind of page; the script counts and shows it. */
function Kinds() {
  const {search: t, names} = useText();
  const {lists} = useSiteData();
  const kinds: Partial<Record<Kind | '', string>> = {
    '': t.everyKind,
    guidance: names.guidance,
    ...(lists.caseStudies && {study: names.caseStudies}),
    ...(lists.updates && {update: names.updates}),
    other: names.handbook,
  };
  return (
    <aside data-kinds hidden>
      <form className="kinds" autoComplete="off">
        <fieldset>
          <legend>{t.kinds}</legend>
          {Object.entries(kinds).map(([kind, label]) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === ''} /> {label} <small data-count />
            </label>
          ))}
        </fieldset>
      </form>
    </aside>
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
