import Link from '@docusaurus/Link';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
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
            <Link to="/feedback/">Give feedback</Link>
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
      <Licence {...licence} />
    </footer>
  );
}

/** The attribution, with the name of the licence as its link: in the sentence where it stands there, else after it. */
function Licence({name, url, attribution}: ToolkitConfig['licence']) {
  const [before, after] = attribution.includes(name) ? attribution.split(name, 2) : [`${attribution} `, ''];
  return (
    <p>
      {before}
      <a href={url} rel="license">
        {name}
      </a>
      {after}
    </p>
  );
}
