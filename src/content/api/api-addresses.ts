/** Where programs, and those who write them, find the data of a toolkit; without the site's base URL, as all here. */
export const API = '/api/';

/** Every page, with its title, dates and addresses. */
export const API_INDEX = '/api/index.json';

/** The months in which something changed. */
export const API_CHANGES = '/api/changes/index.json';

/** Every case study with its facts. */
export const API_CASE_STUDIES = '/api/case-studies.json';

/** The same as a file for spreadsheets. */
export const API_CASE_STUDIES_CSV = '/api/case-studies.csv';

/** The frozen states of the toolkit. */
export const API_EDITIONS = '/api/editions.json';

/** What a month changed; `month` as `2026-11`. */
export function apiMonthAddress(month: string): string {
  return `/api/changes/${month}.json`;
}

/** The content item of the page at an address: `/toolkit/floods/` has `/api/content/toolkit/floods.json`. */
export function apiContentAddress(address: string): string {
  return `/api/content/${address.replace(/^\/|\/$/g, '') || 'index'}.json`;
}

/** The schema of a kind of file. */
export function apiSchemaAddress(kind: ApiKind): string {
  return `/api/schemas/${kind}.json`;
}

/** Where a file for spreadsheets has its data dictionary: https://www.w3.org/TR/tabular-data-model/#standard-file-metadata. */
export function dictionaryAddress(csv: string): string {
  return `${csv}-metadata.json`;
}

/** The kinds of file for programs; each has a schema of its name. */
export const API_KINDS = ['index', 'content-item', 'changes', 'changes-index', 'case-studies', 'editions'] as const;

export type ApiKind = (typeof API_KINDS)[number];
