import Link from '@docusaurus/Link';
import {useSiteFields} from '../use-site.ts';

/** How finished the toolkit is, and where to say what is wrong with it. */
export function PhaseBanner() {
  const {phase} = useSiteFields().toolkit;
  return (
    <p className="phase-banner">
      <strong>{phase.name}</strong>
      <span>
        {phase.text} <Link to="/feedback/">Give feedback</Link>
      </span>
    </p>
  );
}
