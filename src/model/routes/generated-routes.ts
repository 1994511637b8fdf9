import {DOCUMENT} from '../pages/document-parts.ts';
import {FINDER} from '../pages/facets.ts';
import {FIGURES_ADDRESS} from '../pages/figure.ts';
import {API} from './api-addresses.ts';
import {FOLLOW, UPDATES} from './feed-addresses.ts';

/** Whether there is anything to list, for each kind of list: no page links to an empty one. */
export type FilledLists = Readonly<Record<'caseStudies' | 'editions' | 'figures' | 'updates', boolean>>;

/** A generated page, for search and the list of all pages. */
export interface GeneratedPage {
  /** Without the site's base URL. */
  address: string;
  /** Its first heading. */
  title: string;
  /** What readers find there, with words they may search for. */
  about: string;
  /** The list that it shows. */
  list?: keyof FilledLists;
}

/** The pages that the build generates from records, without those for a single update, edition or value. */
export const GENERATED_ROUTES: readonly GeneratedPage[] = [
  {
    address: FOLLOW,
    title: 'Get updates',
    list: 'updates',
    about: 'Feeds: follow or subscribe to a feed (RSS, Atom or JSON) of all updates, of a subject or of one page.',
  },
  {
    address: FINDER,
    title: 'Case studies',
    list: 'caseStudies',
    about: 'All case studies: find case studies by priority, approach, region and evidence.',
  },
  {
    address: API,
    title: 'Data for other programs',
    about:
      'Download the toolkit as data: CSV for a spreadsheet such as Excel, JSON and Markdown files, and an API that needs no key.',
  },
  {
    address: '/editions/',
    title: 'Editions',
    list: 'editions',
    about:
      'How to cite the toolkit, with a citation that lasts: each page of an edition is frozen at a permanent address. What changed since an edition, and how it differs from the live text.',
  },
  {
    address: FIGURES_ADDRESS,
    title: 'Figures',
    list: 'figures',
    about:
      'Every figure and statistic from tables, charts and outcomes with year, area and source, to read here or download for a spreadsheet as CSV.',
  },
  {
    address: '/feedback/',
    title: 'Give feedback',
    about: 'How to send feedback about a mistake or a gap, how to contact the editors, and what happens then.',
  },
  {
    address: DOCUMENT,
    title: 'The whole toolkit as one document',
    about: 'Every page and case study in one document, to print, download or save as a PDF file.',
  },
  {
    address: UPDATES,
    title: 'Updates',
    list: 'updates',
    about: 'The change log: every update of the toolkit, newest first, with what changed and why.',
  },
];
