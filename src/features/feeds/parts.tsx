import {LIVE} from '../../content/addresses/difference-addresses.ts';
import {
  calendarOf,
  FOLLOW,
  feedOfPage,
  TOOLKIT_FEEDS,
  termUpdates,
  UPDATES,
} from '../../content/addresses/feed-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import {guidanceTerms} from '../../content/schemas/vocabulary-schema.ts';
import {WayIn} from '../../site/components/Links/Links.tsx';
import type {Parts} from '../../site/components/Slot/Slot.tsx';
import {useSiteData, useSiteFields, useText} from '../../site/components/use-site.ts';
import {FeedAddress, FeedLink, FollowFeed, ToolkitFeedLink} from './feed-link.tsx';
import {FollowPage} from './follow-page.tsx';

// biome-ignore lint/style/noDefaultExport: the theme imports the parts of every feature in one way.
export default {
  head(place) {
    if (place.at === 'site') return <ToolkitFeedLink format="atom" />;
    if (place.at === 'updates') return <ToolkitFeedLink format="json" />;
    return place.at === 'list' && <FeedLink address={feedOfPage(place.list)} title={place.title} />;
  },
  title(place) {
    if (place.at === 'updates') return <ToFollow />;
    if (place.at === 'list') {
      const calendar = place.list.startsWith(UPDATES) ? calendarOf(place.list) : undefined;
      return <FollowFeed address={feedOfPage(place.list)} text={place.text} calendar={calendar} />;
    }
    return place.at === 'tools' && isLive(place.page) && useSiteData().lists.updates && <ToFeed />;
  },
  home: ({at}) => at === 'news' && <ToFollow />,
  foot: ({at, page}) => at === 'history' && isLive(page) && <FeedOfPage id={page.id ?? ''} />,
  pages: {FollowPage},
} satisfies Parts;

function isLive({edition}: {edition: string}): boolean {
  return edition === LIVE;
}

function ToFollow() {
  const {names} = useText();
  return (
    <WayIn className="follow" to={FOLLOW}>
      {names.follow}
    </WayIn>
  );
}

function ToFeed() {
  const {names} = useText();
  return (
    <li>
      <a href="#follow">{names.follow}</a>
    </li>
  );
}

/** The feed of a page and that of its subject, below its history: the front page has that of the toolkit. */
function FeedOfPage({id}: {id: string}) {
  const {updates: t} = useText();
  const {toolkit} = useSiteFields();
  const subject = useSiteData().subjects[id];
  const term = guidanceTerms(toolkit).find(({id: termId}) => termId === subject);
  const own = feedOfPage(addressOf(toolkit, id));
  return (
    <>
      <FeedLink address={own} title={t.feedOfPage} />
      <FollowFeed
        address={id === 'index' ? TOOLKIT_FEEDS.atom : own}
        text={id === 'index' ? t.followToolkit : t.followPage}
        calendar={id === 'index' ? TOOLKIT_FEEDS.ics : term && calendarOf(termUpdates(term.id))}
      >
        {term && (
          <p>
            {t.followSubject({subject: term.label})} <FeedAddress address={feedOfPage(termUpdates(term.id))} />
          </p>
        )}
      </FollowFeed>
    </>
  );
}
