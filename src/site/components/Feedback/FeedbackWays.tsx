import Link from '@docusaurus/Link';
import {
  type FeedbackPage,
  feedbackIssueUrl,
  feedbackMailto,
  proposalIssueUrl,
  proposalMailto,
} from '../../../intake/feedback-link.ts';
import {useSiteFields} from '../use-site.ts';

/** Both ways to send feedback, and what each needs; without a page, nothing is filled in. */
export function FeedbackWays({page}: {page?: FeedbackPage}) {
  const {toolkit} = useSiteFields();
  return (
    <ul className="feedback-ways">
      <li>
        <a className="button-link" href={feedbackMailto(toolkit, page)}>
          Give feedback by e-mail
        </a>
        <span>Opens your e-mail program. You need no account, and it is private.</span>
      </li>
      <li>
        <a className="button-link" href={feedbackIssueUrl(toolkit, page)}>
          Give feedback on GitHub
        </a>
        <span>Opens a form on GitHub. You need a free account, and what you write is public.</span>
      </li>
    </ul>
  );
}

/** Asks for feedback on a page; `address` is its full address, so that it works in a message. */
export function Feedback(page: FeedbackPage) {
  return (
    <section className="feedback" aria-labelledby="feedback-heading" data-pagefind-ignore="all">
      <h2 id="feedback-heading">Is something wrong, missing or unclear?</h2>
      <p>Tell us about this page. Do not name staff, volunteers or people who use a service.</p>
      <FeedbackWays page={page} />
      <p>
        <Link to="/feedback/">What happens with your feedback</Link>
      </p>
    </section>
  );
}

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
