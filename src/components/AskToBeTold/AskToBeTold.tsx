import Link from '@docusaurus/Link';
import {FOLLOW} from '../../content/feeds/feed-addresses.ts';

/** The way to the page that tells how to hear of updates. */
export function AskToBeTold() {
  return (
    <p className="follow">
      <Link className="way-in" to={FOLLOW}>
        Ask to be told of updates
      </Link>
    </p>
  );
}
