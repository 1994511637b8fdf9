import type {FeedbackPage} from '../../content/feedback-link.ts';
import {feedbackIssueUrl, feedbackMailto} from '../../content/feedback-link.ts';
import {useSiteFields} from '../use-site.ts';

/** Both ways to send feedback, each with what it asks of the reader; without a page, nothing is filled in. */
export function FeedbackWays({page}: {page?: FeedbackPage}) {
  const {toolkit} = useSiteFields();
  return (
    <ul className="feedback-ways">
      <li>
        <a className="button-link" href={feedbackMailto(toolkit, page)}>
          Give feedback by e-mail
        </a>
        <span>Opens your e-mail program. It needs no account, and is not public.</span>
      </li>
      <li>
        <a className="button-link" href={feedbackIssueUrl(toolkit, page)}>
          Give feedback on GitHub
        </a>
        <span>Opens a form on GitHub. It needs a free account, and what you write is public.</span>
      </li>
    </ul>
  );
}
