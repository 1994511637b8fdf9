import {TOOLKIT_FEEDS} from '../feeds/feed-addresses.ts';
import {FIGURES_FILE} from '../figures/figure.ts';
import {firstDayOf} from '../history.ts';
import {absoluteUrl} from '../links/addresses.ts';
import {compareText} from '../problem.ts';
import {allPages} from '../toolkit.ts';
import {
  API,
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  addressesOf,
  LLMS_FILE,
  markdownAddress,
} from './api-addresses.ts';
import type {ApiSource} from './api-source.ts';
import {documentTypeOf, shownHistory} from './api-source.ts';

/** What there is beside the pages, in the order in which it is told. */
const FILES: readonly (readonly [address: string, title: string, mediaType: string])[] = [
  [API_CHANGES, 'The months in which something changed', 'application/json'],
  [API_CASE_STUDIES, 'Every case study with its facts', 'application/json'],
  [API_CASE_STUDIES_CSV, 'The same for spreadsheets', 'text/csv'],
  [FIGURES_FILE, 'Figures from tables, charts and outcomes, for spreadsheets', 'text/csv'],
  [LLMS_FILE, 'The guidance as Markdown, in a list', 'text/markdown'],
];

/** None before the first update. */
const FEEDS: typeof FILES = [
  [TOOLKIT_FEEDS.json, 'Every update as a feed', 'application/feed+json'],
  [TOOLKIT_FEEDS.atom, 'The same as Atom; each page has such a feed beside it', 'application/atom+xml'],
];

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
    files: [...FILES, ...(source.toolkit.updates.length > 0 ? FEEDS : [])].map(([address, name, media_type]) => ({
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
