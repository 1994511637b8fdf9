import type {Props} from '@theme/BlogListPage';
import {ENTRIES_PER_PAGE, listPages} from '../../../model/lists/list-pages.ts';
import {FOLLOW, termUpdates, UPDATES} from '../../../model/routes/feed-addresses.ts';
import type {Term} from '../../../model/schemas/toolkit-schema.ts';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {LinkList, WayIn} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useRecords, useSiteData, useSiteFields} from '../../components/use-site.ts';

/** The change log: every update, newest first, and links to updates on one priority or approach. */
export default function BlogListPage({metadata}: Props) {
  const {toolkit} = useSiteFields();
  const {updates} = useSiteData().lists;
  const list = listPages(UPDATES, useRecords().updates, ENTRIES_PER_PAGE)[metadata.page - 1];
  if (!list) throw new Error(`no page ${metadata.page} of the updates`);
  return (
    <Page
      title="Updates"
      description={`What changed in ${toolkit.title}, and when.`}
      position={list}
      metadata={<ToolkitFeedLinks />}
      lead={
        updates
          ? 'What changed in this toolkit, newest first. No page changes without a note here.'
          : 'Nothing has been published yet.'
      }
      intro={
        updates && (
          <WayIn className="follow" to={FOLLOW}>
            Get updates
          </WayIn>
        )
      }
    >
      {updates && <UpdateList updates={list.items} />}
      <Pagination list={UPDATES} {...list} />
      <UpdatesByTerm title="Updates by priority" terms={toolkit.priorities} />
      <UpdatesByTerm title="Updates by approach" terms={toolkit.approaches} />
    </Page>
  );
}

/** Links to the updates on each term of a vocabulary. */
function UpdatesByTerm({title, terms}: {title: string; terms: readonly Term[]}) {
  const {updatedTerms} = useRecords();
  const updated = terms.filter(({id}) => updatedTerms.includes(id));
  if (updated.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <LinkList links={updated.map(({id, label}) => ({label, to: termUpdates(id)}))} />
    </nav>
  );
}
