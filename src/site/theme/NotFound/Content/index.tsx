import Link from '@docusaurus/Link';
import {PageSearch} from '../../../components/PageSearch/PageSearch.tsx';
import {SiteFrame} from '../../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../../components/use-site.ts';

/**
 * The content of the error page. It includes the frame, because Docusaurus shows only this part below an address of a
 * docs plugin, which here is every address.
 */
export default function NotFoundContent() {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Page not found">
      <div className="list-page">
        <h1>Page not found</h1>
        <p className="lead">
          There is no page at this address. It may have moved, or the address may have a typing mistake.
        </p>
        <PageSearch label="Find a page" />
        <p>You can also go to:</p>
        <ul>
          <li>
            <Link to="/toolkit/">all guidance</Link>
          </li>
          <li>
            <Link to="/case-studies/">all case studies</Link>
          </li>
          <li>
            <Link to="/updates/">all updates</Link>
          </li>
          <li>
            <Link to="/search/">all pages from A to Z</Link>
          </li>
          <li>
            <Link to="/">the home page</Link>
          </li>
        </ul>
        <p>
          If you followed a link to get here, let us know at <a href={`mailto:${toolkit.email}`}>{toolkit.email}</a>.
        </p>
      </div>
    </SiteFrame>
  );
}
