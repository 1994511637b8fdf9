import Link from '@docusaurus/Link';
import {FeedbackWays, ProposalWays} from '../components/Feedback/FeedbackWays.tsx';
import {WayIn} from '../components/Links/Links.tsx';
import {Rich} from '../components/Rich/Rich.tsx';
import {Page} from '../components/SiteFrame/Page.tsx';
import {useSiteFields, useText} from '../components/use-site.ts';

/** How to give feedback, and what happens next. */
export default function GiveFeedback() {
  const {toolkit} = useSiteFields();
  const {feedback: t, names} = useText();
  return (
    <Page
      title={names.feedback}
      description={t.about({title: toolkit.title})}
      lead={(toolkit.feedback_relay ? t.form.ways : t.lead)({title: toolkit.title})}
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
        {t.steps.map((step) => (
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
      <h2>{t.example}</h2>
      <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
      <ProposalWays />
    </Page>
  );
}
