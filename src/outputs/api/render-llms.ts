import type {List, Text as MarkdownText, Root} from 'mdast';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {type Text, textIn} from '../../language/text.ts';
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

/** How many pages of a section are listed; `API_INDEX` has all. */
const MOST_LISTED = 100;

/**
 * The guidance as Markdown in a list, in the form that https://llmstxt.org/ asks for; withdrawn pages are left out. It
 * lists no case studies, because a toolkit may have thousands; the data lists them.
 */
export function renderLlms(toolkit: Toolkit, site: SiteAddress): string {
  const text = textIn(toolkit.config.language);
  const {llms} = text.data;
  const {title, strapline, description, audience, publisher, phase, licence} = toolkit.config;
  const parts = Map.groupBy(documentParts({...toolkit, caseStudies: []}), ({label}) => label ?? text.names.guidance);
  const about = new Map(allPages(toolkit).map(({id, data}) => [id, data.description]));
  const guidance = [...parts].map(([label, same]): [string, Entry[]] => {
    const pages = same.flatMap(({sections}) => sections).filter(({withdrawn}) => !withdrawn);
    const listed = pages.slice(0, MOST_LISTED);
    return [label, listed.map(({id, title: name, address}) => [name, markdownAddress(address), about.get(id) ?? ''])];
  });
  const sections: [string, readonly Entry[]][] = [
    ...guidance,
    [text.names.caseStudies, toolkit.caseStudies.length > 0 ? caseStudyEntries(text) : []],
    [llms.data, dataEntries(text, toolkit.updates.length > 0)],
  ];
  const intro = [
    `${text.home.audience(audience)} ${publisher} ${phase.text}`,
    llms.isMarkdown,
    llms.notes,
    llms.licence(licence.name, licence.url, licence.attribution),
  ];
  return toMarkdown([
    {type: 'heading', depth: 1, children: [words(`${title}: ${strapline}`)]},
    {type: 'blockquote', children: [paragraph(description)]},
    ...intro.map(paragraph),
    ...sections
      .filter(([, entries]) => entries.length > 0)
      .flatMap(([label, entries]) => [
        {type: 'heading' as const, depth: 2 as const, children: [words(label)]},
        listOf(entries, site),
      ]),
  ]);
}

function caseStudyEntries({data: {llms}}: Text): Entry[] {
  return [
    [llms.caseStudies, API_CASE_STUDIES, llms.caseStudiesAbout],
    [llms.table, API_CASE_STUDIES_CSV, 'CSV'],
    [llms.finder, FINDER, llms.finderAbout],
  ];
}

/** There is no feed before the first update. */
function dataEntries({data: {llms, files}}: Text, hasFeed: boolean): Entry[] {
  const feed: Entry = [files.feed, TOOLKIT_FEEDS.atom, 'Atom'];
  return [
    [llms.pages, API_INDEX, llms.pagesAbout],
    [llms.changes, API_CHANGES, llms.changesAbout],
    [llms.figures, FIGURES_FILE, llms.figuresAbout],
    [llms.programs, API, llms.programsAbout],
    ...(hasFeed ? [feed] : []),
  ];
}

function listOf(entries: readonly Entry[], site: SiteAddress): List {
  const items = entries.map(([name, address, about]) => {
    const link = {type: 'link' as const, url: absoluteUrl(site, address), children: [words(name)]};
    return {type: 'paragraph' as const, children: [link, words(`: ${about}`)]};
  });
  return {type: 'list', spread: false, children: items.map((item) => ({type: 'listItem', children: [item]}))};
}

function paragraph(value: string) {
  return {type: 'paragraph' as const, children: [words(value)]};
}

function words(value: string): MarkdownText {
  return {type: 'text', value};
}

const compiler = unified().use(remarkStringify, {bullet: '-'}).freeze();

function toMarkdown(children: Root['children']): string {
  return compiler.stringify({type: 'root', children});
}
