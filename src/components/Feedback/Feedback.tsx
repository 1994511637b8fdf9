import Link from '@docusaurus/Link';
import type {FeedbackPage} from '../../content/feedback-link.ts';
import {FeedbackWays} from './FeedbackWays.tsx';

/** Asks what a reader thinks of a page; `address` is its full address, so that it still leads there from a message. */
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
