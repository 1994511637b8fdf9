import Link from '@docusaurus/Link';
import {UPDATES} from '../../../content/addresses/feed-addresses.ts';
import {MarkNew} from '../Changes/MarkNew.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';
import {FeedAddress} from './FeedLink.tsx';

interface Props {
  /** The feeds to choose from, each with what it is of. */
  feeds: readonly {of: string; addresses: readonly string[]}[];
}

/** The ways to get updates, for readers who have never used a feed: by email and by feed. */
export function FollowWays({feeds}: Props) {
  const {follow: t} = useText();
  const {lists} = useSiteData();
  if (!lists.updates) {
    return (
      <>
        <ByMail />
        <p>{t.notYet}</p>
      </>
    );
  }
  return (
    <>
      <ByMail />
      <h2>{t.here}</h2>
      <MarkNew />
      <h2>{t.what}</h2>
      <p>{t.aFeed}</p>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {feeds.map(({of, addresses}) => (
        <div key={of}>
          <p>{of}</p>
          <ul className="feed-addresses">
            {addresses.map((address) => (
              <li key={address}>
                <FeedAddress address={address} />
              </li>
            ))}
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
  const {mailing_list: list, updates_by_email: mail} = useSiteFields().toolkit;
  if (list === undefined) return <p>{t.noMail}</p>;
  return (
    <>
      <h2>{t.byMail}</h2>
      <p>
        <Rich text={t.mailingList} with={{a: (words) => <a href={list}>{words}</a>}} />
      </p>
      {mail && (
        <p>
          <Rich text={t.list} with={{service: () => mail.service, a: (words) => <a href={mail.privacy}>{words}</a>}} />
        </p>
      )}
    </>
  );
}
