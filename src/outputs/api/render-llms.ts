import type {List, Root, Text} from 'mdast';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {documentParts} from '../../model/pages/document-parts.ts';
import {FINDER} from '../../model/pages/facets.ts';
import {FIGURES_FILE} from '../../model/pages/figure.ts';
import {absoluteUrl, type SiteAddress} from '../../model/routes/addresses.ts';
import {
  API,
  API_CASE_STUDIES,
  API_CASE_STUDIES_CSV,
  API_CHANGES,
  API_INDEX,
  markdownAddress,
} from '../../model/routes/api-addresses.ts';
import {TOOLKIT_FEEDS} from '../../model/routes/feed-addresses.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';

/** A title, an address without the site's base URL, and what is there. */
type Entry = readonly [title: string, address: string, about: string];

const CASE_STUDIES: readonly Entry[] = [
  ['Case studies with their facts', API_CASE_STUDIES, 'JSON; the address of each with its facts'],
  ['Case studies as a table', API_CASE_STUDIES_CSV, 'CSV'],
  ['Finder of case studies', FINDER, 'the page for people'],
];

const DATA: readonly Entry[] = [
  ['Every page with its dates', API_INDEX, 'JSON; with the address of each page as Markdown and as a content item'],
  ['Every change, by month', API_CHANGES, 'JSON; each change with the public note that came with it'],
  ['Every figure', FIGURES_FILE, 'CSV; each figure with its year, area and source'],
  ['What there is for programs', API, 'a page for people, with the licence'],
];

/** There is none before the first update. */
const FEED: Entry = ['The newest updates as a feed', TOOLKIT_FEEDS.atom, 'Atom'];

/** The sections of a toolkit whose sidebar has no groups. */
const UNGROUPED = 'Guidance';

/** How many pages of a section are listed; `API_INDEX` has all. */
const MOST_LISTED = 100;

/**
 * The guidance as Markdown in a list, in the form that https://llmstxt.org/ asks for; withdrawn pages are left out. It
 * lists no case studies, because a toolkit may have thousands; the data lists them.
 */
export function renderLlms(toolkit: Toolkit, site: SiteAddress): string {
  const {title, strapline, description, audience, publisher, phase, licence} = toolkit.config;
  const parts = Map.groupBy(documentParts({...toolkit, caseStudies: []}), ({label}) => label ?? UNGROUPED);
  const about = new Map(allPages(toolkit).map(({id, data}) => [id, data.description]));
  const guidance = [...parts].map(([label, same]): [string, Entry[]] => {
    const pages = same.flatMap(({sections}) => sections).filter(({withdrawn}) => !withdrawn);
    const listed = pages.slice(0, MOST_LISTED);
    return [label, listed.map(({id, title: name, address}) => [name, markdownAddress(address), about.get(id) ?? ''])];
  });
  const sections: [string, readonly Entry[]][] = [
    ...guidance,
    ['Case studies', toolkit.caseStudies.length > 0 ? CASE_STUDIES : []],
    ['Data', toolkit.updates.length > 0 ? [...DATA, FEED] : DATA],
  ];
  const intro = [
    `For ${audience}. ${publisher} ${phase.text}`,
    'Each page below is Markdown. Without index.html.md the same address is the page for people.',
    'No page changes without a public note that says what changed. Each content item lists the notes of its page.',
    `Licence: ${licence.name} (${licence.url}). ${licence.attribution}`,
  ];
  return toMarkdown([
    {type: 'heading', depth: 1, children: [text(`${title}: ${strapline}`)]},
    {type: 'blockquote', children: [paragraph(description)]},
    ...intro.map(paragraph),
    ...sections
      .filter(([, entries]) => entries.length > 0)
      .flatMap(([label, entries]) => [
        {type: 'heading' as const, depth: 2 as const, children: [text(label)]},
        listOf(entries, site),
      ]),
  ]);
}

function listOf(entries: readonly Entry[], site: SiteAddress): List {
  const items = entries.map(([name, address, about]) => {
    const link = {type: 'link' as const, url: absoluteUrl(site, address), children: [text(name)]};
    return {type: 'paragraph' as const, children: [link, text(`: ${about}`)]};
  });
  return {type: 'list', spread: false, children: items.map((item) => ({type: 'listItem', children: [item]}))};
}

function paragraph(value: string) {
  return {type: 'paragraph' as const, children: [text(value)]};
}

function text(value: string): Text {
  return {type: 'text', value};
}

const compiler = unified().use(remarkStringify, {bullet: '-'}).freeze();

function toMarkdown(children: Root['children']): string {
  return compiler.stringify({type: 'root', children});
}
