import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {ProposalWays} from '../../components/Feedback/ProposalWays.tsx';
import {ProposalEntry} from '../../components/Proposals/ProposalEntry.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';
import {countOf} from '../../components/wording.ts';
import {formatDay} from '../../content/format-date.ts';
import type {ProposalRow} from '../../content/proposals/proposal-rows.ts';
import {STAGES} from '../../content/proposals/proposal-stages.ts';

/** Where each proposed case study stands, how long it has waited, and what happens next. */
export default function ProposalsPage({proposals}: {proposals: ProposalRow[]}) {
  const {toolkit, today} = useSiteFields();
  const count = countOf(proposals.length, 'proposal', 'proposals');
  return (
    <SiteFrame
      title="Proposed case studies"
      description={`Where each case study proposed for ${toolkit.title} stands.`}
    >
      <Breadcrumbs
        trail={[{label: toolkit.contribute.label, to: toolkit.contribute.to}, {label: 'Proposed case studies'}]}
      />
      <div className="list-page">
        <header className="page-head">
          <h1>Proposed case studies</h1>
          <p className="lead">
            Where each proposal stands, and what happens to it next. This page was made on {formatDay(today)}.
          </p>
        </header>
        {proposals.length === 0 ? (
          <p>
            No proposal is on record yet. A proposal is put on record once an editor has looked at it. Until then it
            stands where it was sent.
          </p>
        ) : (
          <>
            <p className="found">{count} on record</p>
            <ol className="entry-list">
              {proposals.map((proposal) => (
                <ProposalEntry key={proposal.title + proposal.received} proposal={proposal} />
              ))}
            </ol>
          </>
        )}
        <h2>The way of a proposal</h2>
        <ol>
          {STAGES.map(({id, label, next}) => (
            <li key={id}>
              <strong>{label}.</strong> {next}
            </li>
          ))}
        </ol>
        <p>We cannot say how long each step takes. No name of a person is on this page.</p>
        <h2>Propose a case study</h2>
        <p>
          <Link className="way-in" to={toolkit.contribute.to}>
            {toolkit.contribute.label}
          </Link>
        </p>
        <ProposalWays />
      </div>
    </SiteFrame>
  );
}
