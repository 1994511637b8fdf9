import Link from '@docusaurus/Link';
import {proposalLink} from '../../../content/addresses/editor-links.ts';
import {FEEDBACK} from '../../../content/addresses/generated-routes.ts';
import type {ShownPage} from '../../../site/components/Slot/Slot.tsx';
import {useSiteFields, useText} from '../../../site/components/use-site.ts';
import {MAX_MESSAGE_LENGTH, ROLES} from '../forms/beta-feedback-form.ts';
import {feedbackIssueUrl, feedbackMailto, proposalIssueUrl, proposalMailto} from '../links.ts';

/** The ways to send feedback that is not about one page, and what each needs. */
export function FeedbackWays() {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <>
      {toolkit.feedback_form && <FeedbackForm to={toolkit.feedback_form} />}
      <ul className="feedback-ways">
        <Way href={feedbackMailto(toolkit)} label={t.byMail({email: toolkit.email})} about={t.byMailAbout} />
        {toolkit.host === 'github' && (
          <Way href={feedbackIssueUrl(toolkit)} label={t.onGitHub} about={t.onGitHubAbout} />
        )}
      </ul>
    </>
  );
}

/** How to propose a case study: the form, or an email to the editors. */
export function ProposalWays() {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  if (!toolkit.case_studies) return null;
  const editor = proposalLink(toolkit);
  return (
    <ul className="feedback-ways">
      {editor !== undefined && <Way href={editor} label={t.proposeHere} about={t.proposeHereAbout} />}
      {toolkit.host === 'github' && <Way href={proposalIssueUrl(toolkit)} label={t.propose} about={t.proposeAbout} />}
      <li>
        <a href={proposalMailto(toolkit)}>{t.ask}</a> <span>{t.askAbout({email: toolkit.email})}</span>
      </li>
    </ul>
  );
}

/** One way to write to the editors, and what it needs. */
function Way({href, label, about}: {href: string; label: string; about: string}) {
  return (
    <li>
      <a className="button-link" href={href}>
        {label}
      </a>{' '}
      <span>{about}</span>
    </li>
  );
}

/** The form for readers without an account: plain HTML, which the form service of the publisher takes. */
function FeedbackForm({page, to}: {page?: ShownPage; to: string}) {
  const {form: t} = useText().feedback;
  const {title, address, edition, fingerprint} = page ?? {};
  const known = Object.entries({page: title, address, edition, fingerprint}).filter(([, value]) => value);
  return (
    <details className="feedback-form">
      <summary className="button-link">{t.open}</summary>
      <form method="post" action={to} data-feedback-form={new URL(to).origin}>
        <p>{t.about({host: new URL(to).host})}</p>
        {known.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <label>
            {t.what} <textarea name="what" rows={6} required maxLength={MAX_MESSAGE_LENGTH} />
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

/** Where a page asks for feedback on it. */
export const FEEDBACK_ANCHOR = 'feedback-heading';

/** Asks for feedback on a page, which readers may edit at `editUrl`. */
export function Feedback({page, editUrl}: {page: ShownPage; editUrl?: string | null | undefined}) {
  const {feedback: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <section className="feedback" aria-labelledby={FEEDBACK_ANCHOR}>
      <h2 id={FEEDBACK_ANCHOR}>{t.wrong}</h2>
      {toolkit.feedback_form && <FeedbackForm page={page} to={toolkit.feedback_form} />}
      <ul>
        <li>
          <a href={feedbackMailto(toolkit, page)}>{t.byMail({email: toolkit.email})}</a>
        </li>
        {toolkit.host === 'github' && (
          <li>
            <a href={feedbackIssueUrl(toolkit, page)}>{t.onGitHub}</a>
          </li>
        )}
        {editUrl && (
          <li>
            <a href={editUrl}>{t.suggest}</a>
          </li>
        )}
        <li>
          <Link to={FEEDBACK}>{t.happens}</Link>
        </li>
      </ul>
    </section>
  );
}
