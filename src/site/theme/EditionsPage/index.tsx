import Link from '@docusaurus/Link';
import type {EditionSummary} from '../../../changes/updates/page-record.ts';
import {EDITIONS, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {addressOf} from '../../../content/pages/page-id.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {PublisherNotice} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

/** The live text and the editions, newest first: frozen, numbered states for citing. */
export default function EditionsPage({list}: {list: ListPage<EditionSummary>}) {
  const {toolkit} = useSiteFields();
  const {editions} = useSiteData().lists;
  const {editions: t, names} = useText();
  return (
    <Page
      title={names.editions}
      description={t.about({title: toolkit.title})}
      position={list}
      lead={t.lead}
      column="list-page with-aside"
    >
      <aside>
        <p>{editions ? t.howToCite : t.nothing}</p>
        {editions && <p>{t.contents}</p>}
        <PublisherNotice />
      </aside>
      <div>
        {editions && <EditionList editions={list.items} withLive={list.page === 1} />}
        <Pagination list={EDITIONS} {...list} />
      </div>
    </Page>
  );
}

function EditionList({editions, withLive}: {editions: readonly EditionSummary[]; withLive: boolean}) {
  const {editions: t, names, counts, format} = useText();
  const {toolkit} = useSiteFields();
  return (
    <ul className="entry-list">
      {withLive && (
        <li>
          <h2>
            <Link to={toolkit.pages_at}>{names.live}</Link>
          </h2>
          <p>{t.live}</p>
        </li>
      )}
      {editions.map(({name, label, about, pages}) => (
        <li key={name}>
          <h2>
            <Link to={addressOf(toolkit, 'index', name)}>{format.edition({name, label})}</Link>
          </h2>
          <p className="facts-line">{counts.pages({count: pages})}</p>
          <p>{about}</p>
          <p>
            <Link to={sinceAddress(name)}>
              <Rich text={t.since({edition: format.inWords({name, label})})} />
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
