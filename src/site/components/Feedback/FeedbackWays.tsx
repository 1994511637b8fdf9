import Link from '@docusaurus/Link';
import {proposalLink} from '../../../content/addresses/editor-links.ts';
import {withSlash} from '../../../content/pages/page-id.ts';
import {type FeedbackPage, feedbackIssueUrl, feedbackMailto} from '../../../features/feedback/feedback-link.ts';
import {LONGEST_MESSAGE, ROLES} from '../../../features/feedback/forms/beta-feedback-form.ts';
import {proposalIssueUrl, proposalMailto} from '../../../features/proposals/proposal-link.ts';
import {useSiteFields, useText} from '../use-site.ts';

/** The ways to send feedback, and what each needs; without a page, nothing is filled in. */
export function FeedbackWays({page}: {page?: FeedbackPage}) {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <>
      {toolkit.feedback_relay && <FeedbackForm page={page} to={toolkit.feedback_relay.address} />}
      <ul className="feedback-ways">
        <li>
          <a className="button-link" href={feedbackMailto(toolkit, page)}>
            {t.byMail({email: toolkit.email})}
          </a>{' '}
          <span>{t.byMailAbout}</span>
        </li>
        <li>
          <a className="button-link" href={feedbackIssueUrl(toolkit, page)}>
            {t.onGitHub}
          </a>{' '}
          <span>{t.onGitHubAbout}</span>
        </li>
      </ul>
    </>
  );
}

/** The form for readers without an account: plain HTML, which the relay takes. */
function FeedbackForm({page, to}: {page: FeedbackPage | undefined; to: string}) {
  const {form: t} = useText().feedback;
  const {title, ...fields} = page ?? {};
  const known = Object.entries({page: title, ...fields}).filter(([, value]) => value);
  return (
    <details className="feedback-form">
      <summary className="button-link">{t.open}</summary>
      <form method="post" action={to} data-feedback-form={new URL(to).origin}>
        <p>{t.about}</p>
        {known.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seconds" />
        <p hidden>
          <label>
            {t.trap} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        <p>
          <label>
            {t.what} <textarea name="what" rows={6} required maxLength={LONGEST_MESSAGE} />
          </label>
        </p>
        <p>
          <label>
            {t.who}{' '}
            <select name="who">
              <option value="">{t.notSaid}</option>
              {ROLES.map((role, nth) => (
                <option key={role} value={role}>
                  {t.roles[nth]}
                </option>
              ))}
            </select>
          </label>
        </p>
        <button type="submit">{t.send}</button>
      </form>
    </details>
  );
}

/** Asks whether a page was useful; the relay only counts the answers. */
function WasUseful({address, to}: {address: string; to: string}) {
  const {form: t} = useText().feedback;
  return (
    <form className="was-useful" method="post" action={new URL('useful', to).href}>
      <input type="hidden" name="address" value={address} />
      <p>
        {t.useful}{' '}
        <button type="submit" name="useful" value="yes">
          {t.yes}
        </button>{' '}
        <button type="submit" name="useful" value="no">
          {t.no}
        </button>
      </p>
    </form>
  );
}

/** A page as feedback names it; its full address works in a message. */
export function feedbackPage(
  {title, permalink}: {title: string; permalink: string},
  url: string,
  edition: string | undefined,
  {fingerprint}: {fingerprint: string},
): FeedbackPage {
  return {title, address: url + withSlash(permalink), edition: edition ?? 'live', fingerprint};
}

/** Where a page asks for feedback on it. */
export const FEEDBACK_ANCHOR = 'feedback-heading';

interface FeedbackProps {
  page: FeedbackPage;
  /** Where readers can edit the page. */
  editUrl?: string | null | undefined;
}

/** Asks for feedback on a page. */
export function Feedback({page, editUrl}: FeedbackProps) {
  const {feedback: t} = useText();
  const relay = useSiteFields().toolkit.feedback_relay;
  return (
    <section className="feedback" aria-labelledby={FEEDBACK_ANCHOR}>
      {relay && <WasUseful address={page.address} to={relay.address} />}
      <h2 id={FEEDBACK_ANCHOR}>{t.wrong}</h2>
      <p>{t.tell}</p>
      <FeedbackWays page={page} />
      <p>
        {editUrl && (
          <>
            <a href={editUrl}>{t.suggest}</a> ·{' '}
          </>
        )}
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
          </a>{' '}
          <span>{t.proposeHereAbout}</span>
        </li>
      )}
      <li>
        <a className="button-link" href={proposalIssueUrl(toolkit)}>
          {t.propose}
        </a>{' '}
        <span>{t.proposeAbout}</span>
      </li>
      <li>
        <a href={proposalMailto(toolkit)}>{t.ask}</a> <span>{t.askAbout({email: toolkit.email})}</span>
      </li>
    </ul>
  );
}
