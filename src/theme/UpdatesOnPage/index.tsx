import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {UpdateList} from '../../components/Changes/UpdateList.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useCatalogue, useRecords, useSiteFields} from '../../components/use-site.ts';
import {countOf} from '../../components/wording.ts';

/** The updates that name a page about one priority, newest first. */
export default function UpdatesOnPage({priority}: {priority: string}) {
  const {priorities} = useSiteFields().toolkit;
  const {pages, caseStudies} = useCatalogue();
  const {updates} = useRecords();
  const label = priorities.find(({id}) => id === priority)?.label ?? priority;
  const about = new Set(
    [...pages, ...caseStudies].filter((page) => page.priorities.includes(priority)).map(({id}) => id),
  );
  const named = updates.filter(({changes}) => changes.some((change) => change.pages.some((id) => about.has(id))));
  const title = `Updates: ${label}`;
  return (
    <SiteFrame title={title} description={`What changed on the pages about this priority: ${label}.`}>
      <Breadcrumbs trail={[{label: 'Updates', to: '/updates/'}, {label}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>{title}</h1>
          <p className="lead">{countOf(named.length, 'update names', 'updates name')} pages about this priority.</p>
        </header>
        <UpdateList updates={named} onlyPages={about} />
      </div>
    </SiteFrame>
  );
}
