import {useSiteFields} from '../use-site.ts';

/** How finished the toolkit is, and where to say what is wrong with it. */
export function PhaseBanner() {
  const {phase, email} = useSiteFields().toolkit;
  return (
    <p className="phase-banner">
      <strong>{phase.name}</strong>
      <span>
        {phase.text} <a href={`mailto:${email}`}>Give feedback by email</a>
      </span>
    </p>
  );
}
