import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import type {ComparisonEntry} from '../../../changes/published/compare-editions.ts';
import type {EditionSummary} from '../../../changes/updates/page-record.ts';
import {comparisonAddress, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {ChangeList} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useEditionNamed, useText} from '../../components/use-site.ts';
import type {UpdateSince} from '../../differences/since-edition.ts';

interface Props {
  edition: string;
  /** How many significant changes there are since, and how many of them require action. */
  total: {changes: number; asking: number};
  /** How many pages differ from the live text. */
  differing: number;
  /** The first of them by how they differ, and how many others there are. */
  summary: readonly {
    kind: ComparisonEntry['kind'];
    first: readonly Pick<ComparisonEntry, 'title' | 'address'>[];
    others: number;
  }[];
  list: ListPage<UpdateSince>;
}

/** For readers who use an edition: what to do, and every major change since. */
export default function SinceEditionPage({edition: name, total, differing, summary, list}: Props) {
  const {editions: t, names, counts, format} = useText();
  const edition = useEditionNamed()(name);
  if (!edition) throw new Error(`no edition ${name}`);
  const hasChanged = total.changes > 0;
  const isFirst = list.page === 1;
  return (
    <Page
      title={names.since({edition: format.inWords(edition)})}
      description={t.sinceAbout({edition: format.inWords(edition)})}
      position={list}
      above={[{label: names.editions, to: '/editions/'}]}
      heading={<Rich text={t.sinceTitle({edition: format.inWords(edition)})} />}
      lead={hasChanged ? t.sinceLead : t.sinceNothing}
      column="list-page since with-aside"
    >
      <aside>
        {isFirst && hasChanged && <StepsSince edition={edition} differing={differing} asking={total.asking} />}
      </aside>
      <div>
        {isFirst && <EditionAbout name={name} />}
        {isFirst && (
          <section>
            <h2>{t.inShort}</h2>
            <p>
              <Link to={comparisonAddress(name)}>{t.seeDifferent({count: differing})}</Link>.
            </p>
            <ul className="change-lines">
              {summary.map(({kind, first, others}) => (
                <li key={kind}>
                  <span className="tag">{t.kinds[kind]}</span>{' '}
                  {first.map(({title, address}, index) => (
                    <Fragment key={address}>
                      {index > 0 && ', '}
                      <Link to={address}>{title}</Link>
                    </Fragment>
                  ))}
                  {others > 0 && (
                    <>
                      {' '}
                      <Link to={comparisonAddress(name)}>{counts.morePages({count: others})}</Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {hasChanged && (
          <>
            <h2>{names.whatChanged}</h2>
            <p>{t.listed({changes: counts.changes({count: total.changes})})}</p>
          </>
        )}
        {list.items.map(({slug, title, published, changes: major}) => (
          <section key={slug}>
            <h3>
              <Link to={`/updates/${slug}/`}>{title}</Link>
            </h3>
            <PublishedOn published={published} />
            <ChangeList slug={slug} changes={major} heading="h4" />
          </section>
        ))}
        <Pagination list={sinceAddress(name)} {...list} />
      </div>
    </Page>
  );
}

/** What to do if you use an edition. */
function StepsSince({edition, differing, asking}: {edition: EditionSummary; differing: number; asking: number}) {
  const {editions: t, changes, format} = useText();
  return (
    <section>
      <h2>{changes.what}</h2>
      <ol>
        <li>
          <Rich
            text={t.findPages}
            with={{a: () => <Link to={comparisonAddress(edition.name)}>{t.seeDifferent({count: differing})}</Link>}}
          />
        </li>
        <li>{asking === 0 ? t.noAction : t.action({count: asking})}</li>
        {!edition.isRestated && <li>{t.quote({edition: format.inWords(edition)})}</li>}
      </ol>
    </section>
  );
}
