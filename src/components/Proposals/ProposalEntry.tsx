import Link from '@docusaurus/Link';
import {formatDay} from '../../content/format-date.ts';
import type {ProposalRow} from '../../content/proposals/proposal-rows.ts';
import {isAtEnd} from '../../content/proposals/proposal-rows.ts';
import {countOf} from '../wording.ts';
import {Criteria} from './Criteria.tsx';

/** One proposal: its stage and since when, what happens next, and each criterion. */
export function ProposalEntry({proposal}: {proposal: ProposalRow}) {
  const {title, address, issue, stage, label, next, since, days, reached, criteria} = proposal;
  return (
    <li>
      <h2>{address ? <Link to={address}>{title}</Link> : title}</h2>
      <p className="facts-line">
        {label} since {formatDay(since)}
        {isAtEnd(stage) ? '' : `, waiting for ${countOf(days, 'day', 'days')}`}
      </p>
      <p>Next: {next}</p>
      <ul>
        {reached.map((one) => (
          <li key={one.label}>
            {one.label}: {formatDay(one.on)}
          </li>
        ))}
      </ul>
      {issue && (
        <p>
          <a href={issue.url}>Proposal {issue.number} on GitHub</a>
        </p>
      )}
      {criteria.length > 0 && <Criteria title={title} criteria={criteria} />}
    </li>
  );
}
