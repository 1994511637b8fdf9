import {AskToBeTold} from '../../components/AskToBeTold/AskToBeTold.tsx';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {UpdateList} from '../../components/Changes/UpdateList.tsx';
import {UpdatesByTerm} from '../../components/Changes/UpdatesByTerm.tsx';
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useSiteFields} from '../../components/use-site.ts';

/** The change log: every update, newest first, and the ways to those on one priority or approach. */
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
          <AskToBeTold />
        </header>
        {updates.length > 0 ? <UpdateList updates={updates} /> : <p>Nothing has been published yet.</p>}
        <UpdatesByTerm title="Updates by priority" terms={toolkit.priorities} />
        <UpdatesByTerm title="Updates by approach" terms={toolkit.approaches} />
      </div>
    </SiteFrame>
  );
}
