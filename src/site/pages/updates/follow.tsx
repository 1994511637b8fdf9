import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {
  CASE_STUDIES_FEED,
  feedOfPage,
  TOOLKIT_FEEDS,
  termUpdates,
  UPDATES,
} from '../../../model/routes/feed-addresses.ts';
import {guidanceVocabularies, type Term} from '../../../model/schemas/vocabulary-schema.ts';
import {ToolkitFeedLinks} from '../../components/FeedLink/FeedLink.tsx';
import {Rich} from '../../components/Rich/Rich.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

/** How to get updates, for readers who have never used a feed. */
export default function Follow() {
  const {toolkit} = useSiteFields();
  const {follow: t, names} = useText();
  const {withBaseUrl} = useBaseUrlUtils();
  const {lists} = useSiteData();
  const full = (address: string) => withBaseUrl(address, {absolute: true});
  return (
    <Page
      title={names.follow}
      description={t.about(toolkit.title)}
      metadata={<ToolkitFeedLinks />}
      above={[{label: names.updates, to: UPDATES}]}
      lead={t.lead}
    >
      {toolkit.mailing_list && (
        <>
          <h2>{t.byMail}</h2>
          <p>
            <Rich text={t.mailingList} with={{a: (words) => <a href={toolkit.mailing_list}>{words}</a>}} />
          </p>
        </>
      )}
      {lists.updates ? (
        <>
          <h2>{t.what}</h2>
          <p>{t.aFeed}</p>
          <h2>{t.how}</h2>
          <ol>
            {t.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>{t.inBrowser}</p>
          <h2>{t.feeds}</h2>
          <h3>{t.whole}</h3>
          <p>
            <Rich
              text={t.every}
              with={{
                a: (words) => <a href={withBaseUrl(TOOLKIT_FEEDS.atom)}>{words}</a>,
                code: () => <code>{full(TOOLKIT_FEEDS.atom)}</code>,
              }}
            />
          </p>
          <p>
            <Rich
              text={t.formats}
              with={{
                rss: (words) => <a href={withBaseUrl(TOOLKIT_FEEDS.rss)}>{words}</a>,
                json: (words) => <a href={withBaseUrl(TOOLKIT_FEEDS.json)}>{words}</a>,
              }}
            />
          </p>
          {lists.caseStudies && (
            <>
              <h3>{names.caseStudies}</h3>
              <p>
                <a href={withBaseUrl(CASE_STUDIES_FEED)}>{t.caseStudies}</a>
              </p>
            </>
          )}
          {guidanceVocabularies(toolkit).map(({key, label, terms}) => (
            <FeedList key={key} title={label} terms={terms} />
          ))}
          <h3>{t.onePage}</h3>
          <p>
            <Rich
              text={t.everyPage}
              with={{
                file: () => <code>feed.atom</code>,
                code: () => <code>{full(feedOfPage('/toolkit/'))}</code>,
              }}
            />
          </p>
          <h2>{t.includes}</h2>
          <ul>
            {t.included.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>
            <Rich text={t.notIncluded} with={{a: (words) => <Link to={UPDATES}>{words}</Link>}} />
          </p>
        </>
      ) : (
        <p>{t.notYet}</p>
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
