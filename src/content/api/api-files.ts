import {absoluteUrl, hrefOf} from '../links/addresses.ts';
import type {CsvColumn} from '../render-csv.ts';
import {csvRows, renderCsv} from '../render-csv.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  apiContentAddress,
  apiMonthAddress,
} from './api-addresses.ts';
import type {ApiSource} from './api-source.ts';
import type {CaseStudyRecord} from './case-studies.ts';
import {caseStudyRecords} from './case-studies.ts';
import {byMonth} from './changes.ts';
import type {Bodies} from './content-items.ts';
import {contentItems} from './content-items.ts';
import {apiIndex} from './lists.ts';

/** A file as it is served. */
export interface ServedFile {
  /** Without the site's base URL. */
  address: string;
  text: string;
}

/** Everything under `/api/` but the page for people. */
export function apiFiles(source: ApiSource, bodies: Bodies): ServedFile[] {
  const studies = caseStudyRecords(source);
  const months = [...byMonth(source.changes.values())];
  return [
    json(API_INDEX, apiIndex(source)),
    ...[...contentItems(source, bodies)].map(([address, item]) => json(apiContentAddress(address), item)),
    ...months.map(([month, changes]) => json(apiMonthAddress(month), {month, changes})),
    json(API_CHANGES, {
      months: months.map(([month, changes]) => ({
        month,
        changes: changes.length,
        major: changes.filter(({significance}) => significance === 'major').length,
        api_path: hrefOf(source, apiMonthAddress(month)),
        api_url: absoluteUrl(source, apiMonthAddress(month)),
      })),
    }),
    json(API_CASE_STUDIES, {case_studies: studies}),
    {address: API_CASE_STUDIES_CSV, text: renderCsv(csvRows(CASE_STUDY_COLUMNS, studies))},
  ];
}

/** Without indentation, which would be a third of a file: browsers lay JSON out for readers. */
function json(address: string, data: object): ServedFile {
  return {address, text: `${JSON.stringify(data)}\n`};
}

const titles = (terms: readonly {title: string}[]) => terms.map(({title}) => title);

/** The columns of the table of case studies. */
const CASE_STUDY_COLUMNS: readonly CsvColumn<CaseStudyRecord>[] = [
  {title: 'Id', read: ({id}) => id},
  {title: 'Title', read: ({title}) => title},
  {title: 'Description', read: ({description}) => description},
  {title: 'Address', read: ({web_url}) => web_url},
  {title: 'Data address', read: ({api_url}) => api_url},
  {title: 'Service', read: ({service}) => service},
  {title: 'Place', read: ({place}) => place},
  {title: 'Regions', read: ({regions}) => titles(regions)},
  {title: 'From', read: ({period}) => period?.from.year},
  {title: 'From is rough', read: ({period}) => period && (period.from.approximate ?? false)},
  {title: 'To', read: ({period}) => period?.to?.year},
  {title: 'To is rough', read: ({period}) => period?.to && (period.to.approximate ?? false)},
  {title: 'Evidence', read: ({evidence}) => evidence},
  {
    title: 'Outcomes',
    read: ({outcomes}) =>
      outcomes.map(({figure, what, year}) => `${figure} ${what}${year === undefined ? '' : ` (${year})`}`),
  },
  {title: 'Cost', read: ({cost}) => cost},
  {title: 'Partners', read: ({partners}) => partners},
  {title: 'Priorities', read: ({priorities}) => titles(priorities)},
  {title: 'Approaches', read: ({approaches}) => titles(approaches)},
  {title: 'Consent', read: ({consent}) => consent.basis},
  {title: 'Sources', read: ({sources}) => sources.map(({url}) => url)},
  {title: 'First published', read: (study) => study.first_published_at ?? undefined},
  {title: 'Last updated', read: (study) => study.public_updated_at ?? undefined},
  {title: 'Withdrawn', read: (study) => study.withdrawn_at ?? undefined},
  {title: 'Last checked', read: (study) => study.reviewed_at ?? undefined},
  {title: 'Check lapsed', read: (study) => study.review_lapsed_at ?? undefined},
  {title: 'Next review', read: (study) => study.review_due_at ?? undefined},
  {title: 'Fingerprint', read: ({fingerprint}) => fingerprint},
];
