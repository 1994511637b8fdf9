import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {DataFiles} from '../components/Data/DataFiles.tsx';
import {Licence} from '../components/Licence/Licence.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../components/use-site.ts';

/** What there is for programs, how long it stands, and under which licence. */
export default function Data() {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Data for other programs" description={`${toolkit.title} as data: JSON, CSV and Markdown.`}>
      <Breadcrumbs trail={[{label: 'Data for other programs'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Data for other programs</h1>
          <p className="lead">
            What you can read here, a program can read too, as plain files. You need no account and no key.
          </p>
        </header>
        <h2>What there is</h2>
        <DataFiles />
        <h2>What the dates mean</h2>
        <ul>
          <li>A date is a day, such as 2026-11-24. We know no time of day, so we give none.</li>
          <li>
            Where only a range of days is known, <code>public_timestamp</code> and <code>public_updated_at</code> give
            its last day. <code>published</code> beside them gives both ends.
          </li>
          <li>
            <code>null</code> means that the day is not known, or that it did not happen.
          </li>
        </ul>
        <h2>What you can rely on</h2>
        <ul>
          <li>Files keep their addresses, and keys keep their names and meanings. New keys may be added.</li>
          <li>
            If that must change one day, the new form gets addresses of its own, and{' '}
            <Link to="/updates/">an update</Link> says so.
          </li>
          <li>The ids of pages and changes never change without a note.</li>
          <li>Files and pages are made from the same records, and a test compares them.</li>
          <li>The files change only when the site is built anew, so once a day is often enough to ask.</li>
        </ul>
        <h2>Licence</h2>
        <p>
          <Licence {...toolkit.licence} /> It holds for the data as for the pages. If you use them, name the toolkit,
          and the edition or the day you took them.
        </p>
        <p>
          Is something wrong or missing? <Link to="/feedback/">Tell us</Link>.
        </p>
      </div>
    </SiteFrame>
  );
}
