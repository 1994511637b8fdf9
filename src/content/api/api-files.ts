import {csvRows} from '../csv-column.ts';
import {absoluteUrl, hrefOf} from '../links/addresses.ts';
import {renderCsv} from '../render-csv.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  apiContentAddress,
  apiMonthAddress,
} from './api-addresses.ts';
import type {ApiSource} from './api-source.ts';
import {caseStudyRecords} from './case-studies.ts';
import {CASE_STUDY_COLUMNS} from './case-study-columns.ts';
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
