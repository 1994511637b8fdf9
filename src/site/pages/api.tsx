import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {DataFiles} from '../components/Data/DataFiles.tsx';
import {Licence} from '../components/Licence/Licence.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../components/use-site.ts';

/** The data for programs: what there is, what you can rely on, and the licence. */
export default function Data() {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Data for other programs" description={`${toolkit.title} as data: JSON, CSV and Markdown.`}>
      <Breadcrumbs trail={[{label: 'Data for other programs'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Data for other programs</h1>
          <p className="lead">
            Programs can read everything on this site as plain files. You need no account and no key.
          </p>
        </header>
        <h2>What there is</h2>
        <DataFiles />
        <h2>What the dates mean</h2>
        <ul>
          <li>A date is a day, such as 2026-11-24. We know no time of day, so we give none.</li>
          <li>
            Where only a range of days is known, <code>public_timestamp</code> and <code>public_updated_at</code> give
            its last day. <code>published</code> next to them gives both ends.
          </li>
          <li>
            <code>null</code> means that the day is not known, or that it did not happen.
          </li>
        </ul>
        <h2>What you can rely on</h2>
        <ul>
          <li>Files keep their addresses, and keys keep their names and meanings. New keys may be added.</li>
          <li>
            If this has to change, the new format gets new addresses, and <Link to="/updates/">an update</Link> says so.
          </li>
          <li>The ids of pages and changes never change without a note.</li>
          <li>Files and pages are generated from the same records, and a test compares them.</li>
          <li>The files change only when the site is built, so checking once a day is enough.</li>
        </ul>
        <h2>Licence</h2>
        <p>
          <Licence {...toolkit.licence} /> It applies to the data and the pages. If you use them, name the toolkit, and
          the edition or the day you downloaded them.
        </p>
        <p>
          Is something wrong or missing? <Link to="/feedback/">Tell us</Link>.
        </p>
      </div>
    </SiteFrame>
  );
}
