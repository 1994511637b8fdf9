import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {DifferentPages} from '../../components/Comparison/DifferentPages.tsx';
import {EditionAbout} from '../../components/Comparison/EditionAbout.tsx';
import {ListedPages} from '../../components/Comparison/ListedPages.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf} from '../../components/wording.ts';
import {sinceAddress} from '../../content/differences/addresses.ts';
import type {ComparisonSummary} from '../../content/differences/comparison-summary.ts';
import {nameState} from '../../content/differences/name-state.ts';

/** All that differs between two editions, or an edition and the live text. */
export default function ComparisonPage({comparison}: {comparison: ComparisonSummary}) {
  const {from, to, added, removed, kept, same} = comparison;
  const title = `From ${nameState(from, 'within')} to ${nameState(to, 'within')}`;
  const kinds = ['changed', 'withdrawn', 'moved'] as const;
  const count = added.length + removed.length + kept.length;
  return (
    <SiteFrame
      title={title}
      description={`The pages that differ between ${nameState(from, 'within')} and ${nameState(to, 'within')}, and how.`}
    >
      <Breadcrumbs
        trail={[
          {label: 'Editions', to: '/editions/'},
          {label: `Since edition ${from}`, to: sinceAddress(from)},
          {label: title},
        ]}
      />
      <div className="list-page">
        <header className="page-head">
          <h1>
            From <span className="nowrap">{nameState(from, 'within')}</span> to{' '}
            <span className="nowrap">{nameState(to, 'within')}</span>
          </h1>
          <p className="lead">
            {count === 0 ? 'Nothing differs between the two.' : `${countOf(count, 'page differs', 'pages differ')}.`}{' '}
            {same > 0 && `${countOf(same, 'page says', 'pages say')} the same in both.`}
          </p>
          <p>Guidance pages and case studies are compared. Pages about the toolkit itself are in no edition.</p>
        </header>
        <EditionAbout names={[from, to]} />
        {kinds.map((kind) => (
          <DifferentPages key={kind} kind={kind} pages={kept.filter((page) => page.kind === kind)} />
        ))}
        <ListedPages title="Added" pages={added} />
        <ListedPages title="Removed" pages={removed} />
        <p>
          <Link className="way-in" to={sinceAddress(from)}>
            What changed after edition {from}, and what to do
          </Link>
        </p>
      </div>
    </SiteFrame>
  );
}
