import {type PageLink, pageLinks} from '../../content/markdown/page-links.ts';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import type {Fault} from '../../content/problem.ts';
import type {PageRule} from '../rule.ts';
import about from './no-vague-link.json' with {type: 'json'};

/** Texts that mean nothing out of context: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context */
const VAGUE = new Set(
  `here|click here|click|tap here|see here|read here|find out more here|over here|this|that|this link|this page|this website|this site|this article|this document|this report|link|links|the link|website|web page|webpage|page|more|read more|see more|learn more|find out more|more info|more information|further information|further details|details|more details|continue|continue reading|read on|go|download|download here|view|visit|source|url|pdf`.split(
    '|',
  ),
);

export const noVagueLink: PageRule = {
  id: 'no-vague-link',
  group: 'structure',
  ...about,
  check: (page) => {
    const links = pageLinks(page);
    const titles = titlesOf(page);
    const first = new Map<string, PageLink>();
    return links.flatMap((link) => {
      const {place, end} = link;
      const fault = faultOf(link, titles);
      if (fault) return [{place, end, ...fault}];
      const key = link.text.toLowerCase();
      const other = first.get(key);
      if (!other) first.set(key, link);
      if (!other || sameAddress(other.url, link.url)) return [];
      return {
        place,
        end,
        problem: `\`${link.text}\` links to two addresses on this page, expected a different text for each`,
        fix: 'Change each text to say what is only at its address.',
        related: {path: page.document.path, place: other.place},
      };
    });
  },
};

/** The titles of the listed sources by address. */
function titlesOf({document: {frontMatter}}: ParsedPage): ReadonlyMap<unknown, unknown> {
  const {sources} = frontMatter ?? {};
  return new Map(Array.isArray(sources) ? sources.map((source) => [source?.url, source?.title]) : []);
}

function faultOf({text, url}: PageLink, titles: ReadonlyMap<unknown, unknown>): Fault | undefined {
  const words = text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (text === '') {
    return {
      problem: 'link has no text, expected text that says where it goes',
      fix: 'Add the text, or the alternative text of its picture.',
    };
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) {
    return {
      problem: 'link text is an address, expected text that says where the link goes',
      fix: titles.has(url)
        ? `Write \`[${titles.get(url)}](${url})\`, with the title under \`sources\`.`
        : `Use the title of the document as the text, \`[title](${url})\`.`,
    };
  }
  // The letters of an A to Z index link to headings on the same page.
  const isLetter = words.length <= 1 && !url.startsWith('#');
  if (!isLetter && !VAGUE.has(words)) return undefined;
  return {
    problem: `link text is \`${text}\`, expected text that says where it goes`,
    fix: 'Say what readers will find there, such as the title of the page.',
  };
}

function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
