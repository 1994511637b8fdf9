import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import type {PageSince} from '../../../changes/editions/pages-since.ts';
import {EDITIONS, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {addressOf} from '../../../content/pages/page-id.ts';
import {HistoryList} from '../../components/History/History.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useEditionNamed, useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  edition: string;
  /** How many pages of each kind there are on all pages of the list. */
  counts: readonly {kind: PageSince['kind']; count: number}[];
  list: ListPage<PageSince>;
}

/** For readers who use an edition: the pages that read differently today, each with the notes of its updates. */
export default function SinceEditionPage({edition: name, counts, list}: Props) {
  const {editions: t, names, format} = useText();
  const {toolkit} = useSiteFields();
  const {about, ...named} = useEditionNamed()(name) ?? {name};
  const edition = format.inWords(named);
  return (
    <Page
      title={names.since({edition})}
      description={t.sinceAbout({edition})}
      position={list}
      above={[{label: names.editions, to: EDITIONS}]}
      heading={<Rich text={t.sinceTitle({edition})} />}
      lead={list.items.length > 0 ? t.sinceLead : t.sinceNothing}
      intro={
        <>
          <p>{counts.map(({kind, count}) => `${t.kinds[kind]}: ${format.number(count)}`).join(' · ')}</p>
          <p>
            <Link to={addressOf(toolkit, 'index', name)}>{format.edition(named)}</Link>: {about}
          </p>
        </>
      }
    >
      {[...Map.groupBy(list.items, ({kind}) => kind)].map(([kind, pages]) => (
        <section key={kind}>
          <h2>{t.kinds[kind]}</h2>
          {pages.map(({id, title, address, history}) => (
            <Fragment key={id}>
              <h3>
                <Link to={address}>{title}</Link>
              </h3>
              <HistoryList entries={[...history.major, ...history.minor]} />
            </Fragment>
          ))}
        </section>
      ))}
      <Pagination list={sinceAddress(name)} {...list} />
    </Page>
  );
}
