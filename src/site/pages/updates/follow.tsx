import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {
  CASE_STUDIES_FEED,
  feedOfPage,
  TOOLKIT_FEEDS,
  termUpdates,
  UPDATES,
} from '../../../model/routes/feed-addresses.ts';
import type {Term} from '../../../model/schemas/toolkit-schema.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useSiteFields} from '../../components/use-site.ts';

/** How to hear of updates without coming back to look, for readers who never used a feed. */
export default function Follow() {
  const {toolkit} = useSiteFields();
  const {withBaseUrl} = useBaseUrlUtils();
  const isBegun = useRecords().updates.length > 0;
  const full = (address: string) => withBaseUrl(address, {absolute: true});
  return (
    <SiteFrame title="Ask to be told" description={`How to hear of it when something changes in ${toolkit.title}.`}>
      <ToolkitFeedLinks />
      <Breadcrumbs trail={[{label: 'Updates', to: UPDATES}, {label: 'Ask to be told'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Ask to be told</h1>
          <p className="lead">Hear of it when a page changes, without coming back to look.</p>
        </header>
        {toolkit.mailing_list && (
          <>
            <h2>By e-mail</h2>
            <p>
              The publisher keeps a mailing list. <a href={toolkit.mailing_list}>Join the mailing list</a>.
            </p>
          </>
        )}
        <h2>What a feed is</h2>
        <p>
          A feed is a list of changes that a program reads for you. The program looks at an address now and then. When
          an update is published, it shows you what changed and why, with links to the pages. You sign up for nothing:
          you give no name and no e-mail address, and you stop when you like.
        </p>
        {isBegun ? (
          <>
            <h2>How to follow a feed</h2>
            <ol>
              <li>
                Find a program that reads feeds, called a feed reader. Some e-mail programs are one: look for “RSS” or
                “feeds” in the settings or the help of yours. At work, ask those who look after your computer.
              </li>
              <li>
                Choose a feed below and copy its address. With a mouse, press the right button on the link and choose to
                copy it. On a phone, press the link and hold it.
              </li>
              <li>In the feed reader, choose to add or follow a feed, and paste the address.</li>
            </ol>
            <p>
              If you follow such a link in your browser, you may see code, or a file may be saved. Nothing is broken:
              the address is for the feed reader.
            </p>
            <h2>The feeds</h2>
            <h3>The whole toolkit</h3>
            <p>
              <a href={withBaseUrl(TOOLKIT_FEEDS.atom)}>Every update</a>. Its address is{' '}
              <code>{full(TOOLKIT_FEEDS.atom)}</code>
            </p>
            <p>
              Most feed readers take this one. If yours asks for another kind, take{' '}
              <a href={withBaseUrl(TOOLKIT_FEEDS.rss)}>RSS</a> or{' '}
              <a href={withBaseUrl(TOOLKIT_FEEDS.json)}>JSON Feed</a>.
            </p>
            <h3>Case studies</h3>
            <p>
              <a href={withBaseUrl(CASE_STUDIES_FEED)}>New and changed case studies</a>
            </p>
            <FeedList title="Priorities" terms={toolkit.priorities} />
            <FeedList title="Approaches" terms={toolkit.approaches} />
            <h3>One page</h3>
            <p>
              Every page of the live text has a feed. At the foot of the page, under “Updates to this page”, you find
              “Be told of changes to this page”. You can also write <code>feed.atom</code> at the end of the address of
              the page. For the front page of the toolkit that is <code>{full(feedOfPage('/toolkit/'))}</code>
            </p>
            <h2>What you are told</h2>
            <ul>
              <li>
                changes that readers must know of, each with what was changed, and why where that was written down
              </li>
              <li>corrections of earlier updates, with what they put right</li>
              <li>pages that were withdrawn, with the reason and what to read instead.</li>
            </ul>
            <p>
              Small corrections, such as a slip of spelling, are not in feeds. <Link to={UPDATES}>Updates</Link> and the
              foot of each page list them too. Editions have no feeds, for their words do not change.
            </p>
          </>
        ) : (
          <p>Nothing has been published yet. The feeds begin with the first update.</p>
        )}
      </div>
    </SiteFrame>
  );
}

interface FeedListProps {
  title: string;
  terms: readonly Term[];
}

/** The feeds of a vocabulary; one without pages yet has one too, to be told of the first. */
function FeedList({title, terms}: FeedListProps) {
  const {withBaseUrl} = useBaseUrlUtils();
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {terms.map(({id, label}) => (
          <li key={id}>
            <a href={withBaseUrl(feedOfPage(termUpdates(id)))}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
