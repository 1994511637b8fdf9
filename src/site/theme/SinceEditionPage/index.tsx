import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import {comparisonAddress, sinceAddress, sinceFile} from '../../../model/routes/difference-addresses.ts';
import type {UpdateSince} from '../../../outputs/differences/since-edition.ts';
import {ChangeList} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf} from '../../components/use-site.ts';

interface Props {
  edition: string;
  /** How many significant changes there are since, and how many of them require action. */
  total: {changes: number; asking: number};
  list: ListPage<UpdateSince>;
}

/** For readers who use an edition: what to do, and every major change since. */
export default function SinceEditionPage({edition, total, list}: Props) {
  const file = useBaseUrl(sinceFile(edition));
  const hasChanged = total.changes > 0;
  const isFirst = list.page === 1;
  return (
    <Page
      title={`Since edition ${edition}`}
      description={`What changed since edition ${edition}, who is affected and what to do.`}
      position={list}
      above={[{label: 'Editions', to: '/editions/'}]}
      heading={
        <>
          Since <span className="nowrap">edition {edition}</span>
        </>
      }
      lead={
        hasChanged
          ? 'If you use this edition: what to do, and every significant change since.'
          : 'There have been no significant changes since.'
      }
      column="list-page since"
    >
      {isFirst && <EditionAbout name={edition} />}
      {isFirst && hasChanged && <StepsSince edition={edition} asking={total.asking} />}
      <ul className="ways-on">
        <li>
          <Link to={comparisonAddress(edition)}>See every page that differs from the live text</Link>
        </li>
        {hasChanged && (
          <li>
            <a href={file}>The changes for a spreadsheet (CSV)</a>
          </li>
        )}
      </ul>
      {hasChanged && (
        <>
          <h2>What changed</h2>
          <p>
            {countOf(total.changes, 'change', 'changes')}, newest first. This leaves out small corrections, and later
            changes of pages that are not in this edition.
          </p>
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
    </Page>
  );
}

/** What to do if you use an edition. */
function StepsSince({edition, asking}: {edition: string; asking: number}) {
  return (
    <section>
      <h2>What to do</h2>
      <ol>
        <li>
          Find the pages that you rely on in the list of differences. Each entry links to the text before and after, and
          to the current page.
        </li>
        <li>
          {asking === 0
            ? 'None of the changes below requires more than that.'
            : `Of the changes below, ${countOf(asking, 'requires', 'require')} action: look for “What to do”.`}
        </li>
        <li>If you quote the edition, call it edition {edition}: its text stays the same.</li>
      </ol>
    </section>
  );
}
