import {firstDayOf} from '../../changes/updates/history.ts';
import {absoluteUrl, hrefOf} from '../../content/addresses/addresses.ts';
import {FOLLOW, TOOLKIT_FEEDS} from '../../content/addresses/feed-addresses.ts';
import {generatedPages, RATINGS} from '../../content/addresses/generated-routes.ts';
import {listPages} from '../../content/lists/list-pages.ts';
import {FIGURES_FILE} from '../../content/pages/figure.ts';
import {compareText} from '../../content/problem.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {guidanceVocabularies, type Vocabulary} from '../../content/schemas/vocabulary-schema.ts';
import {allPages} from '../../content/toolkit.ts';
import {type CsvColumn, csvRows, renderCsv} from '../../format/render-csv.ts';
import {textOf} from '../../language/text.ts';
import {type BuiltSite, type ServedFile, servedFiles} from '../../site/after-build/built-site.ts';
import type {SiteFile} from '../../site/feature-hooks.ts';
import {
  API,
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  API_RATINGS,
  addressesOf,
  apiContentAddress,
  apiListAddress,
  apiMonthAddress,
  LLMS_TEXT,
  markdownAddress,
} from './addresses.ts';
import {type ApiSource, apiSource, documentTypeOf, shownHistory, type TermLink} from './api-source.ts';
import {type CaseStudyRecord, caseStudyRecords} from './case-studies.ts';
import {byMonth} from './changes.ts';
import {type Bodies, contentItems} from './content-items.ts';
import {renderLlmsText} from './llms-text.ts';
import {renderMirror} from './markdown-mirror.ts';

/** Everything under `/api/` except the page for people. */
export function apiFiles(source: ApiSource, bodies: Bodies): ServedFile[] {
  const {config} = source.toolkit;
  const studies = caseStudyRecords(source);
  const ratings = source.toolkit.pages.flatMap(({id, address, data: {title, ratings: given}}) =>
    given ? [{id, title, web_url: absoluteUrl(source, address), ratings: given}] : [],
  );
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
    ...(config.scales.length > 0
      ? listFiles(source, API_RATINGS, {key: 'pages', items: ratings}, {scales: config.scales})
      : []),
    ...(config.case_studies
      ? [
          ...listFiles(source, API_CASE_STUDIES, {key: 'case_studies', items: studies}),
          {
            address: API_CASE_STUDIES_CSV,
            text: renderCsv(csvRows(caseStudyColumns(config), studies)),
          },
        ]
      : []),
  ];
}

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

function termColumn({key, label}: Vocabulary): CsvColumn<CaseStudyRecord> {
  const termsOf = (study: object) => (study as Readonly<Record<string, readonly TermLink[]>>)[key] ?? [];
  return {title: label, read: (study) => termsOf(study).map(({title}) => title)};
}

function caseStudyColumns(config: ToolkitConfig): readonly CsvColumn<CaseStudyRecord>[] {
  const {data, evidence: t, facts, names} = textOf(config);
  const ownFacts = config.vocabularies.filter(({guidance}) => !guidance);
  const {columns} = data;
  return [
    {title: columns.id, read: ({id}) => id},
    {title: columns.title, read: ({title}) => title},
    {title: columns.description, read: ({description}) => description},
    {title: columns.address, read: ({web_url}) => web_url},
    {title: columns.dataAddress, read: ({api_url}) => api_url},
    {title: facts.service, read: ({service}) => service},
    {title: facts.place, read: ({place}) => place},
    ...ownFacts.map(termColumn),
    {title: columns.from, read: ({period}) => period?.from.year},
    {title: columns.fromIsRough, read: ({period}) => period && (period.from.approximate ?? false)},
    {title: columns.to, read: ({period}) => period?.to?.year},
    {title: columns.toIsRough, read: ({period}) => period?.to && (period.to.approximate ?? false)},
    {title: t.title, read: ({evidence}) => evidence},
    {
      title: columns.outcomes,
      read: ({outcomes}) =>
        outcomes.map(({figure, what, year}) => `${figure} ${what}${year === undefined ? '' : ` (${year})`}`),
    },
    {title: facts.cost, read: ({cost}) => cost},
    {title: facts.partners, read: ({partners}) => partners},
    ...guidanceVocabularies(config).map(termColumn),
    {title: columns.consent, read: ({consent}) => consent.basis},
    {title: names.sources, read: ({sources}) => sources.map(({url}) => url)},
    {title: columns.firstPublished, read: (study) => study.first_published_at ?? undefined},
    {title: columns.lastUpdated, read: (study) => study.public_updated_at ?? undefined},
    {title: columns.withdrawn, read: (study) => study.withdrawn_at ?? undefined},
    {title: columns.lastChecked, read: (study) => study.reviewed_at ?? undefined},
    {title: columns.checkLapsed, read: (study) => study.review_lapsed_at ?? undefined},
    {title: columns.nextReview, read: (study) => study.review_due_at ?? undefined},
    {title: columns.fingerprint, read: ({fingerprint}) => fingerprint},
    // The facts that the toolkit adds come last, so that other columns keep their places.
    ...config.facts.map(
      ({id, label}): CsvColumn<CaseStudyRecord> => ({title: label, read: (study) => study.facts?.[id]}),
    ),
  ];
}

type FileEntry = readonly [address: string, title: string, mediaType: string];

/** Files besides those of pages, in the order in which they are listed; those without content are left out. */
function filesFor({toolkit, caseStudies}: ApiSource): FileEntry[] {
  const {files} = textOf(toolkit.config).data;
  const ofStudies: FileEntry[] = [
    [API_CASE_STUDIES, files.caseStudies, 'application/json'],
    [API_CASE_STUDIES_CSV, files.caseStudiesCsv, 'text/csv'],
  ];
  const feeds: FileEntry[] = [
    [TOOLKIT_FEEDS.json, files.feed, 'application/feed+json'],
    [TOOLKIT_FEEDS.atom, files.atom, 'application/atom+xml'],
  ];
  const has = (page: string) => generatedPages(toolkit).some(({address}) => address === page);
  return [
    [API_CHANGES, files.months, 'application/json'],
    ...(caseStudies.length > 0 ? ofStudies : []),
    [FIGURES_FILE, files.figures, 'text/csv'],
    ...(has(RATINGS) ? ([[API_RATINGS, files.ratings, 'application/json']] as const) : []),
    ...(toolkit.updates.length > 0 && has(FOLLOW) ? feeds : []),
  ];
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
    files: filesFor(source).map(([address, name, media_type]) => ({
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
          document_type: documentTypeOf(id, source.toolkit.config),
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

/** The API: pages, changes and case studies as data, and pages as Markdown. */
export function siteApi(site: BuiltSite): SiteFile[] {
  const {toolkit, records} = site;
  const pages = allPages(toolkit);
  const mirrors = pages.map((page) => {
    return {address: markdownAddress(page.address), text: renderMirror(page, toolkit.config, site)};
  });
  const source = apiSource(site, toolkit, records);
  const llms = {address: LLMS_TEXT, text: renderLlmsText(source, filesFor(source))};
  return servedFiles([...apiFiles(source, site.texts), llms, ...mirrors]);
}
