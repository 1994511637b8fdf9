import Link from '@docusaurus/Link';
import type {DifferenceDoor} from '../../plugins/site-data/index.ts';

interface Props extends DifferenceDoor {
  /** The title of the page, for those who hear the link alone. */
  of?: string;
}

/** The way to a difference, with how much it is. */
export function DifferenceLink({address, measure, of}: Props) {
  return (
    <span className="to-difference">
      <Link to={address}>See what changed{of && <span className="visually-hidden"> in {of}</span>}</Link> ({measure})
    </span>
  );
}
