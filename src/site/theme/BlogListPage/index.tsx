import Link from '@docusaurus/Link';
import {termUpdates} from '../../../model/routes/feed-addresses.ts';
import type {Term} from '../../../model/schemas/toolkit-schema.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {SubscribePrompt, ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useSiteFields} from '../../components/use-site.ts';

/** The change log: every update, newest first, and links to updates on one priority or approach. */
export default function BlogListPage() {
  const {toolkit} = useSiteFields();
  const {updates} = useRecords();
  return (
    <SiteFrame title="Updates" description={`What changed in ${toolkit.title}, and when.`}>
      <ToolkitFeedLinks />
      <Breadcrumbs trail={[{label: 'Updates'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Updates</h1>
          <p className="lead">What changed in this toolkit, newest first. No page changes without a note here.</p>
          <SubscribePrompt />
        </header>
        {updates.length > 0 ? <UpdateList updates={updates} /> : <p>Nothing has been published yet.</p>}
        <UpdatesByTerm title="Updates by priority" terms={toolkit.priorities} />
        <UpdatesByTerm title="Updates by approach" terms={toolkit.approaches} />
      </div>
    </SiteFrame>
  );
}

interface Props {
  title: string;
  terms: readonly Term[];
}

/** Links to the updates on each term of a vocabulary. */
function UpdatesByTerm({title, terms}: Props) {
  const {updatedTerms} = useRecords();
  const updated = terms.filter(({id}) => updatedTerms.includes(id));
  if (updated.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {updated.map(({id, label}) => (
          <li key={id}>
            <Link to={termUpdates(id)}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
