import Link from '@docusaurus/Link';
import {FeedbackWays, ProposalWays} from '../components/Feedback/FeedbackWays.tsx';
import {WayIn} from '../components/Links/Links.tsx';
import {Page} from '../components/SiteFrame/Page.tsx';
import {useSiteFields} from '../components/use-site.ts';

/** How to give feedback, and what happens next. */
export default function GiveFeedback() {
  const {toolkit} = useSiteFields();
  return (
    <Page
      title="Give feedback"
      description={`How to tell us what is wrong or missing in ${toolkit.title}.`}
      lead={`Tell us what is wrong, missing or unclear in ${toolkit.title}. There are two ways. E-mail is private, and an editor answers it. GitHub is public, and you can follow what happens.`}
    >
      <FeedbackWays />
      <p>
        Is it about one page? Use the links at the foot of that page: they include its title, its address and which
        version you read. If no e-mail program opens, write to {toolkit.email}.
      </p>
      <h2>What helps us most</h2>
      <ul>
        <li>what you were looking for and did not find</li>
        <li>what is wrong, with a source that shows it</li>
        <li>what you could not understand.</li>
      </ul>
      <h2>What happens next</h2>
      <ol>
        <li>
          If you wrote on GitHub, an automatic comment says who looks after the page and what has changed since you read
          it.
        </li>
        <li>An editor reads your feedback, and may ask you a question there.</li>
        <li>If a page changes, the change is published with a public note that says what changed.</li>
        <li>
          If you wrote on GitHub, the note can give the number of your feedback. The page then says that it was changed
          after readers’ feedback, and a comment lets you know.
        </li>
      </ol>
      <p>
        We cannot promise that a page will change, or when.{' '}
        <Link to="/updates/">Every change is listed under updates</Link>.
      </p>
      <h2>What not to send</h2>
      <ul>
        <li>names of staff, volunteers or people who use a service</li>
        <li>anything that could identify a person, even without a name</li>
        <li>private addresses, e-mail addresses or phone numbers</li>
        <li>photographs.</li>
      </ul>
      <h2>Do you have an example to share?</h2>
      <WayIn to={toolkit.contribute.to}>{toolkit.contribute.label}</WayIn>
      <ProposalWays />
    </Page>
  );
}
