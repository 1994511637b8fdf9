import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import {comparisonAddress, sinceAddress, sinceFile} from '../../../model/routes/difference-addresses.ts';
import type {ChangeNote} from '../../../model/schemas/change-note-schema.ts';
import type {PagesInShort} from '../../../model/updates/change-labels.ts';
import type {UpdateSince} from '../../../outputs/differences/since-edition.ts';
import {ChangeList} from '../../components/Changes/Changes.tsx';
import {LinkedPages, PublishedOn} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useText} from '../../components/use-site.ts';

interface Props {
  edition: string;
  /** How many significant changes there are since, and how many of them require action. */
  total: {changes: number; asking: number};
  /** How many pages differ from the live text. */
  differing: number | undefined;
  /** The pages of each kind of change, a line each. */
  summary: readonly (PagesInShort & {kind: ChangeNote['kind']})[];
  list: ListPage<UpdateSince>;
}

/** For readers who use an edition: what to do, and every major change since. */
export default function SinceEditionPage({edition, total, differing, summary, list}: Props) {
  const {editions: t, names, counts, changes} = useText();
  const file = useBaseUrl(sinceFile(edition));
  const hasChanged = total.changes > 0;
  const isFirst = list.page === 1;
  return (
    <Page
      title={names.since(edition)}
      description={t.sinceAbout(edition)}
      position={list}
      above={[{label: names.editions, to: '/editions/'}]}
      heading={<Rich text={t.sinceTitle(edition)} />}
      lead={hasChanged ? t.sinceLead : t.sinceNothing}
      column="list-page since with-aside"
    >
      <aside>
        {isFirst && hasChanged && <StepsSince edition={edition} asking={total.asking} />}
        <ul className="ways-on">
          {differing !== undefined && (
            <li>
              <Link to={comparisonAddress(edition)}>{t.seeDifferent(differing)}</Link>
            </li>
          )}
          {hasChanged && (
            <li>
              <a href={file}>{t.file}</a>
            </li>
          )}
        </ul>
      </aside>
      <div>
        {isFirst && <EditionAbout name={edition} />}
        {isFirst && hasChanged && (
          <section>
            <h2>{t.inShort}</h2>
            <ul className="change-lines">
              {summary.map(({kind, first, others}) => (
                <li key={kind}>
                  <span className="tag">{changes.kinds[kind]}</span> <LinkedPages ids={first} />
                  {others > 0 && `, ${counts.withOthers(others)}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        {hasChanged && (
          <>
            <h2>{names.whatChanged}</h2>
            <p>{t.listed(counts.changes(total.changes))}</p>
          </>
        )}
        {list.items.map(({slug, title: name, published, changes: major}) => (
          <section key={slug}>
            <h3>
              <Link to={`/updates/${slug}/`}>{name}</Link>
            </h3>
            <PublishedOn published={published} />
            <ChangeList slug={slug} changes={major} heading="h4" />
          </section>
        ))}
        <Pagination list={sinceAddress(edition)} {...list} />
      </div>
    </Page>
  );
}

/** What to do if you use an edition. */
function StepsSince({edition, asking}: {edition: string; asking: number}) {
  const {editions: t, changes} = useText();
  return (
    <section>
      <h2>{changes.what}</h2>
      <ol>
        <li>{t.findPages}</li>
        <li>{asking === 0 ? t.noAction : t.action(asking)}</li>
        <li>{t.quote(edition)}</li>
      </ol>
    </section>
  );
}
