import Link from '@docusaurus/Link';
import type {ComparisonEntry} from '../../../diff/published/compare-editions.ts';
import type {ListPage} from '../../../model/lists/list-pages.ts';
import {comparisonAddress, sinceAddress} from '../../../model/routes/difference-addresses.ts';
import {DifferenceLink} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {WayIn} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf} from '../../components/use-site.ts';

interface Props {
  edition: string;
  /** How many pages differ in each way, and how many are the same. */
  total: Readonly<Record<ComparisonEntry['kind'] | 'same', number>>;
  list: ListPage<ComparisonEntry>;
}

/** The differences between an edition and the live text. */
export default function ComparisonPage({edition, total, list}: Props) {
  const {same, ...different} = total;
  const count = Object.values<number>(different).reduce((sum, pages) => sum + pages, 0);
  return (
    <Page
      title={`From edition ${edition} to the live text`}
      description={`The pages that differ between edition ${edition} and the live text, and how.`}
      position={list}
      above={[
        {label: 'Editions', to: '/editions/'},
        {label: `Since edition ${edition}`, to: sinceAddress(edition)},
      ]}
      heading={
        <>
          From <span className="nowrap">edition {edition}</span> to <span className="nowrap">the live text</span>
        </>
      }
      lead={
        <>
          {count === 0 ? 'Nothing differs between the two.' : `${countOf(count, 'page differs', 'pages differ')}.`}{' '}
          {same > 0 && `${countOf(same, 'page says', 'pages say')} the same in both.`}
        </>
      }
      intro={<p>Guidance pages and case studies are compared. Pages about the toolkit itself are in no edition.</p>}
    >
      {list.page === 1 && <EditionAbout name={edition} />}
      {[...Map.groupBy(list.items, ({kind}) => kind)].map(([kind, pages]) => (
        <DifferentPages key={kind} kind={kind} total={different[kind]} pages={pages} />
      ))}
      <Pagination list={comparisonAddress(edition)} {...list} />
      <WayIn to={sinceAddress(edition)}>What changed after edition {edition}, and what to do</WayIn>
    </Page>
  );
}

const HEADINGS: Readonly<Record<ComparisonEntry['kind'], string>> = {
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
  added: 'Added',
  removed: 'Removed',
};

interface DifferentPagesProps {
  kind: ComparisonEntry['kind'];
  total: number;
  pages: readonly ComparisonEntry[];
}

/** Pages that differ in one way; those in both have the size of the difference and a link to it. */
function DifferentPages({kind, total, pages}: DifferentPagesProps) {
  return (
    <section>
      <h2>
        {HEADINGS[kind]} ({total})
      </h2>
      <ul className="changed-pages">
        {pages.map(({id, title, address, measure, difference, movedFrom}) => (
          <li key={id}>
            <Link to={address}>{title}</Link>{' '}
            {difference && measure && <DifferenceLink address={difference} measure={measure} of={title} />}
            {movedFrom && <> Its address was {movedFrom}.</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
