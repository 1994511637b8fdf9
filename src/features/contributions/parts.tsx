import Link from '@docusaurus/Link';
import {FEEDBACK} from '../../content/addresses/generated-routes.ts';
import {WayIn} from '../../site/components/Links/Links.tsx';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import type {Parts, ShownPage} from '../../site/components/Slot/Slot.tsx';
import {useSiteFields, useText} from '../../site/components/use-site.ts';
import {FEEDBACK_ANCHOR, Feedback, FeedbackWays, ProposalWays} from './feedback/feedback-buttons.tsx';
import {feedbackMailto} from './links.ts';
import './contributions.css';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  menu: (place) => place.at === 'phase' && <ToFeedback {...place} />,
  title: (place) =>
    place.at === 'tools' ? (
      <li>
        <Report page={place.page} />
      </li>
    ) : place.at === 'figure' ? (
      <ReportFigure page={place.page} />
    ) : (
      place.at === 'contribute' && <ProposalWays />
    ),
  foot: ({at, ...place}) => at === 'end' && <Feedback {...place} />,
  pages: {FeedbackPage},
} satisfies Parts;

/** From the phase to the request for feedback on the same page, or to the page about feedback. */
function ToFeedback({asksFeedback}: {asksFeedback: boolean}) {
  const {names} = useText();
  return <Link to={asksFeedback ? `#${FEEDBACK_ANCHOR}` : FEEDBACK}>{names.feedback}</Link>;
}

/** A tool of a page: to the form at its foot, or an email, where the page stays as it is, so that a figure can be copied. */
function Report({page}: {page: ShownPage}) {
  const {page: t} = useText();
  const {toolkit} = useSiteFields();
  if (toolkit.feedback_form) return <a href={`#${FEEDBACK_ANCHOR}`}>{t.report}</a>;
  return <a href={feedbackMailto(toolkit, page)}>{t.reportByMail}</a>;
}

/** Next to a figure: an email with the figure and its address. */
function ReportFigure({page}: {page: ShownPage}) {
  const {figures: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <a href={feedbackMailto(toolkit, page)}>
      {t.wrong}
      <span className="visually-hidden">: {page.figure?.figure}</span>
    </a>
  );
}

/** How to give feedback, and what happens next. */
function FeedbackPage() {
  const {toolkit} = useSiteFields();
  const {feedback: t, names} = useText();
  const isOnGitHub = toolkit.host === 'github';
  return (
    <Page
      title={names.feedback}
      description={t.about({title: toolkit.title})}
      lead={(isOnGitHub ? (toolkit.feedback_form ? t.form.ways : t.lead) : t.about)({title: toolkit.title})}
      asksFeedback={false}
    >
      <FeedbackWays />
      <p>{t.onePage({email: toolkit.email})}</p>
      <h2>{t.helps}</h2>
      <ul>
        {t.helpful.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <h2>{t.next}</h2>
      <ol>
        {t.steps
          .filter((step) => isOnGitHub || !step.includes('GitHub'))
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      <p>
        <Rich text={t.noPromise} with={{a: (words) => <Link to="/updates/">{words}</Link>}} />
      </p>
      <h2>{t.dont}</h2>
      <ul>
        {t.private.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {toolkit.contribute && <h2>{t.example}</h2>}
      {toolkit.contribute && <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>}
      <ProposalWays />
    </Page>
  );
}
