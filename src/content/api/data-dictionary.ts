import type {CsvColumn} from '../csv-column.ts';
import {LIST_SEPARATOR} from '../csv-column.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';

/** A file for spreadsheets, as its data dictionary names it. */
export interface CsvFile {
  /** As the dictionary reaches it: both lie in one folder. */
  name: string;
  title: string;
  /** In sentences to whoever opens it. */
  description: string;
  columns: readonly CsvColumn<never>[];
  /** The name of the column that tells rows apart. */
  key?: string;
}

/** What holds for every such file. */
const FORM =
  'UTF-8 with commas, as RFC 4180 has it; an empty cell holds nothing that is stated. A cell that a spreadsheet would run as a formula has an apostrophe before it.';

/** What each column of a file for spreadsheets means: https://www.w3.org/TR/tabular-metadata/. */
export function dataDictionary({name, title, description, columns, key}: CsvFile, config: ToolkitConfig): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', {'@language': config.language}],
    url: name,
    'dc:title': title,
    'dc:description': `${description} ${FORM}`,
    'dc:license': {'@id': config.licence.url},
    'dc:rights': config.licence.attribution,
    dialect: {encoding: 'utf-8', delimiter: ',', doubleQuote: true, header: true, lineTerminators: ['\r\n']},
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.title,
        'dc:description': column.description,
        datatype: column.datatype,
        ...(column.isList && {separator: LIST_SEPARATOR}),
      })),
      ...(key !== undefined && {primaryKey: key}),
    },
  };
}
