import Link from '@docusaurus/Link';
import {CASE_STUDIES_FEED, TOOLKIT_FEEDS, termUpdates, UPDATES} from '../../content/addresses/feed-addresses.ts';
import {guidanceTerms} from '../../content/schemas/vocabulary-schema.ts';
import {MarkNew} from '../../site/components/Changes/MarkNew.tsx';
import {LinkList} from '../../site/components/Links/Links.tsx';
import {Rich} from '../../site/components/Rich/Rich.tsx';
import {Page} from '../../site/components/SiteFrame/Page.tsx';
import {useRecords, useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import {FeedAddress, ToolkitFeedLink} from './feed-link.tsx';

/** How to get updates about the toolkit, and where to go for one page or subject. */
export function FollowPage() {
  const {toolkit} = useSiteFields();
  const {follow: t, names} = useText();
  const {lists} = useSiteData();
  const {updatedTerms} = useRecords();
  const updated = guidanceTerms(toolkit).filter(({id}) => updatedTerms.includes(id));
  const {atom, json} = TOOLKIT_FEEDS;
  const feeds = [
    {of: t.whole, address: atom},
    {of: t.formats, address: json},
    ...(lists.caseStudies ? [{of: t.caseStudies, address: CASE_STUDIES_FEED}] : []),
  ];
  return (
    <Page
      title={names.follow}
      description={t.about({title: toolkit.title})}
      metadata={<ToolkitFeedLink format="json" />}
      above={[{label: names.updates, to: UPDATES}]}
      lead={t.lead}
      column="list-page with-aside"
    >
      <div>
        <ByMail />
        <Feeds feeds={feeds} />
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

/** The ways to get updates without email, for readers who have never used a feed, and each feed with what it is of. */
function Feeds({feeds}: {feeds: readonly {of: string; address: string}[]}) {
  const {follow: t} = useText();
  const {lists} = useSiteData();
  if (!lists.updates) return <p>{t.notYet}</p>;
  return (
    <>
      <h2>{t.here}</h2>
      <MarkNew />
      <h2 id="calendar">{t.byCalendar}</h2>
      <p>{t.aCalendar}</p>
      <p className="feed-addresses">
        <FeedAddress address={TOOLKIT_FEEDS.ics} />
      </p>
      <h2>{t.what}</h2>
      <p>{t.aFeed}</p>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {feeds.map(({of, address}) => (
        <div key={of}>
          <p>{of}</p>
          <ul className="feed-addresses">
            <li>
              <FeedAddress address={address} />
            </li>
          </ul>
        </div>
      ))}
      <h3>{t.includes}</h3>
      <ul>
        {t.included.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>
        <Rich text={t.notIncluded} with={{a: (words) => <Link to={UPDATES}>{words}</Link>}} />
      </p>
    </>
  );
}

/** The mailing list of the publisher, and who keeps the addresses. */
function ByMail() {
  const {follow: t} = useText();
  const {mailing_list: list} = useSiteFields().toolkit;
  if (list === undefined) return <p>{t.noMail}</p>;
  return (
    <>
      <h2>{t.byMail}</h2>
      <p>
        <Rich text={t.mailingList} with={{a: (words) => <a href={list}>{words}</a>}} />
      </p>
    </>
  );
}
