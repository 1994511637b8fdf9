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

/** For readers who use an edition: the pages that read differently today, each with the note that says most of it. */
export default function SinceEditionPage({edition: name, counts, list}: Props) {
  const {editions: t, names, counts: counted, format} = useText();
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
          <p className="facts-line">
            {counts.map(({kind, count}, index) => (
              <Fragment key={kind}>
                {index > 0 && ' · '}
                <a href={`#${kind}`}>{`${t.kinds[kind]}: ${format.number(count)}`}</a>
              </Fragment>
            ))}
          </p>
          <p>
            <Link to={addressOf(toolkit, 'index', name)}>{format.edition(named)}</Link>: {about}
          </p>
        </>
      }
    >
      {[...Map.groupBy(list.items, ({kind}) => kind)].map(([kind, pages]) => (
        <section key={kind}>
          <h2 id={kind}>{t.kinds[kind]}</h2>
          <ul className="history-list">
            {notesOn(pages).map(({note, about}) => (
              <li key={about[0]?.id}>
                {about.map(({id, title, address, history: {major, minor}}) => (
                  <div key={id} className="page-since">
                    <Link to={address}>{title}</Link>
                    {major.length + minor.length > 0 && (
                      <details>
                        <summary>{counted.changes({count: major.length + minor.length})}</summary>
                        <HistoryList entries={[...major, ...minor]} />
                      </details>
                    )}
                  </div>
                ))}
                {note !== '' && <p>{note}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pagination list={sinceAddress(name)} {...list} />
    </Page>
  );
}

/** The kinds of notes that say why a page is in a part of the list. */
const WANTED: Partial<Record<PageSince['kind'], readonly string[]>> = {
  added: ['page-added', 'case-study-added'],
  corrected: ['correction'],
};

/** The pages below the note that says most of each: first notes about one page, and last pages that only read differently. */
function notesOn(pages: readonly PageSince[]) {
  const groups = Map.groupBy(pages, (page) => noteOn(page) || page.id);
  return [...groups.values()]
    .map((about) => ({about, note: about[0] ? noteOn(about[0]) : ''}))
    .sort((a, b) => a.about.length - b.about.length);
}

/** The note that is about the fewest others; none on a page whose changes say no more than that it changed. */
function noteOn({kind, history: {major, minor}}: PageSince): string {
  if (kind === 'changed' || kind === 'minor') return '';
  const wanted = major.filter((entry) => WANTED[kind]?.includes(entry.kind));
  const [said = []] = [wanted, major, minor].filter(({length}) => length > 0);
  return said.toSorted((a, b) => a.others - b.others)[0]?.note ?? '';
}
