import type {PhrasingContent, RootContent} from 'mdast';
import {API, API_CASE_STUDIES, API_CASE_STUDIES_CSV, API_CHANGES, API_INDEX} from '../api/api-addresses.ts';
import {documentParts} from '../document/document-parts.ts';
import {TOOLKIT_FEEDS} from '../feeds/feed-addresses.ts';
import {FIGURES_FILE} from '../figures/figure.ts';
import type {SiteAddress} from '../links/addresses.ts';
import {absoluteUrl} from '../links/addresses.ts';
import {compareText} from '../problem.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {headingOf, linkTo, listOf, paragraphOf, toMarkdown, words} from './markdown.ts';
import {twinAddress} from './twin-address.ts';

/** What stands before the pages that no group of the sidebar holds. */
const UNGROUPED = 'The toolkit';

/** A title, an address without the site's base URL, and what is there. */
type Entry = readonly [title: string, address: string, about: string];

const DATA: readonly Entry[] = [
  ['Every page with its dates', API_INDEX, 'JSON; leads to each page as a content item'],
  ['Every change, by month', API_CHANGES, 'JSON; each change with the public note that came with it'],
  ['Case studies', API_CASE_STUDIES, 'JSON; every case study with its facts'],
  ['Case studies as a table', API_CASE_STUDIES_CSV, 'CSV, with a data dictionary beside it'],
  ['Figures', FIGURES_FILE, 'CSV; figures from tables, charts and outcomes, with year, area and source'],
  ['What there is for programs', API, 'the same in words, with the licence'],
];

/** There is none before the first update. */
const FEED: Entry = [
  'Every update as a feed',
  TOOLKIT_FEEDS.atom,
  'Atom; each page has a feed of its own beside it, `feed.atom`',
];

/** The list of all pages as Markdown, in the form that https://llmstxt.org/ asks for; withdrawn pages are left out. */
export function renderLlms(toolkit: Toolkit, site: SiteAddress): string {
  const {title, strapline, description, audience, publisher, phase, licence} = toolkit.config;
  const urlOf = (address: string) => absoluteUrl(site, address);
  return toMarkdown([
    headingOf(1, `${title}: ${strapline}`),
    {type: 'blockquote', children: [paragraphOf(words(description))]},
    paragraphOf(words(`For ${audience}. ${publisher} ${phase.text}`)),
    paragraphOf(
      words('No page changes without a public note that says what changed: each page below ends with its own, and '),
      linkTo(urlOf('/updates/'), 'the updates'),
      words(' hold them all. Each page also says when it was last updated, and when somebody last checked it.'),
    ),
    paragraphOf(words('Each page below is Markdown. Without `index.html.md` the same address is the page for people.')),
    paragraphOf(words('Licence: '), linkTo(licence.url, licence.name), words(`. ${licence.attribution}`)),
    ...sectionsOf(toolkit).flatMap(([heading, entries]): RootContent[] => [
      headingOf(2, heading),
      listOf(
        entries.map(([name, address, about]): PhrasingContent[] => [linkTo(urlOf(address), name), words(`: ${about}`)]),
      ),
    ]),
  ]);
}

function sectionsOf(toolkit: Toolkit): [heading: string, entries: Entry[]][] {
  const offered = new Map(allPages(toolkit).flatMap((page) => (page.data.withdrawn ? [] : [[page.id, page] as const])));
  const toEntry = (id: string): Entry[] => {
    const page = offered.get(id);
    return page ? [[page.data.title, twinAddress(page.address), page.data.description]] : [];
  };
  const parts = Map.groupBy(documentParts(toolkit), ({label}) => label ?? UNGROUPED);
  const handbook = [...offered.keys()].filter((id) => id.startsWith('handbook/')).sort(compareText);
  const editions = toolkit.editions.map(
    ({name, record}): Entry => [
      `Edition ${name}`,
      `/toolkit/${name}/`,
      record?.about ?? 'a frozen state of the toolkit',
    ],
  );
  const sections: [string, Entry[]][] = [
    ...[...parts].map(([label, same]): [string, Entry[]] => [
      label,
      same.flatMap(({sections: pages}) => pages.flatMap(({id}) => toEntry(id))),
    ]),
    ['Data', [...DATA, ...(toolkit.updates.length > 0 ? [FEED] : [])]],
    // Readers of such files leave out what stands under this heading where room is short.
    ['Optional', [...handbook.flatMap(toEntry), ...editions]],
  ];
  return sections.filter(([, entries]) => entries.length > 0);
}
