import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useSiteFields} from '../use-site.ts';

/** The sections of the site. */
export function MainNav() {
  const {toolkit} = useSiteFields();
  return (
    <nav className="main-nav" aria-label="Main">
      <ul>
        <NavItem to="/toolkit/" label="Guidance" except="/toolkit/case-studies/" />
        <NavItem to="/case-studies/" label="Case studies" also="/toolkit/case-studies/" />
        <NavItem to="/updates/" label="Updates" />
        <NavItem to={toolkit.contribute.to} label={toolkit.contribute.label} />
      </ul>
    </nav>
  );
}

interface ItemProps {
  to: string;
  label: string;
  /** An address below `to` whose pages belong to another section. */
  except?: string;
  /** An address elsewhere whose pages belong to this section. */
  also?: string;
}

function NavItem({to, label, except, also}: ItemProps) {
  const {pathname} = useLocation();
  const [base, exceptBase, alsoBase] = [useBaseUrl(to), useBaseUrl(except ?? ''), useBaseUrl(also ?? '')];
  const within =
    (pathname.startsWith(base) && !(except && pathname.startsWith(exceptBase))) ||
    (also !== undefined && pathname.startsWith(alsoBase));
  const current = pathname === base ? 'page' : within ? 'true' : undefined;
  return (
    <li>
      <Link to={to} {...(current && {'aria-current': current})}>
        {label}
      </Link>
    </li>
  );
}
