import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useSiteFields, useText} from '../../components/use-site.ts';

/** Where the relay sends readers once it has their feedback. */
export default function ThanksPage() {
  const {email} = useSiteFields().toolkit;
  const {feedback, names} = useText();
  const {form: t} = feedback;
  return (
    <Page
      title={t.thanks}
      description={t.received}
      noindex
      above={[{label: names.feedback, to: '/feedback/'}]}
      lead={t.received}
      asksFeedback={false}
    >
      <p>
        <Rich text={t.more} with={{a: () => <a href={`mailto:${email}`}>{email}</a>}} />
      </p>
    </Page>
  );
}
