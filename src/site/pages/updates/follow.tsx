import {CASE_STUDIES_FEED, TOOLKIT_FEEDS, termUpdates, UPDATES} from '../../../content/addresses/feed-addresses.ts';
import {guidanceTerms} from '../../../content/schemas/vocabulary-schema.ts';
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {FollowWays} from '../../components/FeedLink/FollowWays.tsx';
import {LinkList} from '../../components/Links/Links.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useRecords, useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

/** How to get updates about the toolkit, and where to go for one page or subject. */
export default function Follow() {
  const {toolkit} = useSiteFields();
  const {follow: t, names} = useText();
  const {lists} = useSiteData();
  const {updatedTerms} = useRecords();
  const updated = guidanceTerms(toolkit).filter(({id}) => updatedTerms.includes(id));
  const {atom, json} = TOOLKIT_FEEDS;
  const feeds = [
    {of: t.whole, addresses: [atom]},
    {of: t.formats, addresses: [json]},
    ...(lists.caseStudies ? [{of: t.caseStudies, addresses: [CASE_STUDIES_FEED]}] : []),
  ];
  return (
    <Page
      title={names.follow}
      description={t.about({title: toolkit.title})}
      metadata={<ToolkitFeedLinks />}
      above={[{label: names.updates, to: UPDATES}]}
      lead={t.lead}
      column="list-page with-aside"
    >
      <div>
        <FollowWays feeds={feeds} />
      </div>
      {lists.updates && (
        <aside>
          <h2>{t.onePage}</h2>
          <p>{t.everyPage}</p>
          <LinkList links={updated.map(({id, label}) => ({label, to: termUpdates(id)}))} />
        </aside>
      )}
    </Page>
  );
}
