import Link from '@docusaurus/Link';

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  /** Left out where the step has no page of its own. */
  to?: string | undefined;
}

/** The way from the home page to the current one, which comes last. */
export function Breadcrumbs({trail}: {trail: readonly Crumb[]}) {
  const current = trail.length - 1;
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        <li>
          <Link to="/">Home</Link>
        </li>
        {trail.map(({label, to}, index) => (
          <li key={label} {...(index === current && {'aria-current': 'page'})}>
            {to && index !== current ? <Link to={to}>{label}</Link> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
