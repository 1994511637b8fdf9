import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {FIGURES_FILE} from '../../../model/pages/figure.ts';
import {addressOf} from '../../../model/pages/page-id.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  apiContentAddress,
  LLMS_FILE,
  markdownAddress,
} from '../../../model/routes/api-addresses.ts';
import {FOLLOW, TOOLKIT_FEEDS} from '../../../model/routes/feed-addresses.ts';
import {useRecords} from '../use-site.ts';

const FRONT_PAGE = addressOf('index');

/** The files for programs, each with a link. */
export function DataFiles() {
  const hasFeeds = useRecords().updates.length > 0;
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
      <li>
        <FileLink to={API_CHANGES}>Every change</FileLink>, a file for each month, as JSON. This includes small
        corrections, and later corrections of a note.
      </li>
      {hasFeeds && (
        <li>
          Every update as it comes, as a feed: <FileLink to={TOOLKIT_FEEDS.json}>JSON</FileLink>,{' '}
          <FileLink to={TOOLKIT_FEEDS.atom}>Atom</FileLink> or <FileLink to={TOOLKIT_FEEDS.rss}>RSS</FileLink>.{' '}
          <Link to={FOLLOW}>Each page and subject has one too</Link>.
        </li>
      )}
      <li>
        Every case study with its facts, <FileLink to={API_CASE_STUDIES}>as JSON</FileLink> and{' '}
        <FileLink to={API_CASE_STUDIES_CSV}>for spreadsheets, as CSV</FileLink>.
      </li>
      <li>
        Figures from tables, charts and outcomes with year, area and source,{' '}
        <FileLink to={FIGURES_FILE}>for spreadsheets, as CSV</FileLink>. CSV files are UTF-8 with a byte-order mark, so
        that Excel shows pound signs correctly.
      </li>
      <li>
        <FileLink to={markdownAddress(FRONT_PAGE)}>Each page as Markdown</FileLink>, as its author wrote it: add{' '}
        <code>index.html.md</code> to the address of the page.{' '}
        <FileLink to={LLMS_FILE}>One file lists the guidance</FileLink>.
      </li>
    </ul>
  );
}

/** A link to a file that is not a page: Docusaurus' own link would add a slash to its address. */
export function FileLink({to, children}: {to: string; children: ReactNode}) {
  return <a href={useBaseUrl(to)}>{children}</a>;
}
