import {proposalIssueUrl, proposalMailto} from '../../content/feedback-link.ts';
import {useSiteFields} from '../use-site.ts';

/** Both ways to offer a case study, each with what it asks of the reader. */
export function ProposalWays() {
  const {toolkit} = useSiteFields();
  return (
    <ul className="feedback-ways">
      <li>
        <a className="button-link" href={proposalMailto(toolkit)}>
          Send a case study by e-mail
        </a>
        <span>
          Opens your e-mail program, with the headings to write under. It needs no account. If none opens, write to{' '}
          {toolkit.email}.
        </span>
      </li>
      <li>
        <a className="button-link" href={proposalIssueUrl(toolkit)}>
          Fill in the case study form on GitHub
        </a>
        <span>Asks for each part in turn. It needs a free account, and what you write is public.</span>
      </li>
    </ul>
  );
}
