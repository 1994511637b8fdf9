import Link from '@docusaurus/Link';
import {FOLLOW} from '../../content/feeds/feed-addresses.ts';
import {Licence} from '../Licence/Licence.tsx';
import {useSiteFields} from '../use-site.ts';

/** Publisher, licence, contact and the links of the configuration. */
export function SiteFooter() {
  const {toolkit} = useSiteFields();
  const {publisher, licence, email} = toolkit;
  return (
    <footer className="site-footer">
      <nav aria-label="About this site">
        <ul>
          <li>
            <Link to="/search/">All pages from A to Z</Link>
          </li>
          <li>
            <Link to="/editions/">Editions</Link>
          </li>
          <li>
            <Link to={FOLLOW}>Ask to be told</Link>
          </li>
          <li>
            <Link to="/feedback/">Give feedback</Link>
          </li>
          <li>
            <Link to="/api/">Data for other programs</Link>
          </li>
          {toolkit.footer.map(({label, to}) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        Contact: <a href={`mailto:${email}`}>{email}</a>
      </p>
      <p>{publisher}</p>
      <p>
        <Licence {...licence} />
      </p>
    </footer>
  );
}
