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
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useSiteData, useSiteFields} from '../../components/use-site.ts';

/** How to get updates, for readers who have never used a feed. */
export default function Follow() {
  const {toolkit} = useSiteFields();
  const {withBaseUrl} = useBaseUrlUtils();
  const {lists} = useSiteData();
  const full = (address: string) => withBaseUrl(address, {absolute: true});
  return (
    <Page
      title="Get updates"
      description={`How to find out when something changes in ${toolkit.title}.`}
      metadata={<ToolkitFeedLinks />}
      above={[{label: 'Updates', to: UPDATES}]}
      lead="Find out when a page changes, without checking back."
    >
      {toolkit.mailing_list && (
        <>
          <h2>By e-mail</h2>
          <p>
            The publisher has a mailing list. <a href={toolkit.mailing_list}>Join the mailing list</a>.
          </p>
        </>
      )}
      {lists.updates ? (
        <>
          <h2>What a feed is</h2>
          <p>
            A feed is a list of changes that a program checks for you. When an update is published, the program shows
            you what changed and why, with links to the pages. You give no name and no e-mail address, and you can stop
            at any time.
          </p>
          <h2>How to follow a feed</h2>
          <ol>
            <li>
              Find a program that reads feeds, called a feed reader. Some e-mail programs can do it: look for “RSS” or
              “feeds” in the settings or the help. At work, ask your IT support.
            </li>
            <li>
              Choose a feed below and copy its address. With a mouse, right-click the link and choose to copy it. On a
              phone, press and hold the link.
            </li>
            <li>In the feed reader, choose to add or follow a feed and paste the address.</li>
          </ol>
          <p>
            If you open such a link in your browser, you may see code, or a file may be saved. That is normal: the
            address is for the feed reader.
          </p>
          <h2>The feeds</h2>
          <h3>The whole toolkit</h3>
          <p>
            <a href={withBaseUrl(TOOLKIT_FEEDS.atom)}>Every update</a>. Its address is{' '}
            <code>{full(TOOLKIT_FEEDS.atom)}</code>
          </p>
          <p>
            Most feed readers accept this one. If yours needs another kind, use{' '}
            <a href={withBaseUrl(TOOLKIT_FEEDS.rss)}>RSS</a> or <a href={withBaseUrl(TOOLKIT_FEEDS.json)}>JSON Feed</a>.
          </p>
          {lists.caseStudies && (
            <>
              <h3>Case studies</h3>
              <p>
                <a href={withBaseUrl(CASE_STUDIES_FEED)}>New and changed case studies</a>
              </p>
            </>
          )}
          <FeedList title="Priorities" terms={toolkit.priorities} />
          <FeedList title="Approaches" terms={toolkit.approaches} />
          <h3>One page</h3>
          <p>
            Every live page has a feed. At the foot of the page, under “Updates to this page”, choose “Follow changes to
            this page”. You can also add <code>feed.atom</code> to the address of the page. For the front page of the
            toolkit that is <code>{full(feedOfPage('/toolkit/'))}</code>
          </p>
          <h2>What feeds include</h2>
          <ul>
            <li>significant changes, each with what was changed and, if the note says so, why</li>
            <li>corrections of earlier updates</li>
            <li>pages that were withdrawn, with the reason and what to read instead.</li>
          </ul>
          <p>
            Small corrections, such as spelling, are not in feeds. <Link to={UPDATES}>Updates</Link> and the foot of
            each page list them. Editions have no feeds, because their text does not change.
          </p>
        </>
      ) : (
        <p>Nothing has been published yet. The feeds start with the first update.</p>
      )}
    </Page>
  );
}

/** The feeds of a vocabulary; a term without pages has one too, so that readers can wait for the first. */
function FeedList({title, terms}: {title: string; terms: readonly Term[]}) {
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
