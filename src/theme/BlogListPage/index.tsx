import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {UpdateList} from '../../components/Changes/UpdateList.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useSiteFields} from '../../components/use-site.ts';

/** The change log: every update, newest first, and the way to those on one priority. */
export default function BlogListPage() {
  const {toolkit} = useSiteFields();
  const {updates, updatedPriorities} = useRecords();
  const priorities = toolkit.priorities.filter(({id}) => updatedPriorities.includes(id));
  return (
    <SiteFrame title="Updates" description={`What changed in ${toolkit.title}, and when.`}>
      <Breadcrumbs trail={[{label: 'Updates'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Updates</h1>
          <p className="lead">What changed in this toolkit, newest first. No page changes without a note here.</p>
        </header>
        {updates.length > 0 ? <UpdateList updates={updates} /> : <p>Nothing has been published yet.</p>}
        <nav className="by-priority" aria-label="Updates by priority">
          <h2>Updates by priority</h2>
          <ul>
            {priorities.map(({id, label}) => (
              <li key={id}>
                <Link to={`/updates/${id}/`}>{label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </SiteFrame>
  );
}
