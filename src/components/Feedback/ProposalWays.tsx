import {proposalIssueUrl, proposalMailto} from '../../content/feedback-link.ts';
import {useSiteFields} from '../use-site.ts';

/** How to propose a case study: the form, or an e-mail to the editors. */
export function ProposalWays() {
  const {toolkit} = useSiteFields();
  return (
    <ul className="feedback-ways">
      <li>
        <a className="button-link" href={proposalIssueUrl(toolkit)}>
          Fill in the case study form on GitHub
        </a>
        <span>Asks for each part in turn. You need a free account, and what you write is public.</span>
      </li>
      <li>
        <a href={proposalMailto(toolkit)}>Ask the editors by e-mail</a>
        <span>
          If you would rather not use GitHub, write to {toolkit.email}. An editor can fill in the form with you.
        </span>
      </li>
    </ul>
  );
}
