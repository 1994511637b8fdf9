import Link from '@docusaurus/Link';
import {
  type FeedbackPage,
  feedbackIssueUrl,
  feedbackMailto,
  proposalIssueUrl,
  proposalMailto,
} from '../../../intake/feedback-link.ts';
import {proposalLink} from '../../../model/routes/editor-links.ts';
import {useSiteFields, useText} from '../use-site.ts';

/** Both ways to send feedback, and what each needs; without a page, nothing is filled in. */
export function FeedbackWays({page}: {page?: FeedbackPage}) {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <ul className="feedback-ways">
      <li>
        <a className="button-link" href={feedbackMailto(toolkit, page)}>
          {t.byMail}
        </a>
        <span>{t.byMailAbout}</span>
      </li>
      <li>
        <a className="button-link" href={feedbackIssueUrl(toolkit, page)}>
          {t.onGitHub}
        </a>
        <span>{t.onGitHubAbout}</span>
      </li>
    </ul>
  );
}

/** Asks for feedback on a page; `address` is its full address, so that it works in a message. */
export function Feedback(page: FeedbackPage) {
  const {feedback: t} = useText();
  return (
    <section className="feedback" aria-labelledby="feedback-heading" data-pagefind-ignore="all">
      <h2 id="feedback-heading">{t.wrong}</h2>
      <p>{t.tell}</p>
      <FeedbackWays page={page} />
      <p>
        <Link to="/feedback/">{t.happens}</Link>
      </p>
    </section>
  );
}

/** How to propose a case study: the form, or an email to the editors. */
export function ProposalWays() {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  const editor = proposalLink(toolkit);
  return (
    <ul className="feedback-ways">
      {editor !== undefined && (
        <li>
          <a className="button-link" href={editor}>
            {t.proposeHere}
          </a>
          <span>{t.proposeHereAbout}</span>
        </li>
      )}
      <li>
        <a className="button-link" href={proposalIssueUrl(toolkit)}>
          {t.propose}
        </a>
        <span>{t.proposeAbout}</span>
      </li>
      <li>
        <a href={proposalMailto(toolkit)}>{t.ask}</a>
        <span>{t.askAbout(toolkit.email)}</span>
      </li>
    </ul>
  );
}
