import Link from '@docusaurus/Link';
import {FIGURES_FILE} from '../../model/pages/figure.ts';
import {addressOf} from '../../model/pages/page-id.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  apiContentAddress,
  LLMS_FILE,
  markdownAddress,
} from '../../model/routes/api-addresses.ts';
import {FOLLOW, TOOLKIT_FEEDS} from '../../model/routes/feed-addresses.ts';
import {FileLink} from '../components/Links/Links.tsx';
import {Page} from '../components/SiteFrame/Page.tsx';
import {Licence} from '../components/SiteFrame/SiteFrame.tsx';
import {useSiteData, useSiteFields} from '../components/use-site.ts';

const FRONT_PAGE = addressOf('index');

/** The data for programs: what there is, what you can rely on, and the licence. */
export default function Data() {
  const {toolkit} = useSiteFields();
  return (
    <Page
      title="Data for other programs"
      description={`${toolkit.title} as data: JSON, CSV and Markdown.`}
      lead="Programs can read everything on this site as plain files. You need no account and no key."
    >
      <h2>What there is</h2>
      <DataFiles />
      <h2>Long lists</h2>
      <p>
        A list in JSON has up to 100 items in a file. <code>total</code> says how many there are in all, and{' '}
        <code>next</code> is the address of the next file, or <code>null</code> in the last one. CSV files are always
        complete.
      </p>
      <h2>What the dates mean</h2>
      <ul>
        <li>A date is a day, such as 2026-11-24. We know no time of day, so we give none.</li>
        <li>
          Where only a range of days is known, <code>public_timestamp</code> and <code>public_updated_at</code> give its
          last day. <code>published</code> next to them gives both ends.
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
    </Page>
  );
}

/** The files for programs, each with a link. */
function DataFiles() {
  const {caseStudies, figures, updates} = useSiteData().lists;
  return (
    <ul>
      <li>
        <FileLink to={API_INDEX}>Every page</FileLink>, with its title, dates and addresses, as JSON. Start here.
      </li>
      <li>
        <FileLink to={apiContentAddress(FRONT_PAGE)}>Each page</FileLink> as JSON: its text, its dates, every change
        with its note, its sources and who looks after it. The first file gives its address, as <code>api_url</code>.
        The keys are those of a GOV.UK content item, with some additions.
      </li>
      {updates && (
        <li>
          <FileLink to={API_CHANGES}>Every change</FileLink>, a file for each month, as JSON. This includes small
          corrections, and later corrections of a note.
        </li>
      )}
      {updates && (
        <li>
          The newest 30 updates as a feed: <FileLink to={TOOLKIT_FEEDS.json}>JSON</FileLink>,{' '}
          <FileLink to={TOOLKIT_FEEDS.atom}>Atom</FileLink> or <FileLink to={TOOLKIT_FEEDS.rss}>RSS</FileLink>.{' '}
          <Link to={FOLLOW}>Each page and subject has one too</Link>.
        </li>
      )}
      {caseStudies && (
        <li>
          Every case study with its facts, <FileLink to={API_CASE_STUDIES}>as JSON</FileLink> and{' '}
          <FileLink to={API_CASE_STUDIES_CSV}>for spreadsheets, as CSV</FileLink>.
        </li>
      )}
      {figures && (
        <li>
          Figures from tables, charts and outcomes with year, area and source,{' '}
          <FileLink to={FIGURES_FILE}>for spreadsheets, as CSV</FileLink>. CSV files are UTF-8 with a byte-order mark,
          so that Excel shows pound signs correctly.
        </li>
      )}
      <li>
        <FileLink to={markdownAddress(FRONT_PAGE)}>Each page as Markdown</FileLink>, as its author wrote it: add{' '}
        <code>index.html.md</code> to the address of the page.{' '}
        <FileLink to={LLMS_FILE}>One file lists the guidance</FileLink>.
      </li>
    </ul>
  );
}
