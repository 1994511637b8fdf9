import Link from '@docusaurus/Link';
import type {ComparisonSummary, ListedDifference, ListedPage} from '../../../diff/published/compare-editions.ts';
import {sinceAddress} from '../../../model/routes/difference-addresses.ts';
import {DifferenceLink} from '../../components/Changes/PageLinks.tsx';
import {EditionAbout} from '../../components/EditionBanner/EditionBanner.tsx';
import {LinkList, WayIn} from '../../components/Links/Links.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf} from '../../components/use-site.ts';

/** Every difference between an edition and the live text. */
export default function ComparisonPage({comparison}: {comparison: ComparisonSummary}) {
  const {edition, added, removed, kept, same} = comparison;
  const kinds = ['changed', 'withdrawn', 'moved'] as const;
  const count = added.length + removed.length + kept.length;
  return (
    <Page
      title={`From edition ${edition} to the live text`}
      description={`The pages that differ between edition ${edition} and the live text, and how.`}
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
      <EditionAbout name={edition} />
      {kinds.map((kind) => (
        <DifferentPages key={kind} kind={kind} pages={kept.filter((page) => page.kind === kind)} />
      ))}
      <ListedPages title="Added" pages={added} />
      <ListedPages title="Removed" pages={removed} />
      <WayIn to={sinceAddress(edition)}>What changed after edition {edition}, and what to do</WayIn>
    </Page>
  );
}

const HEADINGS: Readonly<Record<ListedDifference['kind'], string>> = {
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
};

/** Pages that are in both and differ, each with the size of the difference and a link to it. */
function DifferentPages({kind, pages}: {kind: ListedDifference['kind']; pages: readonly ListedDifference[]}) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>
        {HEADINGS[kind]} ({pages.length})
      </h2>
      <ul className="changed-pages">
        {pages.map(({id, title, address, measure, difference, movedFrom}) => (
          <li key={id}>
            <Link to={address}>{title}</Link>{' '}
            {difference && <DifferenceLink address={difference} measure={measure} of={title} />}
            {movedFrom && <> Its address was {movedFrom}.</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pages that are only in one of the two. */
function ListedPages({title, pages}: {title: string; pages: readonly ListedPage[]}) {
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>
        {title} ({pages.length})
      </h2>
      <LinkList links={pages.map((page) => ({label: page.title, to: page.address}))} />
    </section>
  );
}
