import Link from '@docusaurus/Link';
import type {PageSince} from '../../../changes/published/pages-since.ts';
import {EDITIONS, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useEditionNamed, useRecords, useText} from '../../components/use-site.ts';

/** For readers who use an edition: the pages that read differently today, each with a link to its updates. */
export default function SinceEditionPage({edition: name, list}: {edition: string; list: ListPage<PageSince>}) {
  const {editions: t, names, format} = useText();
  const edition = format.inWords(useEditionNamed()(name) ?? {name});
  return (
    <Page
      title={names.since({edition})}
      description={t.sinceAbout({edition})}
      position={list}
      above={[{label: names.editions, to: EDITIONS}]}
      heading={<Rich text={t.sinceTitle({edition})} />}
      lead={list.items.length > 0 ? t.sinceLead : t.sinceNothing}
      intro={<p>{t.contents}</p>}
    >
      {list.page === 1 && <EditionAbout name={name} />}
      {[...Map.groupBy(list.items, ({kind}) => kind)].map(([kind, pages]) => (
        <section key={kind}>
          <h2>{t.kinds[kind]}</h2>
          <ul className="changed-pages">
            {pages.map((page) => (
              <li key={page.id}>
                <Link to={page.address}>{page.title}</Link> <ToUpdates {...page} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pagination list={sinceAddress(name)} {...list} />
    </Page>
  );
}

/** A link to the history of a live page, if an update names it. */
function ToUpdates({kind, id, title, address}: PageSince) {
  const {editions: t} = useText();
  const {pages, toolkit} = useRecords();
  const history = id === 'index' ? toolkit : pages[id]?.history;
  if (kind === 'removed' || !history) return null;
  if (history.major.length + history.minor.length + history.older.length === 0) return null;
  return (
    <Link to={`${address}#page-updates`}>
      <Rich text={t.seeUpdates({title})} />
    </Link>
  );
}
