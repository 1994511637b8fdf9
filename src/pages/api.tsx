import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {DataFiles} from '../components/Data/DataFiles.tsx';
import {Licence} from '../components/Licence/Licence.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useCatalogue, useRecords, useSiteFields} from '../components/use-site.ts';
import {addressesOf} from '../content/api/api-addresses.ts';
import {firstDayOf} from '../content/history.ts';

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
        <h2>An example</h2>
        <p>The front page of the toolkit as JSON, with most of it left out:</p>
        <DataExample />
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

/** How much of a note an example needs. */
const NOTE_LENGTH = 60;

/** The front page as programs get it, shortened. */
function DataExample() {
  const {url, baseUrl} = useDocusaurusContext().siteConfig;
  const {toolkit: history} = useRecords();
  const page = useCatalogue().pages.find(({id}) => id === 'index');
  if (!page) return null;
  const [newest] = history.major;
  const item = {
    base_path: addressesOf(page.address, {url, baseUrl}).base_path,
    title: page.title,
    document_type: 'guidance',
    first_published_at: firstDayOf(history),
    public_updated_at: history.lastUpdated?.latest ?? null,
    details: {
      change_history: newest
        ? [{public_timestamp: newest.published.latest, note: `${newest.note.slice(0, NOTE_LENGTH)}…`}]
        : [],
    },
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and only what has the focus can be scrolled by keyboard.
    <pre tabIndex={0}>
      <code>{JSON.stringify(item, undefined, 2)}</code>
    </pre>
  );
}
