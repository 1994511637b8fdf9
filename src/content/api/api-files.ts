import {csvRows} from '../csv-column.ts';
import {FIGURES_FILE} from '../figures/figure.ts';
import {FIGURE_COLUMNS} from '../figures/figures-csv.ts';
import {absoluteUrl, hrefOf} from '../links/addresses.ts';
import {renderCsv} from '../render-csv.ts';
import type {ApiKind} from './api-addresses.ts';
import {
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_EDITIONS,
  API_INDEX,
  API_KINDS,
  apiContentAddress,
  apiMonthAddress,
  apiSchemaAddress,
  dictionaryAddress,
} from './api-addresses.ts';
import {toApiSchema} from './api-schemas.ts';
import type {ApiSource} from './api-source.ts';
import {caseStudyRecords} from './case-studies.ts';
import {CASE_STUDY_COLUMNS} from './case-study-columns.ts';
import {byMonth} from './changes.ts';
import type {Bodies} from './content-items.ts';
import {contentItems} from './content-items.ts';
import {dataDictionary} from './data-dictionary.ts';
import {apiEditions, apiIndex} from './lists.ts';

/** A file as it is served. */
export interface ServedFile {
  /** Without the site's base URL. */
  address: string;
  text: string;
}

/** Everything under `/api/` but the page for people, and the data dictionary of the table of figures. */
export function apiFiles(source: ApiSource, bodies: Bodies): ServedFile[] {
  const {config} = source.toolkit;
  const studies = caseStudyRecords(source);
  const months = [...byMonth(source.changes.values())];
  const kept = (kind: ApiKind, address: string, data: object) =>
    json(address, {$schema: absoluteUrl(source, apiSchemaAddress(kind)), ...data});
  return [
    kept('index', API_INDEX, apiIndex(source)),
    ...[...contentItems(source, bodies)].map(([address, item]) => json(apiContentAddress(address), item)),
    ...months.map(([month, changes]) => kept('changes', apiMonthAddress(month), {month, changes})),
    kept('changes-index', API_CHANGES, {
      months: months.map(([month, changes]) => ({
        month,
        changes: changes.length,
        major: changes.filter(({significance}) => significance === 'major').length,
        api_path: hrefOf(source, apiMonthAddress(month)),
        api_url: absoluteUrl(source, apiMonthAddress(month)),
      })),
    }),
    kept('case-studies', API_CASE_STUDIES, {case_studies: studies}),
    {address: API_CASE_STUDIES_CSV, text: renderCsv(csvRows(CASE_STUDY_COLUMNS, studies))},
    json(
      dictionaryAddress(API_CASE_STUDIES_CSV),
      dataDictionary(
        {
          name: fileName(API_CASE_STUDIES_CSV),
          title: `${config.title}: case studies`,
          description: 'One row for each case study, sorted by title; the stories are on their pages.',
          columns: CASE_STUDY_COLUMNS,
          key: 'id',
        },
        config,
      ),
    ),
    json(
      dictionaryAddress(FIGURES_FILE),
      dataDictionary(
        {
          name: fileName(FIGURES_FILE),
          title: `${config.title}: figures`,
          description: 'One row for each figure from evidence tables, charts and outcomes of live pages, page by page.',
          columns: FIGURE_COLUMNS,
        },
        config,
      ),
    ),
    kept('editions', API_EDITIONS, apiEditions(source)),
    ...API_KINDS.map((kind) => json(apiSchemaAddress(kind), toApiSchema(kind, source, config))),
  ];
}

/** Without indentation, which would be a third of a file: browsers lay JSON out for readers. */
function json(address: string, data: object): ServedFile {
  return {address, text: `${JSON.stringify(data)}\n`};
}

function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
