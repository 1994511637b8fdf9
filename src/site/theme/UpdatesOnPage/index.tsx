import type {PublishedUpdate} from '../../../changes/updates/page-record.ts';
import {termUpdates, UPDATES} from '../../../content/addresses/feed-addresses.ts';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {Slot} from '../../components/Slot/Slot.tsx';
import {useText} from '../../components/use-site.ts';

interface Props {
  id: string;
  label: string;
  /** How many updates there are on all pages of the list. */
  count: number;
  /** The pages about the term that the listed updates name. */
  pageIds: readonly string[];
  list: ListPage<PublishedUpdate>;
}

/** The updates that name a page about one term, newest first. */
export default function UpdatesOnPage({id, label, count, pageIds, list}: Props) {
  const {updates: t, names} = useText();
  const title = names.updatesOn({subject: label});
  return (
    <Page
      title={title}
      description={t.onAbout({subject: label})}
      position={list}
      metadata={<Slot name="head" at="list" list={termUpdates(id)} title={title} />}
      above={[{label: names.updates, to: UPDATES}]}
      crumb={label}
      lead={t.onLead({count, subject: label})}
      intro={<Slot name="title" at="list" list={termUpdates(id)} text={t.followSubject({subject: label})} />}
    >
      <UpdateList updates={list.items} onlyPages={new Set(pageIds)} />
      <Pagination list={termUpdates(id)} {...list} />
    </Page>
  );
}
