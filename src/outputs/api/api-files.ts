import {type CsvColumn, csvRows, renderCsv} from '../../format/render-csv.ts';
import {listPages} from '../../model/lists/list-pages.ts';
import {FIGURES_FILE} from '../../model/pages/figure.ts';
import {compareText} from '../../model/problem.ts';
import {absoluteUrl, hrefOf} from '../../model/routes/addresses.ts';
import {
  API,
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  addressesOf,
  apiContentAddress,
  apiListAddress,
  apiMonthAddress,
  LLMS_FILE,
  markdownAddress,
} from '../../model/routes/api-addresses.ts';
import {TOOLKIT_FEEDS} from '../../model/routes/feed-addresses.ts';
import {allPages} from '../../model/toolkit.ts';
import {firstDayOf} from '../../model/updates/history.ts';
import {type ApiSource, documentTypeOf, shownHistory} from './api-source.ts';
import {type CaseStudyRecord, caseStudyRecords} from './case-studies.ts';
import {byMonth} from './changes.ts';
import {type Bodies, contentItems} from './content-items.ts';

export interface ServedFile {
  /** Without the site's base URL. */
  address: string;
  text: string;
}

/** Everything under `/api/` except the page for people. */
export function apiFiles(source: ApiSource, bodies: Bodies): ServedFile[] {
  const studies = caseStudyRecords(source);
  const months = [...byMonth(source.changes.values())];
  const {pages, ...about} = apiIndex(source);
  const counted = months.map(([month, changes]) => ({
    month,
    changes: changes.length,
    major: changes.filter(({significance}) => significance === 'major').length,
    api_path: hrefOf(source, apiMonthAddress(month)),
    api_url: absoluteUrl(source, apiMonthAddress(month)),
  }));
  return [
    ...listFiles(source, API_INDEX, {key: 'pages', items: pages}, about),
    ...[...contentItems(source, bodies)].map(([address, item]) => json(apiContentAddress(address), item)),
    ...months.flatMap(([month, changes]) =>
      listFiles(source, apiMonthAddress(month), {key: 'changes', items: changes}, {month}),
    ),
    ...listFiles(source, API_CHANGES, {key: 'months', items: counted}),
    ...listFiles(source, API_CASE_STUDIES, {key: 'case_studies', items: studies}),
    {address: API_CASE_STUDIES_CSV, text: renderCsv(csvRows([...CASE_STUDY_COLUMNS, ...factColumns(source)], studies))},
  ];
}

/** How many items a file of a list has. */
const ITEMS_PER_FILE = 100;

/** A list in files of bounded length: each names the `next`, which is `null` in the last; all repeat what is `about` the list. */
function listFiles(
  source: ApiSource,
  list: string,
  {key, items}: {key: string; items: readonly object[]},
  about: object = {},
): ServedFile[] {
  return listPages(list, items, ITEMS_PER_FILE).map(({page, pages, items: some}) => {
    const next = page < pages ? absoluteUrl(source, apiListAddress(list, page + 1)) : null;
    return json(apiListAddress(list, page), {...about, total: items.length, next, [key]: some});
  });
}

/** Without indentation, which would be a third of a file: browsers format JSON for readers. */
function json(address: string, data: object): ServedFile {
  return {address, text: `${JSON.stringify(data)}\n`};
}

const titles = (terms: readonly {title: string}[]) => terms.map(({title}) => title);

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

/** The facts that the toolkit adds come last, so that other columns keep their places. */
function factColumns({toolkit}: ApiSource): CsvColumn<CaseStudyRecord>[] {
  return toolkit.config.facts.map(({id, label}) => ({title: label, read: ({facts}) => facts?.[id]}));
}

/** Files besides those of pages, in the order in which they are listed. */
const FILES: readonly (readonly [address: string, title: string, mediaType: string])[] = [
  [API_CHANGES, 'The months in which something changed', 'application/json'],
  [API_CASE_STUDIES, 'Every case study with its facts', 'application/json'],
  [API_CASE_STUDIES_CSV, 'The same for spreadsheets', 'text/csv'],
  [FIGURES_FILE, 'Figures from tables, charts and outcomes, for spreadsheets', 'text/csv'],
  [LLMS_FILE, 'The guidance as Markdown, in a list', 'text/markdown'],
];

/** None before the first update. */
const FEEDS: typeof FILES = [
  [TOOLKIT_FEEDS.json, 'The newest updates as a feed', 'application/feed+json'],
  [TOOLKIT_FEEDS.atom, 'The same as Atom; each page has such a feed next to it', 'application/atom+xml'],
];

function listedFiles({toolkit, caseStudies}: ApiSource): typeof FILES {
  const ofStudies: readonly string[] = [API_CASE_STUDIES, API_CASE_STUDIES_CSV];
  const filled = FILES.filter(([address]) => caseStudies.length > 0 || !ofStudies.includes(address));
  return [...filled, ...(toolkit.updates.length > 0 ? FEEDS : [])];
}

/** Everything that a toolkit offers to programs. */
export function apiIndex(source: ApiSource) {
  const {title, description, language, licence} = source.toolkit.config;
  return {
    title,
    description,
    locale: language,
    licence,
    web_url: absoluteUrl(source, '/'),
    documentation_url: absoluteUrl(source, API),
    files: listedFiles(source).map(([address, name, media_type]) => ({
      title: name,
      media_type,
      url: absoluteUrl(source, address),
    })),
    pages: allPages(source.toolkit)
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({id, address, data}) => {
        const history = shownHistory(source, id);
        return {
          id,
          title: data.title,
          document_type: documentTypeOf(id),
          ...addressesOf(address, source),
          ...(data.withdrawn && {withdrawn: true as const}),
          description: data.description,
          markdown_url: absoluteUrl(source, markdownAddress(address)),
          first_published_at: firstDayOf(history),
          public_updated_at: history.lastUpdated?.latest ?? null,
        };
      }),
  };
}
